import type { FilingView } from '../../core/contract.ts'
import type { Balance, Pack } from '../../core/pack/schema.ts'
import { toleranceOf } from '../../core/pack/tolerance.ts'
import { catalogOf, itemOf } from '../store/catalog.ts'
import { amountOf, decimalsOf } from './show.ts'

/** The numbers of a running difference, all in hundredths of the balance's unit. */
export interface Standing { readonly total: bigint; readonly filled: bigint; readonly gap: bigint; readonly even: boolean }
/** What a balance is computed from. */
type Figures = Pick<FilingView, 'pack' | 'data' | 'computed'>
/** Text of a cell that is being typed, by cell. */
export type Draft = { readonly item: string; readonly row: number | null; readonly text: string } | null

const hundredths = (pack: Pack, key: string, text: string | null | undefined): bigint | null => {
  const item = itemOf(pack, key)
  const amount = item && text ? amountOf(item, text) : null
  return item && amount !== null ? amount * 10n ** BigInt(2 - Math.min(2, decimalsOf(item))) : null
}

const columnSum = (view: Figures, table: string, column: string, draft: Draft): bigint | null => {
  const values = (view.data.tables[table] ?? []).map((row) =>
    hundredths(view.pack, column, draft?.item === column && draft.row === row.id ? draft.text : row.cells[column]),
  )
  const known = values.filter((v) => v !== null)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0n)
}

const termValue = (view: Figures, term: string, draft: Draft): bigint | null => {
  const name = term.trim().replace(/^sum\((.*)\)$/, '$1').trim()
  const [table = '', column] = name.split('.')
  if (column !== undefined) return columnSum(view, table, column, draft)
  if (draft && draft.item === name && draft.row === null) return hundredths(view.pack, name, draft.text)
  return hundredths(view.pack, name, view.data.values[name] ?? view.computed[name])
}

const totalValue = (view: Figures, expression: string, draft: Draft): bigint | null => {
  const terms = expression.match(/[+-]?[^+-]+/g) ?? []
  let total = 0n
  for (const term of terms) {
    const value = termValue(view, term.replace(/^[+-]/, ''), draft)
    if (value === null) return null
    total += term.startsWith('-') ? -value : value
  }
  return total
}

/** The parts of a balance added up, blank ones left out; null while all are blank. */
export const filledOf = (view: Figures, balance: Balance, draft: Draft): bigint | null => {
  const parts = balance.parts.map((part) => termValue(view, part, draft)).filter((v) => v !== null)
  return parts.length === 0 ? null : parts.reduce((a, b) => a + b, 0n)
}

/** Where the parts of a balance stand against their total; null while nothing can be said. */
export const standing = (view: Figures, balance: Balance, draft: Draft): Standing | null => {
  const filled = filledOf(view, balance, draft)
  const total = totalValue(view, balance.total, draft)
  if (filled === null || total === null) return null
  const gap = total - filled
  const size = gap < 0n ? -gap : gap
  const tolerance = toleranceOf(balance.tolerance, (table) => view.data.tables[table]?.length ?? 0)
  return { total, filled, gap, even: balance.relation === '<=' ? gap * 10n >= -tolerance : size * 10n <= tolerance }
}

/** The items a balance's total or a formula reads, in order, each once. */
export const namesIn = (pack: Pack, expression: string): readonly string[] => {
  const { places } = catalogOf(pack)
  const names = (expression.match(/[a-z][a-z0-9_]*/g) ?? []).filter((name) => places.has(name))
  return [...new Set(names)]
}
