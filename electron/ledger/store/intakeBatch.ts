import type { IntakeProgress } from '../../../core/contract/regulator/intake.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A batch of files as it is kept. */
export interface BatchRow { readonly id: number; readonly source: string; readonly paths: string; readonly started_at: string; readonly ended_at: string | null; readonly by_name: string; readonly state: IntakeProgress['state']; readonly total: number }

/** A batch, or the newest one. */
export const batchRow = (sql: Sql, id: number | null): Promise<BatchRow | undefined> =>
  id === null ? sql.get<BatchRow>('select * from intake_batch order by id desc limit 1') : sql.get<BatchRow>('select * from intake_batch where id = ?', [id])

/** A batch over the same paths that did not come to its end. */
export const unfinishedBatch = (sql: Sql, paths: string): Promise<BatchRow | undefined> =>
  sql.get<BatchRow>(`select * from intake_batch where paths = ? and state <> 'done' order by id desc limit 1`, [paths])

/** Begins a batch. */
export const addBatch = (sql: SqlWriter, of: { readonly source: string; readonly paths: string; readonly at: string; readonly by: string }): Promise<number> =>
  sql.insert(`insert into intake_batch (source, paths, started_at, by_name, state, total) values (?, ?, ?, ?, 'listing', 0)`, [of.source, of.paths, of.at, of.by])

/** Where a batch stands. */
export const setBatch = (sql: SqlWriter, id: number, to: { readonly state: IntakeProgress['state']; readonly total: number; readonly endedAt: string | null }): Promise<number> =>
  sql.run('update intake_batch set state = ?, total = ?, ended_at = ? where id = ?', [to.state, to.total, to.endedAt, id])
