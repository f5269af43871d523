import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BaseScope, HeldLedger } from '../../core/consolidate/ledgerData.ts'
import { frameOf, standings } from '../../core/consolidate/inputs.ts'
import { programFor } from '../../core/consolidate/program.ts'
import { sumAll } from '../../core/consolidate/sum.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { itemSources } from '../../electron/ledger/consolidate/sources.ts'
import { runAggregates } from '../../electron/ledger/consolidate/run.ts'
import type { Aggregate } from '../../core/consolidate/formula.ts'
import type { Ledger } from '../../electron/ledger/ledger.ts'
import { openShelf } from '../../electron/packs.ts'
import { describeLedger } from '../support/ledger.ts'
import { good } from '../support/desk.ts'
import { pour, randomLedger } from '../support/randomLedger.ts'

const shelf = openShelf('seeds')
const now = good(shelf.get('annual-2026')).pack
const before = good(shelf.get('annual-2025')).pack
const index = lookup(now)
const years = [{ pack: now, like: now }, { pack: before, like: now }]
const oldKey = (key: string): string | null => lookup(before).keyOf(key) ?? null
const poured = [{ pack: now, keyOf: (key: string) => key }, { pack: before, keyOf: oldKey }]

const places = ['500106', '500107', '500112', '510104', '110101']
/** The aggregates of every table however its switches stand, a list for each. */
const asked = now.tables.flatMap(spec => standings(spec).map(switches => programFor(spec, { ...frameOf(now, switches), places }).aggregates.filter(a => a.over !== 'R')))

const scope = fc.record({ year: fc.constant(2026), region: fc.constantFrom('', '50', '500106'), basis: fc.constantFrom('accepted' as const, 'received' as const), level: fc.constantFrom('all' as const, '1' as const, '2' as const) })

async function compared(ledger: Ledger, held: HeldLedger, aggregates: readonly Aggregate[], over: BaseScope): Promise<void> {
  const sources = await itemSources(ledger.sql, shelf, now)
  for (const facts of [false, true]) {
    const quick = await runAggregates(aggregates, { sql: ledger.sql, pack: now, sources, scope: over }, facts)
    const slow = sumAll(aggregates, { index, ledger: held, scope: over })
    const odd = aggregates.filter(a => quick.get(a.key)?.value !== slow.get(a.key)?.value).map(a => `${a.key}: ${quick.get(a.key)?.value} ≠ ${slow.get(a.key)?.value}`)
    expect(odd).toEqual([])
    if (facts) for (const a of aggregates) if (a.kind === 'sum') expect({ key: a.key, ...quick.get(a.key) }).toEqual({ key: a.key, ...slow.get(a.key) })
  }
}

describeLedger('the compiler agrees with the slow computation', make => {
  it('on every figure of every table, over ledgers by lot', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 9 }), scope, async (seed, units, over) => {
      const ledger = await make()
      const held = randomLedger(seed, units, years)
      await pour(ledger, held, poured)
      for (const aggregates of asked) await compared(ledger, held, aggregates, over)
      ledger.close()
    }), { numRuns: 10 })
  }, 120_000)
})
