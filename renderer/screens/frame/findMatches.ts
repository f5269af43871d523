import type { Finding } from '../../../core/audit/finding.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { findingKey, kindOf } from '../../grid/marks.ts'
import type { Kind } from '../../grid/marks.ts'
import { matchOptions } from '../../grid/match.ts'
import type { Initials } from '../../grid/match.ts'
import { shownText } from '../../grid/show.ts'
import { catalogOf, codeOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'

/** One line of the find: where it leads and what it shows. */
export interface Hit { readonly key: string; readonly kind: Kind | null; readonly code: string; readonly name: string; readonly value: string; readonly cell: CellRef; readonly from: number; readonly to: number }

const MOST = 12

const valueOf = (view: FilingView, item: Item): string => {
  const place = catalogOf(view.pack).places.get(item.key)
  if (place?.table) return t.tree.rows(view.data.tables[place.table.key]?.length ?? 0)
  const text = view.data.values[item.key] ?? view.computed[item.key] ?? ''
  if (text === '') return t.find.unfilled
  const shown = shownText(view.pack, item, text)
  return item.unit ? `${shown} ${item.unit}` : shown
}

/** Which part of a name to print bold: the typed words, or the characters whose initials were typed. */
const range = (name: string, query: string, initials: Initials): readonly [number, number] => {
  const at = name.toLowerCase().indexOf(query)
  if (at >= 0) return [at, at + query.length]
  const letters = initials(name)
  const found = letters.length === name.length ? letters.indexOf(query) : -1
  return found < 0 ? [0, 0] : [found, found + query.length]
}

const items = (view: FilingView): readonly Item[] => {
  const applies = new Set(view.forms.filter((f) => f.applies).map((f) => f.form))
  return view.pack.forms.filter((form) => applies.has(form.no)).flatMap((form) => [...form.items, ...form.tables.flatMap((table) => table.columns)])
}

/** Items found by code, name or pinyin initials. */
export const findItems = (view: FilingView, typed: string, initials: Initials): readonly Hit[] => {
  const query = typed.trim().toLowerCase()
  if (query === '') return []
  const byCode = new Map(items(view).map((item) => [codeOf(view.pack, item.key), item]))
  const options = [...byCode].map(([code, item]) => ({ code, name: item.name }))
  return matchOptions(options, query, initials, MOST).flatMap(({ option }) => {
    const item = byCode.get(option.code)
    if (!item) return []
    const [from, to] = range(option.name, query, initials)
    const form = catalogOf(view.pack).places.get(item.key)?.form.no ?? ''
    return [{ key: item.key, kind: null, code: option.code, name: option.name, value: valueOf(view, item), cell: { form, item: item.key, row: null }, from, to }]
  })
}

/** Findings found by rule number, title or initials. */
export const findFindings = (findings: readonly Finding[], typed: string, initials: Initials): readonly Hit[] => {
  const query = typed.trim().toLowerCase()
  if (query === '') return []
  const byKey = new Map(findings.filter((f) => f.cells.length > 0).map((f) => [`${f.rule.toLowerCase()} ${findingKey(f)}`, f]))
  const options = [...byKey].map(([code, f]) => ({ code, name: f.title }))
  return matchOptions(options, query, initials, 5).flatMap(({ option }) => {
    const finding = byKey.get(option.code)
    const cell = finding?.cells[0]
    if (!finding || !cell) return []
    const [from, to] = range(finding.title, query, initials)
    return [{ key: findingKey(finding), kind: kindOf(finding), code: finding.rule, name: finding.title, value: finding.fact, cell, from, to }]
  })
}
