import { isSound } from '../soundAdjustment.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A corrected or imputed value, a layer of its own over the submissions. */
export interface AdjustmentRow {
  readonly id: number; readonly unit_id: string; readonly year: number; readonly item: string; readonly row_no: number | null; readonly num: number | null; readonly txt: string; readonly old: string
  readonly imputed: number; readonly reason: string; readonly by_name: string; readonly at: string; readonly signer: string; readonly public_key: string; readonly signature: string
  readonly withdrawn_at: string | null; readonly withdrawn_by: string | null; readonly withdrawn_reason: string | null
}
export type NewAdjustment = Omit<AdjustmentRow, 'id' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_reason'>
/** The cell an adjustment stands on. */
export type AdjustedCell = Pick<AdjustmentRow, 'unit_id' | 'year' | 'item' | 'row_no'>

const columns = ['unit_id', 'year', 'item', 'row_no', 'num', 'txt', 'old', 'imputed', 'reason', 'by_name', 'at', 'signer', 'public_key', 'signature'] as const

/** Adjustments of a unit, or all, newest first; withdrawn ones too. */
export const adjustmentRows = (sql: Sql, unit: string | null): Promise<readonly AdjustmentRow[]> =>
  unit === null ? sql.all<AdjustmentRow>('select * from adjustment order by id desc') : sql.all<AdjustmentRow>('select * from adjustment where unit_id = ? order by id desc', [unit])

/** Those that stand in a year and whose signature holds, oldest first. */
export const standingAdjustments = async (sql: Sql, year: number): Promise<readonly AdjustmentRow[]> =>
  (await sql.all<AdjustmentRow>('select * from adjustment where year = ? and withdrawn_at is null order by id', [year])).filter(isSound)

/** Adds an adjustment. */
export const addAdjustment = (sql: SqlWriter, a: NewAdjustment): Promise<number> =>
  sql.insert(`insert into adjustment (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, columns.map(column => a[column]))

/** Withdraws what stands on a cell; the rows stay. */
export const withdrawAdjustments = (sql: SqlWriter, cell: AdjustedCell, hand: { readonly name: string; readonly at: string; readonly reason: string }): Promise<number> =>
  sql.run(
    `update adjustment set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? where unit_id = ? and year = ? and item = ? and coalesce(row_no, -1) = ? and withdrawn_at is null`,
    [hand.at, hand.name, hand.reason, cell.unit_id, cell.year, cell.item, cell.row_no ?? -1])
