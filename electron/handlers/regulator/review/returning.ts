import type { Request } from '../../../../core/contract.ts'
import type { ReviewAnswers } from '../../../../core/contract/regulator/review.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { laidOut } from '../../../../core/review/audited.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import { addLetter } from '../../../ledger/store/letter.ts'
import { queriesOf, sendDrafts, type QueryRow } from '../../../ledger/store/query.ts'
import type { ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Sql } from '../../../ledger/sql.ts'
import type { Desk } from '../../desk.ts'
import { deciding, moved, record, taken, type Deciding } from './decide.ts'
import { readSealed } from './gather.ts'
import { returnSlip, type ReadyLetter } from './letters.ts'
import { reviewView } from './view.ts'

/** Returns a submission with its new queries and writes the return slip. */
export async function reviewReturn(desk: Desk, args: Request<'review.return'>): Promise<Result<ReviewAnswers['review.return']>> {
  const at = await deciding(desk, args.submission, ['in_review', 'received'])
  if (!at.ok) return at
  const { ledger, row } = at.value
  const sealed = await readSealed(desk, ledger, row.id)
  if (!sealed.ok) return sealed
  const { pack, payload } = sealed.value
  const queries = await draftsOf(ledger.sql, row)
  const slip = await returnSlip(desk, ledger, { ...args, row, pack, queries, cells: laidOut(pack, payload).cells })
  if (!slip.ok) return slip
  await sendBack(at.value, { queries, slip: slip.value, args })
  const file = slip.value.place()
  if (!file.ok) return file
  const view = await reviewView(desk, ledger, row.id)
  return view.ok ? ok({ view: view.value, file: file.value, queries: queries.length }) : view
}

const draftsOf = async (sql: Sql, row: ReviewedRow): Promise<readonly QueryRow[]> =>
  (await queriesOf(sql, row.unit_id, row.year)).filter(query => query.state === 'draft' && query.submission === row.id)

/** One step: the state, the queries on their way, the letter and the record. */
async function sendBack(at: Deciding, of: { readonly queries: readonly QueryRow[]; readonly slip: ReadyLetter; readonly args: Request<'review.return'> }): Promise<void> {
  const { ledger, row } = at
  const { queries, slip, args } = of
  try {
    await ledger.sql.write(async sql => {
      await moved(sql, row, 'returned', at.hand)
      // Whatever was asked or changed since the slip was written is not on it.
      const now = await draftsOf(sql, row)
      if (now.length !== queries.length || now.some((query, n) => query.id !== queries[n]?.id || query.body !== queries[n]?.body)) throw new LedgerFailure(taken(row))
      await sendDrafts(sql, row.id)
      await addLetter(sql, slip.kept)
      await record(sql, at, { kind: 'return', reason: args.reason, detail: { due: args.due, queries: queries.map(query => query.id), letter: slip.kept.digest } })
    })
  } catch (error) { slip.discard(); throw error }
}
