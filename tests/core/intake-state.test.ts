import { describe, expect, it } from 'vitest'
import type { SubmissionState } from '../../core/contract/regulator/intake.ts'
import { stateOf, type Arrival, type Held } from '../../core/intake/state.ts'

const held = (id: number, submitNo: number, state: SubmissionState, digest = `d${id}`): Held => ({ id, submitNo, state, digest })
const arrival = (over: Partial<Arrival>): Arrival => ({ digest: 'new', submitNo: 1, packKnown: true, year: 2026, region: '500106', registered: true, ledger: { year: 2026, region: '5001' }, held: [], ...over })

/** What arrives → its state, the other one, what becomes of others. */
const table: readonly (readonly [says: string, over: Partial<Arrival>, state: SubmissionState, other: number | null, moves: readonly (readonly [number, SubmissionState])[]])[] = [
  ['the first of its unit waits in review', {}, 'in_review', null, []],
  ['a pack that is not known comes before everything', { packKnown: false, year: 2025, registered: false }, 'unknown_pack', null, []],
  ['another year', { year: 2025, region: '330100' }, 'other_year', null, []],
  ['another region', { region: '330100', registered: false }, 'other_region', null, []],
  ['the nation takes every region', { region: '330100', ledger: { year: 2026, region: '' } }, 'in_review', null, []],
  ['a blank region is for the rules to find', { region: '' }, 'in_review', null, []],
  ['not in the register', { registered: false }, 'not_in_register', null, []],
  ['the same content again', { held: [held(7, 1, 'in_review', 'new')] }, 'duplicate', 7, []],
  ['the same content of an accepted one', { held: [held(7, 1, 'accepted', 'new')] }, 'duplicate', 7, []],
  ['the same content of one that was put aside for a reason that stands', { registered: false, held: [held(7, 1, 'not_in_register', 'new')] }, 'duplicate', 7, []],
  ['the same content of one whose reason is gone', { held: [held(7, 1, 'not_in_register', 'new')] }, 'duplicate', 7, [[7, 'in_review']]],
  ['the same content of one whose reason is gone, beside an older number', { submitNo: 2, held: [held(6, 1, 'in_review'), held(7, 2, 'other_year', 'new')] }, 'duplicate', 7, [[7, 'in_review'], [6, 'superseded']]],
  ['the same number with other content: both wait', { held: [held(7, 1, 'in_review')] }, 'conflict', 7, [[7, 'conflict']]],
  ['the same number with other content as an accepted one', { held: [held(7, 1, 'accepted')] }, 'conflict', 7, []],
  ['the same number as a returned one', { held: [held(7, 1, 'returned')] }, 'conflict', 7, []],
  ['the same number as one put aside is no conflict', { held: [held(7, 1, 'other_region')] }, 'in_review', null, []],
  ['an older number', { submitNo: 1, held: [held(7, 3, 'in_review'), held(6, 2, 'superseded')] }, 'superseded', 7, []],
  ['a newer number ends the open ones', { submitNo: 4, held: [held(5, 1, 'superseded'), held(6, 2, 'returned'), held(7, 3, 'in_review')] }, 'in_review', 7, [[6, 'superseded'], [7, 'superseded']]],
  ['a newer number leaves the accepted one until it is accepted itself', { submitNo: 2, held: [held(7, 1, 'accepted')] }, 'in_review', 7, []],
  ['a newer number settles a conflict of older ones', { submitNo: 2, held: [held(6, 1, 'conflict'), held(7, 1, 'conflict')] }, 'in_review', 6, [[6, 'superseded'], [7, 'superseded']]],
  ['a number that was passed over does no harm', { submitNo: 9 }, 'in_review', null, []],
]

describe('an arriving submission', () => {
  it.each(table)('%s', (_, over, ...[state, other, moves]) => {
    expect(stateOf(arrival(over))).toEqual({ state, other, moves: moves.map(([id, to]) => ({ id, state: to })) })
  })
  it('is never accepted by arriving', () => {
    for (const [, over] of table) expect(stateOf(arrival(over)).state).not.toBe('accepted')
  })
})
