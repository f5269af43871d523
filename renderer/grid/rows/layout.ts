import type { FilingView } from '../../../core/contract.ts'
import type { Prior, Row } from '../../../core/filing/filing.ts'
import type { Item, Table } from '../../../core/pack/schema.ts'
import { isNumeric, optionsOf } from '../show.ts'

/** A column of a repeating table on the screen; `paired` has last year's figure at its left. */
export interface Column { readonly item: Item; readonly paired: boolean }

const pairedWidths = ['minmax(72px, 0.8fr)', 'minmax(88px, 1fr)'] as const

const width = (view: FilingView, item: Item, rowKey: string): string => {
  if (isNumeric(item)) return item.type === 'integer' ? 'minmax(64px, 0.6fr)' : 'minmax(94px, 0.9fr)'
  if (item.type === 'date' || item.type === 'month') return 'minmax(102px, 0.6fr)'
  const options = optionsOf(view.pack, item)
  if (options.length > 0) {
    const longest = Math.max(...options.map((o) => o.name.length))
    return longest <= 3 ? 'minmax(76px, 0.6fr)' : longest <= 6 && options.length <= 4 ? 'minmax(84px, 0.9fr)' : 'minmax(96px, 2.2fr)'
  }
  if (item.key === rowKey) return 'minmax(126px, 1fr)'
  return (item.maxLength ?? 50) <= 20 ? 'minmax(96px, 1fr)' : 'minmax(108px, 1.6fr)'
}

/** The columns of a table: measures that are added up stand beside last year's when there is one. */
export const columnsOf = (prior: Prior | null, table: Table): readonly Column[] => {
  const summed = new Set(table.footers.map((footer) => footer.column))
  return table.columns.map((item) => ({ item, paired: prior !== null && isNumeric(item) && summed.has(item.key) }))
}

/** The grid template of every line of the table. */
export const templateOf = (view: FilingView, columns: readonly Column[], rowKey: string): string =>
  ['36px', ...columns.flatMap((c) => (c.paired ? pairedWidths : [width(view, c.item, rowKey)])), 'minmax(118px, 1.1fr)', '36px'].join(' ')

/** Last year's rows by their row key. */
export const priorRows = (prior: Prior | null, table: Table): ReadonlyMap<string, Row> =>
  new Map((prior?.data.tables[table.key] ?? []).map((row) => [row.cells[table.rowKey] ?? '', row]))

/** Rows drawn at once; longer tables draw only what is in sight. */
export const ALL = 60

/** Which rows are drawn for a scroll position: those in sight with some margin, and always the one with the caret. */
export const rowsInSight = (count: number, top: number, height: number, sizes: { readonly row: number; readonly caret: number }): readonly number[] => {
  if (count <= ALL) return Array.from({ length: count }, (_, i) => i)
  const first = Math.max(0, Math.floor(top / sizes.row) - 8)
  const last = Math.min(count - 1, Math.ceil((top + height) / sizes.row) + 8)
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  return sizes.caret < 0 || (sizes.caret >= first && sizes.caret <= last) ? drawn : [...drawn, sizes.caret]
}
