import type { Sql, SqlWriter } from '../sql.ts'

/** A regulator's question as it is kept. */
export interface QueryRow {
  readonly id: string; readonly submission: number; readonly unit_id: string; readonly year: number; readonly item: string | null; readonly row_no: number | null; readonly row_key: string | null
  readonly body: string; readonly due: string; readonly by_name: string; readonly at: string; readonly state: 'draft' | 'sent' | 'answered' | 'closed'
  readonly answer: string | null; readonly answered_in: number | null; readonly answered_at: string | null; readonly settled_by: string | null; readonly settled_at: string | null
}
type NewQuery = Omit<QueryRow, 'state' | 'answer' | 'answered_in' | 'answered_at' | 'settled_by' | 'settled_at'>

/** Every query on a unit's year, oldest first. */
export const queriesOf = (sql: Sql, unit: string, year: number): Promise<readonly QueryRow[]> =>
  sql.all<QueryRow>('select * from query where unit_id = ? and year = ? order by at, id', [unit, year])

/** A query by its name. */
export const queryRow = (sql: Sql, id: string): Promise<QueryRow | undefined> => sql.get<QueryRow>('select * from query where id = ?', [id])

/** How many queries of each submission stand in each state, over a year. */
export const queryCounts = (sql: Sql, year: number): Promise<readonly { readonly unit_id: string; readonly submission: number; readonly state: QueryRow['state']; readonly n: number }[]> =>
  sql.all('select unit_id, submission, state, count(*) as n from query where year = ? group by unit_id, submission, state', [year])

/** Keeps a new query as a draft. */
export async function addQuery(sql: SqlWriter, q: NewQuery): Promise<void> {
  await sql.run(
    `insert into query (id, submission, unit_id, year, item, row_no, row_key, body, due, by_name, at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft')`,
    [q.id, q.submission, q.unit_id, q.year, q.item, q.row_no, q.row_key, q.body, q.due, q.by_name, q.at])
}

/** Another text of a draft; 0 when it is none any more. */
export const changeDraft = (sql: SqlWriter, q: Pick<QueryRow, 'id' | 'body' | 'due' | 'by_name' | 'at'>): Promise<number> =>
  sql.run(`update query set body = ?, due = ?, by_name = ?, at = ? where id = ? and state = 'draft'`, [q.body, q.due, q.by_name, q.at, q.id])

/** Takes a draft away; what was sent stays. */
export const dropDraft = (sql: SqlWriter, id: string): Promise<number> => sql.run(`delete from query where id = ? and state = 'draft'`, [id])

/** A submission's drafts go out. */
export const sendDrafts = (sql: SqlWriter, submission: number): Promise<number> => sql.run(`update query set state = 'sent' where submission = ? and state = 'draft'`, [submission])

/** What a newer submission says to a query; a later one says it anew. */
export const answerQuery = (sql: SqlWriter, a: { readonly id: string; readonly text: string; readonly submission: number; readonly at: string }): Promise<number> =>
  sql.run(`update query set state = 'answered', answer = ?, answered_in = ?, answered_at = ? where id = ? and state in ('sent', 'answered')`, [a.text, a.submission, a.at, a.id])

/** Closes a query that went out; 0 when somebody did before. */
export const closeQuery = (sql: SqlWriter, id: string, hand: { readonly name: string; readonly at: string }): Promise<number> =>
  sql.run(`update query set state = 'closed', settled_by = ?, settled_at = ? where id = ? and state in ('sent', 'answered')`, [hand.name, hand.at, id])

/** Closes whatever went out to a unit and year: accepting settles it. */
export const closeAll = (sql: SqlWriter, of: { readonly unit: string; readonly year: number }, hand: { readonly name: string; readonly at: string }): Promise<number> =>
  sql.run(`update query set state = 'closed', settled_by = ?, settled_at = ? where unit_id = ? and year = ? and state in ('sent', 'answered')`, [hand.name, hand.at, of.unit, of.year])

/** Drafts go over to the newest submission. */
export const moveDrafts = (sql: SqlWriter, of: { readonly unit: string; readonly year: number }, to: number): Promise<number> =>
  sql.run(`update query set submission = ? where unit_id = ? and year = ? and state = 'draft'`, [to, of.unit, of.year])
