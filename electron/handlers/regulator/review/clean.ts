import type { Request } from '../../../../core/contract.ts'
import type { CleanPreview, ReviewAnswers } from '../../../../core/contract/regulator/review.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { notClean } from '../../../../core/review/clean.ts'
import { keepSafe } from '../../../ledger/backup.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import type { Ledger, LedgerHand } from '../../../ledger/ledger.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { addLetter } from '../../../ledger/store/letter.ts'
import { newerThan } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'
import { acceptInto, reviewing } from './decide.ts'
import { acceptanceReceipt, type ReadyLetter } from './letters.ts'
import { queueOf, type Queued } from './queue.ts'

const CHUNK = 200

const waiting = async (desk: Desk, ledger: Ledger): Promise<readonly Queued[]> => (await queueOf(desk, ledger, ledger.info.year)).filter(one => one.group === 'in_review')

/** What would be accepted in bulk (D9), and what not and why. */
export async function reviewClean(desk: Desk): Promise<Result<CleanPreview>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const judged = (await waiting(desk, at.value)).map(({ line, facts }) => ({ line, why: notClean(facts) }))
  return ok({ ready: judged.filter(one => one.why === null).map(one => one.line), not: judged.flatMap(({ line, why }) => (why === null ? [] : [{ line, why }])) })
}

/** Accepts in bulk what is still clean when its turn comes; the rest is counted and left as it is. */
export async function reviewAcceptClean(desk: Desk, args: Request<'review.acceptClean'>): Promise<Result<ReviewAnswers['review.acceptClean']>> {
  const at = await reviewing(desk)
  if (!at.ok) return at
  const ledger = at.value
  const asked = new Set(args.submissions)
  const clean = (await waiting(desk, ledger)).filter(one => asked.has(one.row.id) && notClean(one.facts) === null)
  const hand = ledger.hand()
  let [accepted, files] = [0, 0]
  for (let from = 0; from < clean.length; from += CHUNK) {
    const done = await acceptMany(desk, ledger, { list: clean.slice(from, from + CHUNK), hand, folder: args.folder })
    if (!done.ok) return done
    accepted += done.value.accepted
    files += done.value.files
  }
  await ledger.sql.write(sql => addDecision(sql, {
    submission: null, unit_id: null, year: ledger.info.year, kind: 'accept-clean', by_name: hand.name, at: hand.at, reason: '', detail: JSON.stringify({ asked: asked.size, accepted, files }),
  }))
  if (accepted > 0) await keepSafe(ledger, desk.host.now(), { always: true })
  return ok({ accepted, not: asked.size - accepted, files })
}

interface Many { readonly list: readonly Queued[]; readonly hand: LedgerHand; readonly folder: string | undefined }

/** One transaction for many; one that somebody else took is left out. */
async function acceptMany(desk: Desk, ledger: Ledger, { list, hand, folder }: Many): Promise<Result<{ readonly accepted: number; readonly files: number }>> {
  const receipts = new Map<number, ReadyLetter>()
  const discard = (): void => { for (const receipt of receipts.values()) receipt.discard() }
  for (const { row } of folder === undefined ? [] : list) {
    const receipt = await acceptanceReceipt(desk, ledger, { row, folder: folder ?? '' })
    if (!receipt.ok) { discard(); return receipt }
    receipts.set(row.id, receipt.value)
  }
  let accepted = 0
  try {
    await ledger.sql.write(async sql => {
      for (const { row } of list) {
        const receipt = receipts.get(row.id)
        try {
          if (await newerThan(sql, row) !== null) throw new LedgerFailure({ code: 'review-taken', params: {} })
          await acceptInto(sql, { row, hand }, { kind: 'accept-clean', reason: '' })
        } catch (error) {
          if (!(error instanceof LedgerFailure) || error.problem.code !== 'review-taken') throw error
          receipt?.discard()
          receipts.delete(row.id)
          continue
        }
        if (receipt) await addLetter(sql, receipt.kept)
        accepted++
      }
    })
  } catch (error) { discard(); throw error }
  for (const receipt of receipts.values()) { const placed = receipt.place(); if (!placed.ok) return placed }
  return ok({ accepted, files: receipts.size })
}
