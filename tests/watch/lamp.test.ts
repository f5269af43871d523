import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount } from '../../core/amount.ts'
import { rounded } from '../../core/review/fraction.ts'
import { lampOf } from '../../core/watch/lamp.ts'
import { noWatch, type Watch } from '../../core/watch/schema.ts'

const watch: Watch = { ...noWatch, baseYear: 2023, targetYear: 2027, slow: { of: 2, by: 3 }, rules: [] }
const lamp = (base: string | null, actual: string | null, target: string | null, year = 2026) => lampOf(watch, { base, actual, target, year })

describe('监测的灯', () => {
  test.each([
    ['23', '34', '45', 'slow', '75.6', '50.0'],
    ['2.4671', '6.3120', '10', 'slow', '63.1', '51.0'],
    ['0', '0', '1', 'behind', '0.0', '0.0'],
    ['1.5', '2.71', '3', 'normal', '90.3', '80.7'],
    ['0', '1', '1', 'reached', '100.0', '100.0'],
    ['21.6974', '31.8862', '35', 'normal', '91.1', '76.6'],
    ['5595', '7105', '8000', 'slow', '88.8', '62.8'],
  ] as const)('%s → %s of %s is %s', (...row) => {
    const [base, actual, target, colour, done, progress] = row
    expect(lamp(base, actual, target)).toMatchObject({ lamp: colour, done, progress, due: '75.0' })
  })

  test('gap, path and the yearly growth still needed', () => {
    const state = lamp('2.4671', '6.3120', '10')
    expect(state.gap && formatAmount(rounded(state.gap, 4), 4)).toBe('3.6880')
    expect(state.expected && formatAmount(rounded(state.expected, 4), 4)).toBe('8.1168')
    expect(state.needed).toBe('58.4')
  })

  test('without an actual, a target or a base there is no judgement', () => {
    expect(lamp('1', null, '2').lamp).toBe('none')
    expect(lamp('1', '2', null).lamp).toBe('none')
    expect(lamp(null, '1', '2')).toMatchObject({ lamp: 'none', done: '50.0', progress: null })
  })

  test('the needed growth reaches the target, and a tenth less does not', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2023, max: 2026 }), (now, more, year) => {
      const { needed } = lamp('0', String(now), String(now + more), year)
      const years = 2027 - year
      const grown = (rate: number): number => now * (1 + rate / 100) ** years
      expect(grown(Number(needed) + 0.051)).toBeGreaterThanOrEqual(now + more - 1e-6)
      expect(grown(Number(needed) - 0.051)).toBeLessThanOrEqual(now + more + 1e-6)
    }))
  })
})
