import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { catalogOf } from '../../store/catalog.ts'
import { cellOf } from '../../store/cellId.ts'
import { storedText } from '../cellModel.ts'
import { amountOf, decimalsOf, grouped, isNumeric } from '../show.ts'

/** What the status bar says of a selection: cells, filled cells, and sum and mean of the numbers when all are of one unit. */
export interface Sums { readonly cells: number; readonly filled: number; readonly sum: string | null; readonly mean: string | null; readonly mixed: boolean }

/** The text the file holds for a cell, of a table or not. */
export const textAt = (view: FilingView, id: string): string => {
  const { item, row } = cellOf(id)
  const place = catalogOf(view.pack).places.get(item)
  if (!place) return view.data.values[item] ?? ''
  if (!place.table) return storedText(view, place.item)
  return rowsById(view, place.table.key).get(row ?? 0)?.[item] ?? ''
}

const byId = new WeakMap<object, ReadonlyMap<number, Readonly<Record<string, string>>>>()
const none: readonly never[] = []
const rowsById = (view: FilingView, table: string): ReadonlyMap<number, Readonly<Record<string, string>>> => {
  const rows = view.data.tables[table] ?? none
  const have = byId.get(rows) ?? new Map(rows.map((row) => [row.id, row.cells]))
  byId.set(rows, have)
  return have
}

interface Figure { readonly item: Item; readonly amount: bigint }

const figuresOf = (view: FilingView, ids: readonly string[]): readonly Figure[] =>
  ids.flatMap((id) => {
    const item = catalogOf(view.pack).places.get(cellOf(id).item)?.item
    const amount = item && isNumeric(item) ? amountOf(item, textAt(view, id)) : null
    return item && amount !== null ? [{ item, amount }] : []
  })

/** A quotient, half rounded away from zero. */
export const divided = (total: bigint, count: bigint): bigint => {
  const size = total < 0n ? -total : total
  const rounded = (2n * size + count) / (2n * count)
  return total < 0n ? -rounded : rounded
}

/** Adds up the selected cells exactly; the mean has at least two decimals. */
export const sumsOf = (view: FilingView, ids: readonly string[]): Sums => {
  const figures = figuresOf(view, ids)
  const filled = ids.filter((id) => textAt(view, id).trim() !== '').length
  const mixed = new Set(figures.map(({ item }) => item.unit)).size > 1
  if (figures.length === 0 || mixed) return { cells: ids.length, filled, sum: null, mean: null, mixed }
  const decimals = Math.max(...figures.map(({ item }) => decimalsOf(item)))
  const total = figures.reduce((all, { item, amount }) => all + amount * 10n ** BigInt(decimals - decimalsOf(item)), 0n)
  const more = BigInt(Math.max(0, 2 - decimals))
  return { cells: ids.length, filled, sum: grouped(total, decimals), mean: grouped(divided(total * 10n ** more, BigInt(figures.length)), Math.max(2, decimals)), mixed }
}
