import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Aggregate } from '../../core/consolidate/formula.ts'
import { readFormula } from '../../core/consolidate/read.ts'
import { sumAll } from '../../core/consolidate/sum.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { itemSources } from '../../electron/ledger/consolidate/sources.ts'
import { runAggregates } from '../../electron/ledger/consolidate/run.ts'
import { unitParts } from '../../electron/ledger/consolidate/parts.ts'
import { openShelf } from '../../electron/packs.ts'
import { describeLedger } from '../support/ledger.ts'
import { good } from '../support/desk.ts'
import { pour, randomLedger } from '../support/randomLedger.ts'

const shelf = openShelf('seeds')
const now = good(shelf.get('annual-2026')).pack
const before = good(shelf.get('annual-2025')).pack
const index = lookup(now)

const text = fc.constantFrom('"1"', '"2"', '"3"', '"9"', '"乱"')
const compare = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const unitTexts = fc.constantFrom('size_class', 'own_group', 'qual_level', 'hnte', 'plat_join', 'op_status', 'substr(biz_region,1,2)', 'substr(group_name,2,3)')
const unitNumbers = fc.constantFrom('rev_total', 'staff_total', 'cma_prov_cnt', 'rpt_total', 'rev_total+rd_total', 'staff_total*3', 'rev_total-0.5', '-rd_total', 'rows(domains)', 'rows(certs: cert_status="1")')
const rowTexts = fc.constantFrom('dom_code', 'dom_main', 'dom_theme')
const atom = (texts: fc.Arbitrary<string>, numbers: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(
  fc.tuple(texts, compare, text).map(p => p.join(' ')), fc.tuple(numbers, compare, fc.constantFrom('0', '10', '0.005', '250', '1000000')).map(p => p.join(' ')),
  fc.tuple(texts, fc.uniqueArray(text, { minLength: 1, maxLength: 3 })).map(([t, set]) => `${t} in {${set.join(',')}}`),
  fc.tuple(numbers, fc.constantFrom('0 and 100', '5.5 and 90000')).map(([n, range]) => `${n} between ${range}`),
  fc.constantFrom('rev_total', 'group_name', 'biz_region').map(i => `blank(${i})`),
)
const joined = (one: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(one, fc.tuple(one, one).map(p => p.join(' and ')), fc.tuple(one, one).map(p => `(${p.join(' or ')})`), one.map(c => `not (${c})`), fc.tuple(one, one, one).map(([a, b, c]) => `${a} and not (${b} or ${c})`))
const inRows = joined(atom(rowTexts, fc.constantFrom('dom_rev', 'dom_rpt', 'dom_staff', 'staff_total')))
const any = inRows.map(c => `any(domains: ${c})`)
const inUnits = joined(fc.oneof({ weight: 4, arbitrary: atom(unitTexts, unitNumbers) }, { weight: 1, arbitrary: any }))

const aggregate = fc.oneof(
  inUnits.map(c => `count(U: ${c})`), fc.tuple(fc.constantFrom('rev_total', 'std_intl+std_nat', 'staff_total*2-rd_total', 'rpt_total'), inUnits).map(([x, c]) => `sum(${x}: ${c})`),
  fc.tuple(fc.constantFrom('dom_rev', 'dom_rpt', 'domains.dom_staff', 'dom_rev+dom_rpt'), inRows).map(([x, c]) => `sum(${x}: ${c})`),
  inRows.map(c => `rows(domains: ${c})`), fc.constantFrom('rows(domains)', 'rows(certs)', 'sum(dom_rev)', 'count(U)'), inUnits.map(c => `distinct(group_name: ${c})`), inRows.map(c => `distinct(domains.dom_code: ${c})`),
)
const placed = fc.tuple(fc.constantFrom('', '', 'prev', 'same', 'same prev', 'prev same'), aggregate).map(([words, a]) => words.split(' ').filter(w => w !== '').reduceRight((x, w) => `${w}(${x})`, a))

function aggregatesIn(sources: readonly string[]): readonly Aggregate[] {
  return sources.flatMap(source => {
    const formula = readFormula(source, { index, year: 2026, always: [], row: [], chosen: () => null })
    return formula.k === 'aggregate' ? [formula.of] : []
  })
}

describeLedger('expressions by lot', make => {
  it('come to the same in the database and in the slow computation, and their parts add up', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), fc.array(placed, { minLength: 1, maxLength: 20 }), fc.constantFrom('', '50'), async (seed, sources, region) => {
      const ledger = await make()
      const held = randomLedger(seed, 7, [{ pack: now, like: now }, { pack: before, like: now }, { pack: { ...now, id: 'annual-2024', year: 2024 }, like: now }])
      await pour(ledger, held, [{ pack: now, keyOf: key => key }, { pack: before, keyOf: key => lookup(before).keyOf(key) ?? null }, { pack: { ...now, id: 'annual-2024', year: 2024 }, keyOf: key => key }])
      const aggregates = aggregatesIn(sources)
      const scope = { year: 2026, region, basis: 'accepted' as const, level: 'all' as const }
      const ground = { sql: ledger.sql, pack: now, sources: await itemSources(ledger.sql, shelf, now), scope }
      const slow = sumAll(aggregates, { index, ledger: held, scope })
      for (const facts of [false, true]) {
        const quick = await runAggregates(aggregates, ground, facts)
        expect(aggregates.map(a => `${a.key} ${quick.get(a.key)?.value}`)).toEqual(aggregates.map(a => `${a.key} ${slow.get(a.key)?.value}`))
        if (facts) for (const a of aggregates) if (a.kind === 'sum') expect([a.key, quick.get(a.key)]).toEqual([a.key, slow.get(a.key)])
      }
      for (const a of aggregates) {
        const [parts, value] = [await unitParts(a, ground), slow.get(a.key)?.value]
        if (a.kind !== 'distinct' && value !== null) expect([a.key, parts.reduce((sum, p) => sum + BigInt(p.part), 0n)]).toEqual([a.key, value])
      }
      ledger.close()
    }), { numRuns: Number(process.env['RUNS'] ?? 15) })
  }, 240_000)
})
