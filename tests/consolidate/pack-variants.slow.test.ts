import { describe, expect, it } from 'vitest'
import type { HeldLedger, HeldSubmission } from '../../core/consolidate/ledgerData.ts'
import { good } from '../support/desk.ts'
import { shapingba, shelf, tableOf, type Edition } from './held.ts'

const loaded = good(shelf.get('annual-2026'))
const held = shapingba()
const of = (year: number, list: readonly HeldSubmission[], from: number): readonly HeldSubmission[] => list.map((s, i) => ({ ...s, id: from + i, year, unitId: `${s.unitId}${from > 900 ? `-${i}` : ''}` }))
const provincial = held.submissions.filter((s) => s.items.get('qual_level') === '2')
/** 2026: the 26 units and eleven more of provincial level; 2025: the 26 units. */
const ledger: HeldLedger = { submissions: [...of(2026, held.submissions, 100), ...of(2026, provincial.slice(0, 11), 1000), ...of(2025, held.submissions, 500)], reporting: [] }
const edition = (more: Partial<Edition> = {}): Edition => ({ loaded, held: ledger, region: '500106', public: false, ...more })
const table = (id: string, e = edition()) => {
  const spec = loaded.pack.tables.find((t) => t.id === id)
  if (!spec) throw new Error(id)
  return tableOf(spec, e)
}
const row = (id: string, key: string, e = edition()): Readonly<Record<string, string>> => Object.fromEntries((table(id, e).rows.find((r) => r.key === key)?.cells ?? []).map((c) => [c.column, c.text]))

describe('T02, as it is watched', () => {
  const inputs = { 'base cma 2022': '20', 'base cma 2023': '23', 'base cma 2024': '25', 'target cma 2027': '45', 'base hnte 2023': '2', 'target hnte 2027': '4', 'base nkl 2023': '0', 'target nkl 2027': '1', 'base rpt 2023': '21.6974', 'target rpt 2027': '35' }
  const watched = edition({ inputs })

  it('growth, completion, progress against the time gone, gap and judgement', () => {
    expect(row('T02:monitor', 'cma', watched)).toEqual({ base22: '20', base23: '23', y2: '25', y1: '23', y0: '34', cagr: '+13.92', t27: '45', done: '75.6', progress: '50.0', due: '75.0', gap: '11', lamp: '偏慢' })
    expect(row('T02:monitor', 'nkl', watched)).toMatchObject({ y0: '0', done: '0.0', progress: '0.0', lamp: '滞后' })
    expect(row('T02:monitor', 'std', watched)).toMatchObject({ t27: '—', done: '—', lamp: '—' })
  })

  it('what is reached is reached, whatever the time', () => {
    expect(row('T02:monitor', 'hnte', edition({ inputs: { ...inputs, 'target hnte 2027': '2' } }))).toMatchObject({ done: expect.stringMatching(/^1\d\d\.\d$/), lamp: '已达成' })
  })
})

describe('T04', () => {
  const inputs = { 'theme 02 2027': '2', 'theme 03 2027': '1', 'theme 05 2027': '0.8', 'theme 07 2027': '0.3', 'theme 08 2027': '1.5', 'theme 11 2027': '0.5', 'theme 12 2027': '3', 'theme 13 2027': '1', 'theme 14 2027': '0.1', 'theme 17 2027': '1.1', 'theme 18 2027': '0.1', 'target rev 2027': '10' }
  it('prints the sum of the set targets and the overall one side by side, without reconciling them', () => {
    expect(table('T04', edition({ inputs })).notes[0]).toContain('各领域已定目标合计 11.4 亿元')
    expect(table('T04', edition({ inputs })).notes[0]).toContain('总目标 10 亿元')
  })
  it('the way to each target; a theme without one has no gap', () => {
    expect(row('T04', 't13', edition({ inputs }))).toMatchObject({ target: '1', done: expect.stringMatching(/^\d+\.\d\d$/) as string, gap: expect.stringMatching(/^[+−]\d/) as string })
    expect(row('T04', 't01', edition({ inputs }))).toMatchObject({ target: '—', done: '—', gap: '—' })
  })
})

describe('switches', () => {
  it('T03 by code, by revenue, by count; the total stays last', () => {
    const order = (key: string) => table('T03', edition({ switches: { order: key } })).rows
    expect(order('code')[0]?.key).toBe('d01')
    const figures = (key: string, column: string): readonly number[] => order(key).slice(0, 37).map((r) => Number(r.cells.find((c) => c.column === column)?.exact ?? 0))
    expect(figures('revenue', 'rev')).toEqual(figures('revenue', 'rev').toSorted((a, b) => b - a))
    expect(figures('units', 'units')).toEqual(figures('units', 'units').toSorted((a, b) => b - a))
    expect(order('revenue').at(-1)?.key).toBe('total')
  })

  it('T03 under both sets of traditional fields: the three parts add up to the total', () => {
    for (const trad of ['national', 'spb']) {
      const rows = table('T03', edition({ switches: { trad } })).rows.filter((r) => r.kind === 'subtotal' || r.kind === 'total')
      const rev = rows.map((r) => Number(r.cells.find((c) => c.column === 'rev')?.exact ?? 0))
      expect(rows).toHaveLength(4)
      expect((rev[0] ?? 0) + (rev[1] ?? 0) + (rev[2] ?? 0)).toBeCloseTo(rev[3] ?? 0, 6)
    }
  })
})

it('T20 sets the like-for-like change beside the nominal one', () => {
  const rev = row('T20', 'rev')
  expect([rev['y1'], rev['like']]).toEqual(['26,029.00', '0.00'])
  expect(Number(rev['yoy'])).toBeGreaterThan(10)
  expect(rev['y4']).toBe('—')
  expect(row('T20', 'rev', edition({ inputs: { 'base h_rev 2022': '14672' } }))).toMatchObject({ y4: '14,672.00', cagr: expect.stringMatching(/^\+\d/) as string })
})

it('every sum the tables declare is so in the figures', () => {
  for (const spec of loaded.pack.tables) {
    const made = table(spec.id)
    const exact = (key: string, column: string): number | null => { const text = made.rows.find((r) => r.key === key)?.cells.find((c) => c.column === column)?.exact; return text === null || text === undefined ? null : Number(text) }
    for (const { total, parts } of spec.sums) for (const r of made.rows) {
      const list = parts.map((p) => exact(r.key, p))
      if (exact(r.key, total) !== null && list.every((x) => x !== null) && !r.labels.join().includes('%') && !r.key.includes('avg')) expect(list.reduce<number>((a, b) => a + (b ?? 0), 0), `${spec.id} ${r.key}`).toBeCloseTo(exact(r.key, total) ?? 0, 4)
    }
  }
})
