import { describe, expect, it } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import { TOLERANCE, toleranceOf } from '../../core/pack/tolerance.ts'
import { standing } from '../../renderer/grid/balance.ts'
import { seedPack } from '../support/pack.ts'

const cents = (n: number): string => (n / 100).toFixed(2)

describe('合计与明细的差额，红不红和审核说的一样', () => {
  const pack = seedPack('annual-2026')
  const balance = pack.forms.find((form) => form.no === '302')?.tables[0]?.footers.find(({ column }) => column === 'dom_rev')?.balance
  if (!balance) throw new Error('302 has no sum of income')

  it.each([1, 2, 3, 7, 20])('%i 行', (rows) => {
    for (const off of [0, 4, 5, 6, 7, 8, 9, 14, 15, 16, 17]) for (const sign of [-1, 1]) {
      const data = {
        values: { rev_testing: cents(rows * 1000 + off * sign), rev_inspect: '0', rev_ident: '0', rev_calib: '0', rev_safety: '0', rev_core: cents(rows * 1000 + off * sign) },
        tables: { domains: Array.from({ length: rows }, (_, i) => ({ id: i + 1, cells: { dom_code: String(i + 1).padStart(2, '0'), dom_rev: cents(1000) } })) },
      }
      const found = audit({ pack, data, prior: null, today: '2027-03-10', explanations: [] }).some(({ rule }) => rule === 'X006')
      expect([rows, off * sign, standing({ pack, data, computed: {} }, balance, null)?.even]).toEqual([rows, off * sign, !found])
    }
  })
})

describe('允许的差', () => {
  it.each([['0', 0n], ['0.05', 50n], ['0.05+0.005*rows(domains)', 65n], ['1+0.1*rows(domains)', 1300n]])('%s', (text, least) => expect(toleranceOf(text, () => 3)).toBe(least))
  it.each(['', '0.0005', '-1', '0.05+rows(domains)', 'rev_core', '0.05*2'])('“%s” 不是', (text) => expect(TOLERANCE.test(text)).toBe(false))
})
