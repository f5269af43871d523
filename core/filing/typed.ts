import { normaliseTyped } from '../amount.ts'
import { lookup, type Entry, type PackIndex } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { FilingData } from './filing.ts'

/** A text from outside as it is stored: a number in plain digits, anything else as it stands. */
export const typedText = (entry: Entry, text: string): string => (entry.numeric ? normaliseTyped(text) : text)

/** A filing from outside with all its numbers in plain digits. */
export function typedData(pack: Pack, data: FilingData): FilingData {
  const index = lookup(pack)
  const tables = Object.entries(data.tables).map(([key, rows]) => [key, rows.map((row) => ({ ...row, cells: typedCells(index, row.cells) }))] as const)
  return { values: typedCells(index, data.values), tables: Object.fromEntries(tables) }
}

function typedCells(index: PackIndex, cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([key, text]) => {
    const entry = index.item(key)
    return [key, entry ? typedText(entry, text) : text]
  }))
}
