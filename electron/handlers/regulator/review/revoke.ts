import { z } from 'zod'
import type { Request } from '../../../../core/contract.ts'
import type { ReviewView } from '../../../../core/contract/regulator/review.ts'
import { submissionStates } from '../../../../core/contract/regulator/intake.ts'
import type { Result } from '../../../../core/result.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { linkAnswers } from '../../../ledger/linkAnswers.ts'
import { lastDecision } from '../../../ledger/store/decision.ts'
import { moveTo, reviewedRow, rivalsOf, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { LedgerHand } from '../../../ledger/ledger.ts'
import type { Desk } from '../../desk.ts'
import { deciding, moved, record } from './decide.ts'
import { readSealed } from './gather.ts'
import { reviewView } from './view.ts'

const detail = z.looseObject({ superseded: z.array(z.object({ id: z.int(), state: z.enum(submissionStates) })).default([]) })

/** Takes an acceptance or a return back; what an acceptance had replaced stands again. */
export async function reviewRevoke(desk: Desk, args: Request<'review.revoke'>): Promise<Result<ReviewView>> {
  const at = await deciding(desk, args.submission, ['accepted', 'returned'])
  if (!at.ok) return at
  const { ledger, row, hand } = at.value
  await ledger.sql.write(async sql => {
    await moved(sql, row, 'in_review', hand)
    const restored = row.state === 'accepted' ? await restore(sql, row, hand) : []
    await record(sql, at.value, { kind: 'revoke', reason: args.reason, detail: { from: row.state, restored } })
  })
  return reviewView(desk, ledger, row.id)
}

async function restore(sql: SqlWriter, row: ReviewedRow, hand: LedgerHand): Promise<readonly number[]> {
  const made = await lastDecision(sql, row.id, ['accept', 'accept-clean'])
  const { superseded } = detail.parse(JSON.parse(made?.detail ?? '{}'))
  const restored: number[] = []
  for (const { id, state } of superseded) {
    const old = await reviewedRow(sql, id)
    // One that was only waiting has been replaced by this one all the same.
    if (old?.state === 'superseded' && state === 'accepted' && await moveTo(sql, old, state, hand) > 0) restored.push(id)
  }
  return restored
}

/** Lets a submission in that stood aside, or says that of two of the same number this one counts. */
export async function reviewAdmit(desk: Desk, args: Request<'review.admit'>): Promise<Result<ReviewView>> {
  const at = await deciding(desk, args.submission, ['conflict', 'not_in_register', 'other_region', 'other_year'])
  if (!at.ok) return at
  const { ledger, row, hand } = at.value
  const sealed = await readSealed(desk, ledger, row.id)
  if (!sealed.ok) return sealed
  const { pack } = sealed.value
  await ledger.sql.write(async sql => {
    await moved(sql, row, 'in_review', hand)
    const replaced: number[] = []
    for (const rival of await rivalsOf(sql, row, ['in_review', 'received', 'returned', 'conflict'])) if (await moveTo(sql, rival, 'superseded', hand) > 0) replaced.push(rival.id)
    await linkAnswers(sql, pack, { submission: row.id, unit: row.unit_id, year: row.year, at: hand.at })
    await record(sql, at.value, { kind: 'admit', reason: args.reason, detail: { from: row.state, replaced } })
  })
  return reviewView(desk, ledger, row.id)
}
