import type { Candidate } from '../../../core/sample/draw.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A draw as it was recorded. */
export interface DrawRow { readonly id: number; readonly at: string; readonly by_name: string; readonly seed: string; readonly settings: string; readonly pool: string; readonly result: string; readonly digest: string; readonly reason: string }
/** What a draw needs to know of a unit: only what the register says. */
export interface PoolUnit { readonly unit_id: string; readonly name: string; readonly region: string; readonly risk: string; readonly groups: readonly string[] }
/** A drawn or a possible unit as it is recorded: the register may change later. */
export interface PooledUnit extends Candidate { readonly name: string; readonly region: string }

/** The active units of the register in a region, and in a group where one is named, by their number. */
export async function poolOf(sql: Sql, { region, group }: { readonly region: string; readonly group: string }): Promise<readonly PoolUnit[]> {
  const rows = await sql.all<Omit<PoolUnit, 'groups'> & { groups: string }>('select unit_id, name, region, risk, groups from register_unit where active = 1 and substr(region, 1, ?) = ? order by unit_id', [region.length, region])
  const units = rows.map(row => ({ ...row, groups: JSON.parse(row.groups) as string[] }))
  return group === '' ? units : units.filter(u => u.groups.includes(group))
}
/** Records a draw; none is ever changed. */
export const addDraw = (sql: SqlWriter, row: Omit<DrawRow, 'id'>): Promise<number> =>
  sql.insert('insert into draw (at, by_name, seed, settings, pool, result, digest, reason) values (?, ?, ?, ?, ?, ?, ?, ?)', [row.at, row.by_name, row.seed, row.settings, row.pool, row.result, row.digest, row.reason])
/** Every draw, the newest first. */
export const drawsOf = (sql: Sql): Promise<readonly DrawRow[]> => sql.all<DrawRow>('select * from draw order by id desc')
/** One draw. */
export const drawById = (sql: Sql, id: number): Promise<DrawRow | undefined> => sql.get<DrawRow>('select * from draw where id = ?', [id])
