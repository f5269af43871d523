import type { Reader, Writer } from './open.ts'

/** A query of a return slip with its reply; `letter` is the digest of the slip, `position` its place in it. */
export interface QueryRow {
  readonly submit_no: number
  readonly query: string
  readonly position: number
  readonly letter: string
  readonly reply: string
  readonly replied_at: string | null
  readonly answered_in: number | null
}

/** Every query of a filing, oldest submission first. */
export const queriesOf = (db: Reader, filing: number): readonly QueryRow[] =>
  db.all('select submit_no, query, position, letter, reply, replied_at, answered_in from query where filing = ? order by submit_no, letter, position', filing)
/** Puts a query; one of the same name on the same submission takes the newer slip's words and keeps its reply. */
export const putQuery = (db: Writer, filing: number, q: Pick<QueryRow, 'submit_no' | 'query' | 'position' | 'letter'>): void => {
  db.run('insert into query (filing, submit_no, query, position, letter) values (?, ?, ?, ?, ?) on conflict do update set position = excluded.position, letter = excluded.letter',
    filing, q.submit_no, q.query, q.position, q.letter)
}
/** Writes the reply to a query, or takes it away. */
export const putReply = (db: Writer, filing: number, to: Pick<QueryRow, 'submit_no' | 'query'>, said: { readonly text: string; readonly at: string }): boolean =>
  db.run('update query set reply = ?, replied_at = ? where filing = ? and submit_no = ? and query = ?', said.text, said.text === '' ? null : said.at, filing, to.submit_no, to.query).changes > 0
/** Notes which submission answered a query. */
export const putAnswered = (db: Writer, filing: number, to: Pick<QueryRow, 'submit_no' | 'query'>, answeredIn: number): void => {
  db.run('update query set answered_in = ? where filing = ? and submit_no = ? and query = ?', answeredIn, filing, to.submit_no, to.query)
}
