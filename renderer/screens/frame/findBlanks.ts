import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { namesIn } from '../../grid/balance.ts'
import { textAt } from '../../grid/select/sums.ts'
import { catalogOf, codeOf } from '../../store/catalog.ts'
import { cellId } from '../../store/cellId.ts'
import { t } from '../../text/texts.ts'
import type { Hit } from './findMatches.ts'

const cellsOf = (view: FilingView, form: string): readonly (readonly [Item, CellRef])[] => {
  const found = view.pack.forms.find((f) => f.no === form)
  if (!found) return []
  const single = found.items.map((item) => [item, { form, item: item.key, row: null }] as const)
  const rows = found.tables.flatMap((table) => (view.data.tables[table.key] ?? []).flatMap((row) => table.columns.map((item) => [item, { form, item: item.key, row: row.id }] as const)))
  return [...single, ...rows]
}

/** The cells that must be filled and are blank, form by form, those of the open form first. */
export const blankCells = (view: FilingView, openForm: string): readonly Hit[] => {
  const inactive = new Set(view.inactive.map((i) => cellId(i.item, i.row)))
  const forms = view.forms.filter((f) => f.applies).map((f) => f.form)
  const from = Math.max(0, forms.indexOf(openForm))
  return [...forms.slice(from), ...forms.slice(0, from)].flatMap((form) => cellsOf(view, form)).flatMap(([item, cell]) => {
    const id = cellId(cell.item, cell.row)
    const asked = item.required === 'always' || (item.required === 'when' && !inactive.has(id))
    if (!asked || textAt(view, id).trim() !== '') return []
    return [{ key: id, kind: null, code: codeOf(view.pack, item.key), name: item.name, value: t.find.unfilled, cell, from: 0, to: 0 }]
  })
}

/** Rules found by their number that have no finding now; they lead to the first cell they read. */
export const findRules = (view: FilingView, typed: string, taken: ReadonlySet<string>): readonly Hit[] => {
  const query = typed.trim().toUpperCase()
  if (!/^[A-Z]\d/.test(query)) return []
  return view.pack.rules.filter((rule) => rule.id.startsWith(query) && !taken.has(rule.id)).slice(0, 8).flatMap((rule) => {
    const item = namesIn(view.pack, rule.formula)[0]
    const form = item === undefined ? undefined : catalogOf(view.pack).places.get(item)?.form.no
    if (item === undefined || form === undefined) return []
    return [{ key: `rule-${rule.id}`, kind: null, code: rule.id, name: rule.title, value: t.grid.quietRule, cell: { form, item, row: null }, from: 0, to: 0 }]
  })
}
