import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, xmlSafe } from '../../core/submission/canonical.ts'
import { qrText, readReceipt, receiptCode, submissionFileName } from '../../core/submission/receipt.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by code unit, keeps arrays, writes numbers as ECMAScript does', () => {
    expect(canonicalJson({ b: [3, 1e21, 0.1, -0], a: { '\u20ac': 1, '\r': 2, '1': 3 } })).toBe('{"a":{"\\r":2,"1":3,"\u20ac":1},"b":[3,1e+21,0.1,0]}')
    expect(canonicalJson({ '\ufb33': 1, '\ud83d\ude00': 2 })).toBe('{"\ud83d\ude00":2,"\ufb33":1}')
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"')
  })
  it('refuses what JSON cannot hold', () => {
    for (const bad of ['\ud800', Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1]) expect(() => canonicalJson(bad)).toThrow()
  })
  it('makes text safe for XML', () => { expect(xmlSafe('a\r\nb\u0001\ud800\ufffe')).toBe('a\nb\ufffd\ufffd\ufffd') })
})

describe('receipt code (D6)', () => {
  it('is the digest modulo 31^9 with a check character', () => {
    expect(receiptCode('0'.repeat(64))).toBe('0000-0000-00')
    expect(receiptCode('1'.padStart(64, '0'))).toMatch(/^0000-0000-1/)
    expect(receiptCode((31n ** 9n + 5n).toString(16).padStart(64, '0')).slice(0, 10)).toBe('0000-0000-')
  })
  it('notices every single wrong character and every swap of neighbours', () => {
    for (let n = 0; n < 200; n++) {
      const code = receiptCode(sha(String(n))).replaceAll('-', '')
      expect(readReceipt(code)).not.toBeNull()
      for (let i = 0; i < 10; i++) {
        const other = code[i] === 'A' ? 'B' : 'A'
        expect(readReceipt(code.slice(0, i) + other + code.slice(i + 1))).toBeNull()
        const [a, b] = [code[i] ?? '', code[i + 1] ?? '']
        if (i < 9 && a !== b) expect(readReceipt(code.slice(0, i) + b + a + code.slice(i + 2)), `${code} ${i}`).toBeNull()
      }
    }
  })
  it('reads what is typed or dictated, letters that the alphabet leaves out too', () => {
    expect(readReceipt('ＯＩ12–345 a.b_' + receiptCode('0'.repeat(64)))).toBeNull()
    expect(readReceipt('oooo-oooo-oo')).toBe('0000-0000-00')
    expect(readReceipt('００００—0000 00')).toBe('0000-0000-00')
    expect(readReceipt(receiptCode(sha('x')).toLowerCase().replaceAll('-', ' '))).toBe(receiptCode(sha('x')))
  })
  it('reads small letters', () => { expect(readReceipt(receiptCode(sha('x')).toLowerCase().replaceAll('-', ' '))).not.toBeNull() })
  it('stands in the QR text', () => {
    const digest = sha('a')
    expect(qrText({ unitId: 'U-00', year: 2026, submitNo: 2, digest })).toBe(`JB1|U-00|2026|2|${receiptCode(digest)}|${digest}`)
  })
})

it('a file name has no character that a file system refuses (D8)', () => {
  expect(submissionFileName({ orgName: '甲/乙:*?"<>|', unitId: 'U-00', year: 2026, submitNo: 1 })).toBe('甲_乙________U-00_2026_第1次.xlsx')
  const long = submissionFileName({ orgName: '检'.repeat(100), unitId: '91330114MAY0A1K2XU-00', year: 2026, submitNo: 12 })
  expect([Buffer.byteLength(long) < 240, long]).toEqual([true, `${'检'.repeat(60)}_91330114MAY0A1K2XU-00_2026_第12次.xlsx`])
  expect(submissionFileName({ orgName: `${'a'.repeat(178)}𠮷`, unitId: 'U-00', year: 2026, submitNo: 1 })).toBe(`${'a'.repeat(178)}_U-00_2026_第1次.xlsx`)
  expect(submissionFileName({ orgName: '..', unitId: 'U-00', year: 2026, submitNo: 3 })).toBe('单位_U-00_2026_第3次.xlsx')
})
