import { afterEach, beforeEach, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

it('opens any installed pack, filled in here or not', async () => {
  expect(await clerk.asks('pack.open', { pack: 'annual-2025' })).toMatchObject({ id: 'annual-2025', year: 2025 })
})

it('says so when a pack is not installed', async () => {
  expect(await clerk.isRefused('pack.open', { pack: 'annual-1999' })).toMatchObject({ code: 'pack-unknown', params: { pack: 'annual-1999' } })
  expect(await clerk.isRefused('pack.open', { pack: '../annual-2026' })).toMatchObject({ code: 'pack-unknown' })
})

it('says the day of sealing as audits saw it', async () => {
  await clerk.fillsTwoYears()
  await clerk.asks('unit.today', { unit: clerk.unit, today: '2027-03-12' })
  await clerk.seals()
  const { units } = await clerk.asks('app.state', {})
  expect(units.flatMap(({ filings }) => filings).find(({ filing }) => filing === clerk.filing)?.sealedOn).toBe('2027-03-12')
})
