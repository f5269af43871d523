import { describe, expect, it } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import { carryFiling } from '../../core/pack/carry.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { sampleFiling } from '../support/sample.ts'
import { seedPack } from '../support/pack.ts'

const now = seedPack('annual-2026')
const before = seedPack('annual-2025')
const keys = (pack: Pack) => new Set(pack.forms.flatMap((f) => f.items.map((i) => i.key)))
const units = ['enterprise', 'institution', 'government'] as const

/** A sample filing of 2025, stored under the keys of its own pack. */
function of2025(unit: (typeof units)[number]) {
  const sample = sampleFiling(before, unit, 2025)
  const values = Object.fromEntries(Object.entries(sample.data.values).map(([key, text]) => [lookup(before).keyOf(key) ?? key, text]))
  const data: FilingData = { ...sample.data, values }
  return { ...sample, data }
}

describe('the 2025 pack', () => {
  it('differs from 2026 by what carry.json declares', () => {
    const only = [...keys(before)].filter((k) => !keys(now).has(k)).sort()
    expect(only).toEqual(['auto_unit', 'paper_rpt', 'plat_link', 'rev_newsvc'])
    const [carry] = now.carry
    const declared = [...(carry?.renamed ?? []), ...(carry?.split ?? []), ...(carry?.dropped ?? [])].map((c) => c.old).sort()
    expect(declared).toEqual(only)
    expect([...keys(now)].filter((k) => !keys(before).has(k)).sort()).toEqual(['auto_line', 'plat_join'])
  })
  it('has its own dates and inherits the rest', () => {
    expect([before.id, before.year, before.periodEnd, before.rules.length, before.carry.length]).toEqual(['annual-2025', 2025, '2025-12-31', 178, 0])
    expect(before.marks).toEqual(now.marks)
  })
  it.each(units)('takes the %s of 2025 under the keys of 2026, with the findings listed', (unit) => {
    const sample = of2025(unit)
    expect(Object.keys(sample.data.values)).toContain('auto_unit')
    const found = audit({ pack: before, data: sample.data, prior: null, today: sample.today, explanations: sample.explanations })
    expect(found.map((f) => f.rule).sort()).toEqual(sample.explanations.map((e) => e.rule).sort())
  })
  it('hands its answers to 2026: renamed kept, split and dropped told', () => {
    const { data } = of2025('enterprise')
    const full = { ...data, values: { ...data.values, rev_newsvc: '12.00', paper_rpt: '800' } }
    const carried = carryFiling(before, now, full)
    expect(carried.data.values['auto_line']).toBe(data.values['auto_unit'])
    expect(carried.data.values['plat_join']).toBe(data.values['plat_link'])
    expect(carried.lost.map((l) => [l.item, l.text]).sort()).toEqual([['paper_rpt', '800'], ['rev_newsvc', '12.00']])
    for (const key of ['rev_newsvc', 'paper_rpt', 'auto_unit', 'plat_link']) expect(carried.data.values[key]).toBeUndefined()
  })
})

describe('the 2023 pack', () => {
  it('has the same items and rules, and its own year', () => {
    const pack = seedPack('annual-2023')
    expect(keys(pack)).toEqual(keys(now))
    expect([pack.year, pack.periodEnd, pack.rules.length]).toEqual([2023, '2023-12-31', 178])
  })
})
