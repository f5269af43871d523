import type { Reader, Writer } from './open.ts'

export interface TableRow { readonly table: string; readonly row: number }

/** The rows of a filing that are not deleted, in their order. */
export const rowsOf = (db: Reader, filing: number): readonly TableRow[] =>
  db.all('select "table", row from table_row where filing = ? and deleted_at is null order by "table", position, row', filing)
/** The next id of a table: deleted rows count, so an id is never used twice. */
export const nextRow = (db: Reader, filing: number, table: string): number =>
  (db.get<{ top: number | null }>('select max(row) as top from table_row where filing = ? and "table" = ?', filing, table)?.top ?? 0) + 1
/** The position after every row of a table. */
export const nextPosition = (db: Reader, filing: number, table: string): number =>
  (db.get<{ top: number | null }>('select max(position) as top from table_row where filing = ? and "table" = ?', filing, table)?.top ?? -1) + 1
/** Adds a row, or brings a deleted one back. */
export const putRow = (db: Writer, filing: number, row: TableRow & { readonly position: number }): void => {
  db.run(`insert into table_row (filing, "table", row, position) values (?, ?, ?, ?) on conflict do update set position = excluded.position, deleted_at = null`, filing, row.table, row.row, row.position)
}
/** Puts the rows of a table into the given order. */
export const orderRows = (db: Writer, filing: number, table: string, rows: readonly number[]): void => {
  rows.forEach((row, position) => db.run('update table_row set position = ? where filing = ? and "table" = ? and row = ?', position, filing, table, row))
}
/** Takes a row out; its values stay for the recycle bin. */
export const deleteRow = (db: Writer, filing: number, row: TableRow, at: string): void => {
  db.run('update table_row set deleted_at = ? where filing = ? and "table" = ? and row = ?', at, filing, row.table, row.row)
}
