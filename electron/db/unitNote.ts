import type { Reader, Writer } from './open.ts'

/** The handover note of a unit, empty when there is none. */
export const unitNoteOf = (db: Reader, unit: number): string => db.get<{ note: string }>('select note from unit where id = ?', unit)?.note ?? ''
/** Keeps the handover note of a unit; it belongs to no year. */
export const setUnitNote = (db: Writer, unit: number, note: string): void => {
  db.run('update unit set note = ? where id = ?', note, unit)
}
