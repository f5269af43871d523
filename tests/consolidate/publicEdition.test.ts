import { expect, it } from 'vitest'
import type { PublicFigure } from '../../core/consolidate/disclosure.ts'
import { tells } from '../../core/consolidate/disclosure.ts'
import { conjuncts, nodeKey } from '../../core/consolidate/formula.ts'
import { sumsOf } from '../../core/consolidate/publicEdition.ts'
import { good } from '../support/desk.ts'
import { golden } from '../support/golden.ts'
import { reachable } from './attack.ts'
import { partOf } from '../../core/consolidate/sum.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { shapingba, shelf, tableOf, tableText, workOf, type Edition } from './held.ts'

const loaded = good(shelf.get('annual-2023'))
const edition: Edition = { loaded, held: shapingba(), region: '500106', public: true }
const work = workOf(edition)
const programs = work.all
const tables = loaded.pack.tables.map((spec) => tableOf(spec, edition, work))

it('fields with a single agency are not shown', () => {
  const t03 = tables.find((t) => t.id === 'T03')
  const airDefence = t03?.rows.find((r) => r.key === 'd36')
  expect(airDefence?.cells.find((c) => c.column === 'units')?.text).toBe('1')
  for (const column of ['rev', 'rev_share', 'staff', 'rpt', 'avg']) expect(airDefence?.cells.find((c) => c.column === column), column).toMatchObject({ text: '*', exact: null, hidden: true })
  golden('tables/T03-public.txt', tableText(t03 ?? tableOf(loaded.pack.tables[0] as never, edition, work)))
})

it('the totals of the district stay, counts too', () => {
  expect(tables.find((t) => t.id === 'T01')?.rows.map((r) => r.cells[0]?.text)).toEqual(['26', '0', '3', '19', '4', '26029', '1289', '7443', '32100', '39.22'])
  for (const t of tables) for (const r of t.rows) for (const c of r.cells) if (c.column === 'units') expect(c.hidden, `${t.id} ${r.key}`).toBe(false)
})

it('no sensitive figure of few units is printed anywhere, nor worked out from all that is printed in all tables', () => {
  const sensitive = new Set(programs.flatMap((p) => [...p.cells.values()].filter((c) => c.cell.format.sensitive && c.formula?.k === 'aggregate').flatMap((c) => (c.formula?.k === 'aggregate' && c.formula.of.kind === 'sum' ? [c.formula.of.key] : []))))
  const figures: PublicFigure[] = [...work.figures].flatMap(([key, f]) => (f.value === null ? [] : [{ key, value: f.value, units: f.units, largest: f.largest, sensitive: sensitive.has(key) }]))
  const open = figures.filter((f) => f.sensitive && tells(f) && !work.hidden.has(f.key))
  expect(open.map((f) => f.key)).toEqual([])
  expect(work.hidden.size).toBeGreaterThan(100)
  const sums = programs.flatMap((p) => sumsOf(p, work.figures))
  expect(sums.length).toBeGreaterThan(200)
  const negative = new Set(figures.filter((f) => f.value < 0n).map((f) => f.key))
  expect(reachable(figures, sums, work.hidden).filter((key) => !negative.has(key))).toEqual([])
})

it('no printed cell reads a hidden figure, and a share tells no part of a whole that is hidden', () => {
  for (const t of tables) for (const r of t.rows) for (const c of r.cells) if (c.hidden) expect([c.text, c.exact, c.adjusted, c.opens]).toEqual(['*', null, null, false])
  for (const t of tables) for (const chart of t.charts) for (const [i, name] of chart.names.entries()) {
    const row = t.rows.find((r) => r.labels.at(-1) === name)
    const hidden = row?.cells.some((c) => c.hidden && t.columns.find((k) => k.key === c.column)?.label === chart.unit) === true
    if (hidden) expect(chart.series[0]?.values[i] ?? null, `${t.id} ${name}`).toBeNull()
  }
})

/** Sums that happen to lie in each other (few small units are above scale) tell nothing to who does not know the units. */
it('no two printed sums, one with the conditions of the other and more, differ by one or two units, whatever tables and switches they stand in', () => {
  const sensitive = new Set(programs.flatMap((p) => [...p.cells.values()].flatMap((c) => (c.cell.format.sensitive && c.formula?.k === 'aggregate' ? [c.formula.of] : []))).filter((a) => a.kind === 'sum' && a.over === 'U' && a.offset === 0 && a.same === null))
  const summing = { index: lookup(loaded.pack), ledger: edition.held, scope: { year: 2023, region: '500106', basis: 'accepted' as const, level: 'all' as const } }
  const shown = [...sensitive].filter((a) => !work.hidden.has(a.key)).map((a) => ({ value: JSON.stringify(a.value), key: a.key, conditions: conjuncts(a.where).map(nodeKey), parts: edition.held.submissions.map((u) => partOf(a, u, summing)) }))
  const told = shown.flatMap((a) => shown.flatMap((b) => {
    if (a === b || a.value !== b.value || !a.conditions.every((c) => b.conditions.includes(c))) return []
    const rest = a.parts.map((p, i) => p - (b.parts[i] ?? 0n))
    const left = rest.filter((p) => p !== 0n)
    return left.length > 0 && left.length < 3 && left.every((p) => p > 0n) ? [`${a.key} − ${b.key}`] : []
  }))
  expect(shown.length).toBeGreaterThan(60)
  expect([...new Set(told)]).toEqual([])
})
