import { normaliseTyped, parseAmount } from '../../core/amount.ts'
import type { Entry } from '../../core/pack/lookup.ts'
import type { Writer } from '../db/open.ts'
import { putValue } from '../db/value.ts'

/** Stores one cell with its whole number inside a transaction; without an entry only the text. */
export function putCell(db: Writer, filing: number, cell: { readonly entry: Entry | undefined; readonly item: string; readonly row: number | null; readonly text: string }): void {
  const scaled = cell.entry?.numeric ? parseAmount(normaliseTyped(cell.text), cell.entry.decimals) : null
  putValue(db, { filing, item: cell.item, row: cell.row ?? 0, text: cell.text, scaled })
}

/** A text of nothing but white space is blank; any other is kept as typed. */
export const typed = (text: string): string => (text.trim() === '' ? '' : text)
