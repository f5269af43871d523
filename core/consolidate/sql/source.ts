import type { Entry, PackIndex, TableEntry } from '../../pack/lookup.ts'

/** Where the ledger keeps an item of a year: the numbers of its keys, and decimals to add to reach this pack's. */
export interface ItemSource { readonly id: number; readonly widen: number }
/** What statements are written with. */
export interface Dialect {
  readonly index: PackIndex
  readonly kind: 'sqlite' | 'postgres'
  /** Where an item of this pack is kept in the year with that offset; none where that year did not ask it. */
  readonly sources: (entry: Entry, offset: number) => readonly ItemSource[]
}
/** A dialect in one year. */
export interface Yearly extends Dialect { readonly offset: number; readonly year: number }

/** The name under which statements carry an item. */
export const columnOf = (entry: Entry): string => `c${entry.order}`

/** `item = 7`, or `item in (7, 207)` where packs of one year differ; never true where the item is unknown. */
export function itemIs(alias: string, sources: readonly ItemSource[]): string {
  const ids = sources.map((s) => s.id)
  return ids.length === 0 ? `${alias}.item = -1` : ids.length === 1 ? `${alias}.item = ${ids[0]}` : `${alias}.item in (${ids.join(', ')})`
}

/** The stored value as this pack's number or text. */
export function heldAs(alias: string, entry: Entry, sources: readonly ItemSource[]): string {
  if (!entry.numeric) return `${alias}.txt`
  const wide = sources.filter((s) => s.widen > 0)
  if (wide.length === 0) return `${alias}.num`
  if (wide.length === sources.length && new Set(wide.map((s) => s.widen)).size === 1) return `${alias}.num * ${10 ** (wide[0]?.widen ?? 0)}`
  return `case ${alias}.item ${sources.map((s) => `when ${s.id} then ${alias}.num * ${10 ** s.widen}`).join(' ')} end`
}

/** Every key under which rows of a table are kept. */
export const tableIds = (table: TableEntry, y: Yearly): readonly ItemSource[] => table.columns.flatMap((c) => y.sources(c, y.offset))

/** SQLite would take the way by submission for one column's rows, and then fetch each; the key itself holds them side by side. */
export const byKey = (y: Dialect): string => (y.kind === 'sqlite' ? ' indexed by sqlite_autoindex_value_1' : '')
