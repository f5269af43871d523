import { stateNames } from '../../../../core/review/states.ts'
import { problem, type Problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import { needs, type Ledger, type LedgerHand } from '../../../ledger/ledger.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { addDecision, type DecisionKind } from '../../../ledger/store/decision.ts'
import { closeAll } from '../../../ledger/store/query.ts'
import { moveTo, reviewedRow, rivalsOf, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'

/** A submission about to be decided on, and who decides. */
export interface Deciding { readonly ledger: Ledger; readonly hand: LedgerHand; readonly row: ReviewedRow }

/** The ledger for somebody who may review. */
export async function reviewing(desk: Desk): Promise<Result<Ledger>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const refused = needs(at.value, 'reviewer')
  return refused ? no(refused) : at
}

/** A submission in one of some states, for somebody who may decide on it. */
export async function deciding(desk: Desk, id: number, states: readonly ReviewedRow['state'][]): Promise<Result<Deciding>> {
  const at = await reviewing(desk)
  if (!at.ok) return at
  const row = await reviewedRow(at.value.sql, id)
  if (!row) return no(problem('not-found', { what: '这份报送件' }))
  return states.includes(row.state) ? ok({ ledger: at.value, hand: at.value.hand(), row }) : no(taken(row))
}

/** Somebody was faster. */
export const taken = (row: Pick<ReviewedRow, 'state' | 'state_by'>): Problem => problem('review-taken', { by: row.state_by, state: stateNames[row.state] })

/** Moves a submission or takes the whole step back, because somebody moved it since it was read. */
export async function moved(sql: SqlWriter, row: ReviewedRow, to: ReviewedRow['state'], hand: LedgerHand): Promise<void> {
  if (await moveTo(sql, row, to, hand) > 0) return
  const now = await reviewedRow(sql, row.id)
  throw new LedgerFailure(taken(now ?? row))
}

/** Writes down what was decided on a submission. */
export const record = (sql: SqlWriter, { row, hand }: Omit<Deciding, 'ledger'>, of: { readonly kind: DecisionKind; readonly reason: string; readonly detail?: unknown }): Promise<number> =>
  addDecision(sql, { submission: row.id, unit_id: row.unit_id, year: row.year, kind: of.kind, by_name: hand.name, at: hand.at, reason: of.reason, detail: JSON.stringify(of.detail ?? {}) })

/** Accepts inside a transaction: what the unit sent before gives way, what was asked is settled, all is written down. */
export async function acceptInto(sql: SqlWriter, at: Omit<Deciding, 'ledger'>, of: { readonly kind: 'accept' | 'accept-clean'; readonly reason: string }): Promise<void> {
  const { row, hand } = at
  await moved(sql, row, 'accepted', hand)
  const superseded: { id: number; state: string }[] = []
  for (const rival of await rivalsOf(sql, row, ['accepted', 'in_review', 'received'])) {
    if (await moveTo(sql, rival, 'superseded', hand) > 0) superseded.push({ id: rival.id, state: rival.state })
  }
  const closed = await closeAll(sql, { unit: row.unit_id, year: row.year }, hand)
  await record(sql, at, { ...of, detail: { superseded, closed } })
}
