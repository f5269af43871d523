import type { CellNote } from '../../core/filing/note.ts'
import type { Reader, Writer } from './open.ts'

/** Every note on a filing's cells. */
export const notesOf = (db: Reader, filing: number): readonly CellNote[] =>
  db.all<Omit<CellNote, 'shared'> & { readonly shared: number }>('select item, nullif(row, 0) as row, text, shared, at from cell_note where filing = ? order by item, row', filing)
    .map(note => ({ ...note, shared: note.shared === 1 }))
/** Stores the note on a cell; an empty text removes it. */
export function putNote(db: Writer, filing: number, note: CellNote): void {
  if (note.text === '') db.run('delete from cell_note where filing = ? and item = ? and row = ?', filing, note.item, note.row ?? 0)
  else db.run('insert into cell_note (filing, item, row, text, shared, at) values (?, ?, ?, ?, ?, ?) on conflict do update set text = excluded.text, shared = excluded.shared, at = excluded.at', filing, note.item, note.row ?? 0, note.text, note.shared ? 1 : 0, note.at)
}
