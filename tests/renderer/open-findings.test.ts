import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOf, shownFindings } from '../../renderer/grid/marks.ts'
import { bundles } from '../../renderer/screens/audit/order.ts'
import { totalsOf } from '../../renderer/screens/home/nextStep.ts'
import { blockersOf } from '../../renderer/screens/seal/blockers.ts'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

/** What each screen says of the open filing: the badge, 审核, 封存 and home. */
async function said(): Promise<Readonly<Record<'badge' | 'audit' | 'seal' | 'home', readonly [stop: number, verify: number]>>> {
  const view = await clerk.sees()
  const open = openOf(view)
  const list = bundles(view, shownFindings(view, true), 'severity')
  const listed = (key: string): number => list.find((bundle) => bundle.key === key)?.findings.length ?? 0
  const blockers = blockersOf(view, await clerk.asks('seal.check', { filing: clerk.filing }), '/desk')
  const filing = (await clerk.asks('app.state', {})).units[0]?.filings[0]
  const totals = filing ? totalsOf(filing) : { wrong: -1, toExplain: -1 }
  return {
    badge: [open.stop.length, open.verify.length], audit: [listed('stop'), listed('verify')],
    seal: [blockers.stops, blockers.unexplained], home: [totals.wrong, totals.toExplain],
  }
}
const all = (stop: number, verify: number) => ({ badge: [stop, verify], audit: [stop, verify], seal: [stop, verify], home: [stop, verify] })

describe('how many findings are open', () => {
  it('is the same on every screen of a blank filing, a filled one, and one with a mistake', async () => {
    await clerk.startsUnit('annual-2026')
    const blank = await said()
    expect(blank).toEqual(all(...blank.badge as [number, number]))
    await clerk.fillsLike('enterprise', 2026)
    const filled = await said()
    expect(filled).toEqual(all(...filled.badge as [number, number]))
    expect(filled.badge[0]).toBe(0)
    await clerk.types('staff_female', '99999')
    const wrong = await said()
    expect(wrong.badge[0]).toBeGreaterThan(0)
    expect(wrong).toEqual(all(...wrong.badge as [number, number]))
  })

  it('leaves a blank sign-off to what is still missing, on every screen', async () => {
    await clerk.startsUnit('annual-2026')
    await clerk.fillsLike('enterprise', 2026)
    const before = await said()
    await clerk.types('unit_head', '')
    const view = await clerk.sees()
    expect(openOf(view).missing.length).toBeGreaterThan(0)
    expect(await said()).toEqual(before)
    expect(blockersOf(view, await clerk.asks('seal.check', { filing: clerk.filing }), '/desk').signoff).toHaveLength(1)
  })

  it('leaves a blank required cell to what is still missing', async () => {
    await clerk.startsUnit('annual-2026')
    await clerk.fillsLike('enterprise', 2026)
    await clerk.types('staff_female', '')
    expect(openOf(await clerk.sees()).missing.length).toBeGreaterThan(0)
    const now = await said()
    expect(now).toEqual(all(...now.badge as [number, number]))
  })
})
