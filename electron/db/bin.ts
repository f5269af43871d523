import type { Hand } from './change.ts'
import type { Reader, Writer } from './open.ts'

export interface BinnedUnit { readonly unit: number; readonly name: string; readonly uscc: string; readonly unit_seq: string; readonly filings: number; readonly at: string; readonly reason: string | null }
export interface BinnedFiling { readonly filing: number; readonly unit: number; readonly name: string; readonly year: number; readonly cells: number; readonly sealed: number; readonly at: string; readonly reason: string | null }
export interface BinnedRow { readonly filing: number; readonly pack: string; readonly name: string; readonly year: number; readonly table: string; readonly row: number; readonly at: string }

/** Units in the bin, newest first. */
export const binnedUnits = (db: Reader): readonly BinnedUnit[] =>
  db.all(`select id as unit, name, uscc, unit_seq, (select count(*) from filing f where f.unit = unit.id) as filings, deleted_at as at, delete_reason as reason
    from unit where deleted_at is not null order by deleted_at desc, id desc`)
/** Filings in the bin whose unit is not, newest first. */
export const binnedFilings = (db: Reader): readonly BinnedFiling[] =>
  db.all(`select f.id as filing, u.id as unit, u.name, f.year, (select count(*) from value v where v.filing = f.id) as cells,
    (select count(*) from submission s where s.filing = f.id) as sealed, f.deleted_at as at, f.delete_reason as reason
    from filing f join unit u on u.id = f.unit where f.deleted_at is not null and u.deleted_at is null order by f.deleted_at desc, f.id desc`)
/** Deleted rows of filings that are not in the bin, newest first. */
export const binnedRows = (db: Reader): readonly BinnedRow[] =>
  db.all(`select f.id as filing, f.pack, u.name, f.year, r."table", r.row, r.deleted_at as at
    from table_row r join filing f on f.id = r.filing join unit u on u.id = f.unit
    where r.deleted_at is not null and f.deleted_at is null and u.deleted_at is null order by r.deleted_at desc, r.row desc limit 2000`)
/** Whether anything of a unit, or of one filing, was ever sealed. */
export const everSealed = (db: Reader, of: { unit: number } | { filing: number }): boolean =>
  'unit' in of
    ? db.get('select 1 from submission s join filing f on f.id = s.filing where f.unit = ? limit 1', of.unit) !== undefined
    : db.get('select 1 from submission where filing = ? limit 1', of.filing) !== undefined
/** Puts a unit into the bin or, with null, takes it out. */
export const binUnit = (db: Writer, unit: number, at: string | null, reason: string | null): void => {
  db.run('update unit set deleted_at = ?, delete_reason = ? where id = ?', at, reason, unit)
}
/** Puts a filing into the bin or, with null, takes it out. */
export const binFiling = (db: Writer, filing: number, at: string | null, reason: string | null): void => {
  db.run('update filing set deleted_at = ?, delete_reason = ? where id = ?', at, reason, filing)
}
/** Removes for good what a deleted row held; its number stays taken. */
export const eraseRow = (db: Writer, filing: number, items: readonly string[], row: number): void => {
  for (const item of items) db.run('delete from value where filing = ? and item = ? and row = ?', filing, item, row)
}
/** Removes a filing that lies in the bin, and everything that belongs to it. */
export function eraseFiling(db: Writer, filing: number): void {
  db.run('pragma defer_foreign_keys = on')
  for (const { table, column } of pointing(db, 'filing')) db.run(`delete from "${table}" where "${column}" = ?`, filing)
  db.run('delete from filing where id = ?', filing)
}
/** Removes a unit that lies in the bin with all its filings. */
export function eraseUnit(db: Writer, unit: number): void {
  for (const { id } of db.all<{ id: number }>('select id from filing where unit = ?', unit)) eraseFiling(db, id)
  for (const { table, column } of pointing(db, 'unit')) db.run(`delete from "${table}" where "${column}" = ?`, unit)
  db.run('delete from unit where id = ?', unit)
}
/** Notes what was removed for good, by whom and why. */
export const noteErasure = (db: Writer, hand: Hand, of: { what: 'unit' | 'filing' | 'row'; name: string; year: number | null; reason: string | null }): void => {
  db.run('insert into erasure (at, os_user, user_name, what, name, year, reason) values (?, ?, ?, ?, ?, ?, ?)', hand.at, hand.osUser, hand.userName, of.what, of.name, of.year, of.reason)
}

/** Every column that refers to a table, the ones of later migrations too. */
const pointing = (db: Reader, to: string): readonly { table: string; column: string }[] =>
  db.all(`select m.name as "table", k."from" as "column" from sqlite_schema m join pragma_foreign_key_list(m.name) k where m.type = 'table' and k."table" = ?`, to)
