import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { draw, shareOut, type Candidate } from '../../core/sample/draw.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const units = (n: number, stratum = '', weight = 1): Candidate[] => Array.from({ length: n }, (_, i) => ({ unit: `${stratum}U${i}`, stratum, weight }))

describe('双随机', () => {
  test('the same seed gives the same draw, another seed another one', () => {
    const given = { candidates: units(200), count: 20, sha256 }
    expect(draw({ ...given, seed: 'a' })).toEqual(draw({ ...given, seed: 'a' }))
    expect(draw({ ...given, seed: 'a' }).drawn.map(d => d.unit)).not.toEqual(draw({ ...given, seed: 'b' }).drawn.map(d => d.unit))
  })

  test('the order of the register does not matter', () => {
    const candidates = [...units(50, 'a', 2), ...units(30, 'b', 1)]
    const one = draw({ candidates, count: 12, seed: 's', sha256 })
    expect(draw({ candidates: candidates.toReversed(), count: 12, seed: 's', sha256 })).toEqual(one)
  })

  test('a drawn unit can be checked by hand: its number is the hash of seed, unit and ticket', () => {
    const [first] = draw({ candidates: [{ unit: 'X', stratum: '', weight: 3 }], count: 1, seed: '2027-03', sha256 }).drawn
    expect([1, 2, 3].map(i => sha256(`2027-03|X|${i}`))).toContain(first?.number)
  })

  test('never more than there are, no unit twice, weight 0 never', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 4 })), { maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (list, count) => {
      const candidates = list.map(([stratum, weight], i) => ({ unit: `U${i}`, stratum, weight }))
      const { drawn, strata } = draw({ candidates, count, seed: 's', sha256 })
      const able = candidates.filter(c => c.weight > 0)
      expect(drawn.length).toBe(Math.min(count, able.length))
      expect(new Set(drawn.map(d => d.unit)).size).toBe(drawn.length)
      expect(drawn.every(d => able.some(c => c.unit === d.unit && c.stratum === d.stratum))).toBe(true)
      expect(strata.reduce((n, s) => n + s.seats, 0)).toBe(drawn.length)
    }))
  })

  test('three tickets are drawn about three times as often as one', () => {
    const candidates = [...units(50, '', 1), ...Array.from({ length: 50 }, (_, i) => ({ unit: `H${i}`, stratum: '', weight: 3 }))]
    let heavy = 0
    for (let seed = 0; seed < 400; seed++) heavy += draw({ candidates, count: 1, seed: String(seed), sha256 }).drawn.filter(d => d.unit.startsWith('H')).length
    expect(heavy).toBeGreaterThan(260)
    expect(heavy).toBeLessThan(340)
  })

  test('seats by largest remainder', () => {
    expect(shareOut([50, 30, 20], 7)).toEqual([4, 2, 1])
    expect(shareOut([1, 1, 1], 2)).toEqual([1, 1, 0])
  })
})
