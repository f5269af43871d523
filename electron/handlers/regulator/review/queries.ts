import { randomBytes } from 'node:crypto'
import type { Request } from '../../../../core/contract.ts'
import type { ReviewView } from '../../../../core/contract/regulator/review.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import type { Payload } from '../../../../core/submission/payload.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { addQuery, changeDraft, closeQuery, dropDraft, queryRow, type QueryRow } from '../../../ledger/store/query.ts'
import { reviewedOf, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'
import { deciding, record, reviewing, type Deciding } from './decide.ts'
import { readSealed } from './gather.ts'
import { reviewView } from './view.ts'

/** Puts a new query on a cell, or another text into one that was not sent. */
export async function reviewQuery(desk: Desk, args: Request<'review.query'>): Promise<Result<ReviewView>> {
  const at = await deciding(desk, args.submission, ['in_review', 'received'])
  if (!at.ok) return at
  const { ledger } = at.value
  const asked = args.query === undefined ? await ask(desk, at.value, args) : await change(at.value, { id: args.query, body: args.text, due: args.due })
  return asked.ok ? reviewView(desk, ledger, args.submission) : asked
}

async function ask(desk: Desk, at: Deciding, args: Request<'review.query'>): Promise<Result<unknown>> {
  const sealed = await readSealed(desk, at.ledger, at.row.id)
  if (!sealed.ok) return sealed
  const cell = cellOf(sealed.value, args)
  if (!cell.ok) return cell
  return ok(await at.ledger.sql.write(sql => addQuery(sql, newQuery(at, { ...cell.value, body: args.text, due: args.due }))))
}

async function change({ ledger, hand }: Deciding, to: Pick<QueryRow, 'id' | 'body' | 'due'>): Promise<Result<null>> {
  const changed = await ledger.sql.write(sql => changeDraft(sql, { ...to, by_name: hand.name, at: hand.at }))
  return changed > 0 ? ok(null) : no(problem('review-query'))
}

type Cell = Pick<QueryRow, 'item' | 'row_no' | 'row_key'>

/** A cell of a submission by item and row; an item that stands once has no row, one of a table needs a row that is there. */
function cellOf({ pack, payload }: { readonly pack: Pack; readonly payload: Payload }, { item, row }: { readonly item: string | null; readonly row: number | null }): Result<Cell> {
  if (item === null) return ok({ item: null, row_no: null, row_key: null })
  const table = lookup(pack).item(item)?.table
  if (table === undefined || (table === null) !== (row === null)) return no(problem('review-cell', { item }))
  if (table === null) return ok({ item, row_no: null, row_key: null })
  const found = payload.tables[table.key]?.rows.find(one => one.id === row)
  return found ? ok({ item, row_no: found.id, row_key: found.cells[table.rowKey] ?? null }) : no(problem('review-cell', { item }))
}

/** A query's lasting name carries its year, so that it is known at sight; the rest is by chance, so that reviewers need not agree on a count. */
const newQuery = ({ row, hand }: { readonly row: ReviewedRow; readonly hand: Deciding['hand'] }, of: Cell & Pick<QueryRow, 'body' | 'due'>): Parameters<typeof addQuery>[1] =>
  ({ id: `Q${row.year}-${randomBytes(5).toString('hex')}`, submission: row.id, unit_id: row.unit_id, year: row.year, ...of, by_name: hand.name, at: hand.at })

/** Takes a query away that was not sent. */
export async function reviewDropQuery(desk: Desk, args: Request<'review.dropQuery'>): Promise<Result<ReviewView>> {
  const at = await reviewing(desk)
  if (!at.ok) return at
  const query = await queryRow(at.value.sql, args.query)
  if (!query) return no(problem('review-query'))
  const dropped = await at.value.sql.write(sql => dropDraft(sql, args.query))
  return dropped > 0 ? reviewView(desk, at.value, query.submission) : no(problem('review-query'))
}

/** Closes a query that went out, or asks again on the newest submission. */
export async function reviewSettle(desk: Desk, args: Request<'review.settle'>): Promise<Result<ReviewView>> {
  const at = await reviewing(desk)
  if (!at.ok) return at
  const ledger = at.value
  const query = await queryRow(ledger.sql, args.query)
  if (!query || (query.state !== 'sent' && query.state !== 'answered')) return no(problem('review-query'))
  const newest = (await reviewedOf(ledger.sql, query.unit_id, query.year)).findLast(row => row.state === 'in_review' || row.state === 'received')
  if (args.do === 'reopen' && !newest) return no(problem('review-state', { state: '没有待审阅的报送' }))
  const row = newest ?? (await reviewedOf(ledger.sql, query.unit_id, query.year)).find(one => one.id === query.submission)
  if (!row) return no(problem('review-query'))
  await ledger.sql.write(sql => settle(sql, { ledger, hand: ledger.hand(), row }, { query, args }))
  return reviewView(desk, ledger, row.id)
}

async function settle(sql: SqlWriter, at: Deciding, { query, args }: { readonly query: QueryRow; readonly args: Request<'review.settle'> }): Promise<void> {
  if (await closeQuery(sql, query.id, at.hand) === 0) throw new LedgerFailure(problem('review-query'))
  const again = args.do === 'reopen' ? newQuery(at, { item: query.item, row_no: query.row_no, row_key: query.row_key, body: args.text.trim() || query.body, due: args.due ?? query.due }) : null
  if (again) await addQuery(sql, again)
  await record(sql, at, { kind: again ? 'ask-again' : 'close', reason: args.text, detail: { query: query.id, ...(again ? { again: again.id } : {}) } })
}
