import type { Sql, SqlWriter } from '../sql.ts'

/** What was decided (D24); rows are added only. */
export const decisionKinds = ['accept', 'accept-clean', 'return', 'revoke', 'admit', 'supersede', 'close', 'ask-again', 'adjust', 'adjust-withdraw'] as const
export type DecisionKind = (typeof decisionKinds)[number]
export interface DecisionRow { readonly id: number; readonly submission: number | null; readonly unit_id: string | null; readonly year: number | null; readonly kind: string; readonly by_name: string; readonly at: string; readonly reason: string; readonly detail: string }
type NewDecision = Omit<DecisionRow, 'id'>

const columns = ['submission', 'unit_id', 'year', 'kind', 'by_name', 'at', 'reason', 'detail'] as const

/** Writes a decision down. */
export const addDecision = (sql: SqlWriter, d: NewDecision): Promise<number> =>
  sql.insert(`insert into decision (${columns.join(', ')}) values (?, ?, ?, ?, ?, ?, ?, ?)`, columns.map(column => d[column]))

/** Writes many down at once. */
export const addDecisions = (sql: SqlWriter, list: readonly NewDecision[]): Promise<void> =>
  sql.insertMany('decision', columns, list.map(d => columns.map(column => d[column])))

/** Everything decided on a unit's year, oldest first. */
export const decisionsOf = (sql: Sql, unit: string, year: number): Promise<readonly DecisionRow[]> =>
  sql.all<DecisionRow>('select * from decision where unit_id = ? and year = ? order by id', [unit, year])

/** The newest decision of some kinds on a submission. */
export const lastDecision = (sql: Sql, submission: number, kinds: readonly DecisionKind[]): Promise<DecisionRow | undefined> =>
  sql.get<DecisionRow>(`select * from decision where submission = ? and kind in (${kinds.map(() => '?').join(', ')}) order by id desc limit 1`, [submission, ...kinds])
