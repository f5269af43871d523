import type { ReviewView } from '../../../../core/contract/regulator/review.ts'
import { blockedBy } from '../../../../core/review/clean.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'
import { queueOf, withDifferences } from './queue.ts'

/** Its line, what stands in the way of accepting it, and its neighbours in the queue. */
export async function placeInQueue(desk: Desk, ledger: Ledger, row: ReviewedRow): Promise<Pick<ReviewView, 'line' | 'blocked' | 'previous' | 'next'>> {
  const queue = await queueOf(desk, ledger, row.year)
  const at = queue.findIndex(one => one.row.id === row.id)
  const own = queue[at]
  const [line] = own ? await withDifferences(ledger, [own]) : []
  if (!own || !line) throw new Error(`submission ${row.id} is not in the queue of ${row.year}`)
  return { line, blocked: blockedBy(own.facts), previous: queue[at - 1]?.row.id ?? null, next: queue[at + 1]?.row.id ?? null }
}
