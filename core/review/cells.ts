import { formatAmount, normaliseTyped, parseAmount } from '../amount.ts'
import type { FilingData } from '../filing/filing.ts'
import { lookup } from '../pack/lookup.ts'
import type { Item, Pack } from '../pack/schema.ts'
import { decimalsOf, isFigure, shown } from '../submission/show.ts'

/** A filing's cells without blanks, computed items included, by `item/row`; row 0 stands once. */
export type Cells = ReadonlyMap<string, string>

/** The name of a cell in `Cells`. */
export const cellName = (item: string, row: number | null): string => `${item}/${row ?? 0}`

/** Every cell of a filing, amounts in their one spelling. */
export function cellsOf(pack: Pack, data: FilingData, computed: Readonly<Record<string, string | null>>): Cells {
  const cells = new Map<string, string>()
  const index = lookup(pack)
  const put = (key: string, row: number | null, typed: string | null): void => {
    const text = typed?.trim() ?? ''
    const item = index.item(key)?.item
    if (text !== '' && item) cells.set(cellName(key, row), plainOf(item, text))
  }
  for (const [key, text] of Object.entries(data.values)) put(key, null, text)
  for (const [key, text] of Object.entries(computed)) put(key, null, text)
  for (const rows of Object.values(data.tables)) for (const row of rows) for (const [key, text] of Object.entries(row.cells)) put(key, row.id, text)
  return cells
}

/** A number without grouping and with its decimals; anything else as it stands. */
export function plainOf(item: Item, text: string): string {
  const scaled = isFigure(item) ? parseAmount(normaliseTyped(text), decimalsOf(item)) : null
  return scaled === null ? text : formatAmount(scaled, decimalsOf(item))
}

/** A value as people read it: thousands grouped, a true minus, a code with its name. */
export function forPeople(pack: Pack, item: Item, text: string): string {
  if (text.trim() === '') return ''
  const scaled = isFigure(item) ? parseAmount(normaliseTyped(text), decimalsOf(item)) : null
  return scaled === null ? shown(pack, item, text).text : formatAmount(scaled, decimalsOf(item), { grouped: true })
}

/** Names of the cells that differ, blank against filled included. */
export function differing(a: Cells, b: Cells): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
}
