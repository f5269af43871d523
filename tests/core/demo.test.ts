import { describe, expect, it } from 'vitest'
import { createAuditor } from '../../core/audit/run.ts'
import { explained, filingOf } from '../../core/demo/filing.ts'
import { diceOf } from '../../core/demo/dice.ts'
import { profileOf } from '../../core/demo/profile.ts'
import { gb11714Ok, gb32100Ok } from '../../core/identity/uscc.ts'
import { seedPack } from '../support/pack.ts'

const pack = seedPack('annual-2026')
const who = (n: number, seed = 's') => profileOf(pack, seed, n)

describe('dice', () => {
  it('are the same for the same seed on every system', () => {
    const dice = diceOf('检报/1')
    expect([dice.int(0, 999999), dice.int(0, 999999), dice.int(0, 999999)]).toEqual([diceOf('检报/1')].flatMap((d) => [d.int(0, 999999), d.int(0, 999999), d.int(0, 999999)]))
    expect(diceOf('检报/1').next()).not.toBe(diceOf('检报/2').next())
  })

  it('are fair', () => {
    const dice = diceOf('fair')
    const list = Array.from({ length: 20000 }, () => dice.next())
    expect(list.reduce((a, b) => a + b, 0) / list.length).toBeCloseTo(0.5, 1)
    expect(Math.min(...list)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...list)).toBeLessThan(1)
  })
})

describe('made-up units', () => {
  const units = Array.from({ length: 4000 }, (_, i) => who(i + 1))
  const share = (is: (w: (typeof units)[number]) => boolean): number => Math.round((units.filter(is).length / units.length) * 100)

  it('are all different, with codes that pass their checks', () => {
    expect(new Set(units.map((w) => `${w.uscc}-${w.unitSeq}`)).size).toBe(4000)
    expect(new Set(units.map((w) => w.name)).size).toBe(4000)
    for (const w of units) expect([w.uscc, gb32100Ok(w.uscc), gb11714Ok(w.uscc.slice(8, 17))]).toEqual([w.uscc, true, true])
    for (const w of units) expect(w.name).toContain('示例')
  })

  it('have the published structure: form, owners, legal persons, fields, regions, and few but large ones', () => {
    const between = (n: number, low: number, high: number): void => { expect(n).toBeGreaterThanOrEqual(low); expect(n).toBeLessThanOrEqual(high) }
    between(share((w) => w.form === '10'), 76, 80)
    between(share((w) => w.form === '20'), 17, 21)
    between(share((w) => w.form === '10' && w.holding === '3'), 61, 67)
    between(share((w) => !w.legal), 10, 14)
    between(share((w) => w.domains[0] === '08'), 23, 31)
    between(share((w) => w.region.startsWith('3')), 27, 35)
    between(share((w) => w.large), 12, 17)
    const revenue = units.reduce((sum, w) => sum + w.revenue, 0)
    between(revenue / units.length, 700, 1150)
    between(units.filter((w) => w.large).reduce((sum, w) => sum + w.revenue, 0) / revenue, 0.7, 0.88)
    between(units.reduce((sum, w) => sum + w.staff, 0) / units.length, 24, 38)
  })
})

it.each(['annual-2026', 'annual-2025', 'annual-2023'])('their filings of %s break no rule, and what is doubtful is explained', (id) => {
  const own = seedPack(id)
  let doubtful = 0
  for (let n = 1; n <= 300; n++) {
    const unit = profileOf(own, 'rules', n)
    for (const again of [0, 1, 2]) {
      const auditor = createAuditor({ pack: own, data: filingOf(own, unit, 'rules', again), prior: null, today: `${own.year + 1}-03-10`, explanations: [] })
      const notes = explained(auditor.findings(), unit)
      doubtful += notes.length
      auditor.explain(notes)
      expect(auditor.findings().filter((f) => f.severity === 'error' || !f.explained).map((f) => `${n} ${f.rule} ${f.detail}`)).toEqual([])
    }
  }
  expect(doubtful).toBeGreaterThan(20)
  expect(doubtful).toBeLessThan(300)
})
