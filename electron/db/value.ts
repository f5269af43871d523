import type { Reader, Writer } from './open.ts'

export interface ValueRow { readonly item: string; readonly row: number; readonly text: string }

/** Every cell of a filing that is not blank; `row` 0 stands for an item that stands once. */
export const valuesOf = (db: Reader, filing: number): readonly ValueRow[] => db.all('select item, row, text from value where filing = ?', filing)
/** Stores one cell as typed; an empty text clears it. */
export function putValue(db: Writer, cell: ValueRow & { readonly filing: number; readonly scaled: bigint | null }): void {
  if (cell.text === '') db.run('delete from value where filing = ? and item = ? and row = ?', cell.filing, cell.item, cell.row)
  else db.run('insert into value (filing, item, row, text, scaled) values (?, ?, ?, ?, ?) on conflict do update set text = excluded.text, scaled = excluded.scaled', cell.filing, cell.item, cell.row, cell.text, cell.scaled)
}
