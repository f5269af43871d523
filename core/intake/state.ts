import type { SubmissionState } from '../contract/regulator/intake.ts'

/** A submission of the same unit and year that the ledger holds. */
export interface Held { readonly id: number; readonly submitNo: number; readonly digest: string; readonly state: SubmissionState }
/** What the state of an arriving submission depends on (D9). */
export interface Arrival {
  readonly digest: string
  readonly submitNo: number
  readonly packKnown: boolean
  readonly year: number
  /** By 行政区划 of the main place; '' where it is not filled. */
  readonly region: string
  readonly registered: boolean
  readonly ledger: { readonly year: number; readonly region: string }
  readonly held: readonly Held[]
}
/** The state it gets, which held one that is because of, and what becomes of others. */
export interface Judged { readonly state: SubmissionState; readonly other: number | null; readonly moves: readonly { readonly id: number; readonly state: SubmissionState }[] }

/** States in which a submission takes part in its unit's order of numbers. */
const inOrder: ReadonlySet<SubmissionState> = new Set(['received', 'in_review', 'returned', 'accepted', 'superseded', 'conflict'])
/** States that a newer number ends; an accepted one stands until the newer is accepted. */
const open: ReadonlySet<SubmissionState> = new Set(['received', 'in_review', 'returned', 'conflict'])
/** States for a reason outside the unit's own order; the reason may be gone when the same content comes again. */
const aside: ReadonlySet<SubmissionState> = new Set(['unknown_pack', 'other_year', 'other_region', 'not_in_register'])

/** The state of an arriving submission: the first rule that fits. Nothing is accepted here and nothing is overwritten. */
export function stateOf(arrival: Arrival): Judged {
  const same = arrival.held.find((one) => one.digest === arrival.digest)
  if (same && !aside.has(same.state)) return { state: 'duplicate', other: same.id, moves: [] }
  const judged = outside(arrival) ?? ordered({ ...arrival, held: arrival.held.filter((one) => one !== same && inOrder.has(one.state)) })
  if (!same) return judged
  // The content is held already: the held one takes the state that it would get now.
  return { state: 'duplicate', other: same.id, moves: judged.state === same.state ? [] : [{ id: same.id, state: judged.state }, ...judged.moves] }
}

function outside({ packKnown, year, region, registered, ledger }: Arrival): Judged | null {
  const state: SubmissionState | null = !packKnown ? 'unknown_pack'
    : year !== ledger.year ? 'other_year'
    : region !== '' && !region.startsWith(ledger.region) ? 'other_region'
    : registered ? null : 'not_in_register'
  return state && { state, other: null, moves: [] }
}

function ordered({ submitNo, held }: Arrival): Judged {
  const rival = held.find((one) => one.submitNo === submitNo)
  if (rival) {
    // Which of the two counts is for a reviewer to say, so neither goes on by itself.
    const waits = rival.state === 'in_review' || rival.state === 'received'
    return { state: 'conflict', other: rival.id, moves: waits ? [{ id: rival.id, state: 'conflict' }] : [] }
  }
  const newest = held.reduce<Held | null>((best, one) => (best === null || one.submitNo > best.submitNo ? one : best), null)
  if (newest && newest.submitNo > submitNo) return { state: 'superseded', other: newest.id, moves: [] }
  return { state: 'in_review', other: newest?.id ?? null, moves: held.filter((one) => open.has(one.state)).map(({ id }) => ({ id, state: 'superseded' })) }
}
