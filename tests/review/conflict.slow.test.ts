import { expect, test } from 'vitest'
import { bureausOn } from '../support/bureaus.ts'
import { describeLedger } from '../support/ledger.ts'
import { unitOf } from '../support/submissions.ts'

describeLedger('two contents under one number', make => {
  const bureauOf = bureausOn(make)
  const look = { search: '', region: '', group: '', offset: 0, limit: 50 } as const

  test('the unit has reported and waits for a decision: in the counts, the register, the list of those to be urged and the tables', async () => {
    const bureau = await bureauOf(2)
    bureau.gets('a.xlsx', { n: 1 })
    bureau.gets('b.xlsx', { n: 1, values: { tel: '023-11111111' } })
    const { batch } = await bureau.takesIn()
    expect([...(await bureau.files(batch)).values()].map(file => file.state)).toEqual(['conflict', 'conflict'])
    expect((await bureau.asks('ledger.state', {}))?.counts).toEqual({ due: 2, received: 1, missing: 1, accepted: 0, inReview: 1, returned: 0 })
    expect((await bureau.asks('register.look', { ...look, state: 'all' })).units.map(({ unit, state }) => [unit, state])).toEqual([[unitOf(1), 'conflict'], [unitOf(2), 'missing']])
    expect((await bureau.asks('register.look', { ...look, state: 'received' })).units.map(({ unit }) => unit)).toEqual([unitOf(1)])
    const missing = await bureau.asks('register.missing', { region: '' })
    expect(missing.units.map(({ unit }) => unit)).toEqual([unitOf(2)])
    expect(missing.byRegion).toMatchObject([{ due: 2, received: 1, missing: 1 }])
  }, 60_000)

  test('what is accepted stands while another content under its number waits', async () => {
    const bureau = await bureauOf(1)
    bureau.gets('a.xlsx', { n: 1 })
    await bureau.takesIn()
    await bureau.accepts((await bureau.files()).get('a.xlsx')?.submission)
    await bureau.takesIn(bureau.gets('b.xlsx', { n: 1, values: { tel: '023-11111111' } }))
    expect((await bureau.asks('review.queue', { search: '', state: 'all', offset: 0, limit: 9 })).lines.map(line => line.state).toSorted()).toEqual(['accepted', 'conflict'])
    expect((await bureau.asks('ledger.state', {}))?.counts).toMatchObject({ received: 1, missing: 0, accepted: 1, inReview: 0 })
  }, 60_000)
})
