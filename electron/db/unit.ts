import type { Reader, Writer } from './open.ts'

export interface UnitRow { readonly id: number; readonly uid: string; readonly name: string; readonly uscc: string; readonly unit_seq: string; readonly today: string | null }
const columns = 'id, uid, name, uscc, unit_seq, today'

/** Every unit that is not in the bin, oldest first. */
export const units = (db: Reader): readonly UnitRow[] => db.all(`select ${columns} from unit where deleted_at is null order by id`)
/** One unit, unless it lies in the bin. */
export const unitById = (db: Reader, id: number): UnitRow | undefined => db.get(`select ${columns} from unit where id = ? and deleted_at is null`, id)
/** The unit of a code, if it is here already. */
export const unitByCode = (db: Reader, uscc: string, unitSeq: string): UnitRow | undefined =>
  db.get(`select ${columns} from unit where uscc = ? and unit_seq = ? and deleted_at is null`, uscc, unitSeq)
/** Adds a unit and gives its id. */
export const addUnit = (db: Writer, unit: { uid: string; name: string; uscc: string; unitSeq: string }, at: string): number =>
  db.run('insert into unit (uid, name, uscc, unit_seq, created_at) values (?, ?, ?, ?, ?)', unit.uid, unit.name, unit.uscc, unit.unitSeq, at).lastId
/** Keeps the unit's name and code as its newest filing has them. */
export const renameUnit = (db: Writer, id: number, unit: { name: string; uscc: string; unitSeq: string }): void => {
  db.run('update unit set name = ?, uscc = ?, unit_seq = ? where id = ?', unit.name, unit.uscc, unit.unitSeq, id)
}
/** Sets the 业务日期 (D1). */
export const setUnitToday = (db: Writer, id: number, today: string): void => {
  db.run('update unit set today = ? where id = ?', today, id)
}
