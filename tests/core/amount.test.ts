import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, normaliseTyped, parseAmount } from '../../core/amount.ts'

describe('读金额', () => {
  test.each([
    ['0', 2, 0n], ['12.5', 2, 1250n], ['-0.01', 2, -1n], ['007', 0, 7n], ['999999999999.99', 2, 99999999999999n], ['-0', 0, 0n], ['1.000000', 6, 1000000n],
    ['999999999999.999999', 6, 999999999999999999n],
  ])('%s（%i 位）', (text, decimals, expected) => expect(parseAmount(text, decimals)).toBe(expected))
  test.each(['', '-', '.', '.5', '5.', '1.234', '+1', '1e3', ' 1', '1 ', '1,234', '１２', '1.2.3', '--1', '0x1', 'NaN', 'Infinity', '1234567890123', '∞', '1-'])('不是数：%s', (text) => expect(parseAmount(text, 2)).toBeNull())
  test('整数不收小数', () => expect(parseAmount('83.5', 0)).toBeNull())
})

describe('写金额', () => {
  test.each([[123450n, 2, '1234.50', '1,234.50'], [-123450n, 2, '-1234.50', '−1,234.50'], [5n, 2, '0.05', '0.05'], [0n, 2, '0.00', '0.00'], [28323n, 0, '28323', '28,323'], [-100n, 0, '-100', '−100'], [99999999999999n, 2, '999999999999.99', '999,999,999,999.99']])('%s', (scaled, decimals, plain, grouped) => {
    expect([formatAmount(scaled, decimals), formatAmount(scaled, decimals, { grouped: true })]).toEqual([plain, grouped])
  })
})

describe('录入的写法', () => {
  test.each([
    ['１，２３４．５０', '1234.50'], [' 1,234,567 ', '1234567'], ['−5', '-5'], ['－5.0', '-5.0'], ['１２３。４５', '123.45'], ['12。5', '12.5'], ['好。', '好。'], ['1,23', '1,23'], ['12,345,6', '12,345,6'], ['1234,567', '1234,567'], ['12万', '12万'], ['Ａ公司１', 'Ａ公司１'],
    ['　12　', '12'], ['', ''], ['1.', '1.'], ['2026-12-31', '2026-12-31'], ['-1,234.50', '-1234.50'],
  ])('%s → %s', (typed, expected) => expect(normaliseTyped(typed)).toBe(expected))
})

test('写出的再读回来相同', () => {
  const amount = fc.integer({ min: 0, max: 6 }).chain((decimals) => fc.tuple(fc.constant(decimals), fc.bigInt({ min: -(10n ** BigInt(12 + decimals)) + 1n, max: 10n ** BigInt(12 + decimals) - 1n })))
  fc.assert(fc.property(amount, ([decimals, scaled]) => {
    expect(parseAmount(formatAmount(scaled, decimals), decimals)).toBe(scaled)
    expect(parseAmount(normaliseTyped(formatAmount(scaled, decimals, { grouped: true })), decimals)).toBe(scaled)
  }))
})
test('任何文字都不出错，规整两次与一次相同', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 6 }), (text, decimals) => {
    parseAmount(text, decimals)
    expect(normaliseTyped(normaliseTyped(text))).toBe(normaliseTyped(text))
  }))
})
