import type { Request } from '../../../core/contract.ts'
import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import type { Result } from '../../../core/result.ts'
import type { Desk } from '../desk.ts'
import { reviewAccept } from './review/accept.ts'
import { reviewAdjust } from './review/adjust.ts'
import { reviewAdjustments } from './review/adjustments.ts'
import { reviewAcceptClean, reviewClean } from './review/clean.ts'
import { reviewDropQuery, reviewQuery, reviewSettle } from './review/queries.ts'
import { reviewQueue } from './review/queue.ts'
import { reviewReturn } from './review/returning.ts'
import { reviewAdmit, reviewRevoke } from './review/revoke.ts'
import { reviewView } from './review/view.ts'

async function reviewOpen(desk: Desk, args: Request<'review.open'>): Promise<Result<ReviewView>> {
  const at = await desk.ledger()
  return at.ok ? reviewView(desk, at.value, args.submission) : at
}

/** Calls of review (审阅). */
export const reviewHandlers = {
  'review.queue': reviewQueue,
  'review.open': reviewOpen,
  'review.query': reviewQuery,
  'review.dropQuery': reviewDropQuery,
  'review.settle': reviewSettle,
  'review.accept': reviewAccept,
  'review.return': reviewReturn,
  'review.revoke': reviewRevoke,
  'review.clean': reviewClean,
  'review.acceptClean': reviewAcceptClean,
  'review.admit': reviewAdmit,
  'review.adjust': reviewAdjust,
  'review.adjustments': reviewAdjustments,
}
