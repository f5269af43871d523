import type { Request } from '../../../../core/contract.ts'
import type { ReviewAnswers } from '../../../../core/contract/regulator/review.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { blockedBy } from '../../../../core/review/clean.ts'
import { keepSafe } from '../../../ledger/backup.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import { addLetter } from '../../../ledger/store/letter.ts'
import { queriesOf } from '../../../ledger/store/query.ts'
import { newerThan } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'
import { acceptInto, deciding, type Deciding } from './decide.ts'
import { acceptanceReceipt } from './letters.ts'
import { reviewView } from './view.ts'

type Answer = ReviewAnswers['review.accept']

/** Accepts a submission, over findings of 强制性 only with a reason; with a folder the receipt goes there. */
export async function reviewAccept(desk: Desk, args: Request<'review.accept'>): Promise<Result<Answer>> {
  const at = await deciding(desk, args.submission, ['in_review', 'received'])
  if (!at.ok) return at
  const done = await acceptOne(desk, at.value, args)
  if (!done.ok) return done
  await keepSafe(at.value.ledger, desk.host.now())
  const view = await reviewView(desk, at.value.ledger, args.submission)
  return view.ok ? ok({ view: view.value, file: done.value }) : view
}

/** Accepts; gives the receipt's path where one is wanted. Nothing is stored unless all is. */
export async function acceptOne(desk: Desk, at: Deciding, { reason, folder }: { readonly reason: string; readonly folder?: string | undefined }): Promise<Result<string | null>> {
  const { ledger, row } = at
  if (row.errors > 0 && reason.trim() === '') return no(problem('review-reason', { count: row.errors }))
  const receipt = folder === undefined ? ok(null) : await acceptanceReceipt(desk, ledger, { row, folder })
  if (!receipt.ok) return receipt
  try {
    await ledger.sql.write(async sql => {
      const drafts = (await queriesOf(sql, row.unit_id, row.year)).filter(query => query.state === 'draft').length
      const why = blockedBy({ state: row.state, drafts, newer: await newerThan(sql, row) })
      if (why !== null) throw new LedgerFailure(problem('review-blocked', { why }))
      await acceptInto(sql, at, { kind: 'accept', reason })
      if (receipt.value) await addLetter(sql, receipt.value.kept)
    })
  } catch (error) { receipt.value?.discard(); throw error }
  return receipt.value ? receipt.value.place() : ok(null)
}
