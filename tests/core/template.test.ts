import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import { programOf } from '../../core/formula/program.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { filing, value } from './formulas.ts'
import { packOf } from './samples.ts'

/** The detail of a rule that always fails. */
function said(detail: string, values: Record<string, string>, formula = '1=2'): string {
  const [one] = packOf(2026).rules
  const pack: Pack = { ...packOf(2026), rules: [{ ...one, id: 'Z001', formula, detail, fact: '' } as Pack['rules'][number]] }
  return audit({ pack, data: filing({ values, tables: { domains: [{ dom_code: '03', dom_rev: '2.5' }] } }), prior: null, today: '2027-03-10', explanations: [] })[0]?.detail ?? ''
}

describe('句子里的数', () => {
  test.each([
    ['共 {staff_total} 人', '共 1,234 人'],
    ['{rev_testing} 万元', '−1,234,567.50 万元'],
    ['{staff_total/staff_avg} 倍', '0.67 倍'],
    ['{rev_ident}', '空'],
    ['{holding}，{label(holding)}', '3，3 私人控股'],
    ['{pick(staff_total>1,"多","少")}', '多'],
    ['{staff_total in {1234}}', '是'],
    ['{est_date}、{period_end}', '2014-06、2026-12-31'],
    ['没有数', '没有数'],
    ['{domains.dom_rev}', '2.50'],
    ['{0.5*staff_total}', '617.00'],
    ['{(staff_avg/staff_total-1)*100:1}%', '50.0%'],
    ['{staff_total/staff_avg*100:1}%', '66.7%'],
    ['{0-staff_total/staff_avg*100:1}%', '−66.7%'],
    ['{rev_testing:1}', '−1,234,567.5'],
    ['{rev_testing:0}', '−1,234,568'],
    ['{rev_testing:3}', '−1,234,567.500'],
    ['{staff_total/0:1}，{rev_ident:1}', '空，空'],
    ['{sum(domains.dom_rev:dom_code="03"):1}', '2.5'],
    ['{pick(staff_total>1,"多:1","少")}', '多:1'],
  ])('%s → %s', (text, expected) => expect(said(text, { staff_total: '1234', staff_avg: '1851', rev_testing: '-1234567.5', holding: '3', est_date: '2014-06' })).toBe(expected))
  test.each([
    ['1.3004', '增加 30.04%，超过 30%'], ['1.30004', '增加 30.004%，超过 30%'], ['1.3', '增加 30.0%，超过 30%'], ['1.344', '增加 34.4%，超过 30%'], ['1.2996', '增加 29.96%，超过 30%'], ['1.300000001', '增加 30.0%，超过 30%'],
  ])('离界限很近的数多写几位：%s', (times, expected) => expect(said(`增加 {(${times}-1)*100:1}%，超过 30%`, {})).toBe(expected))
  test('逐格的名称、录入和限制', () => {
    expect(said('{name}填了“{typed}”，应为{limit}', { staff_total: '83.5' }, 'precise(this)')).toBe('期末从业人员填了“83.5”，应为整数')
    expect(said('{name}：{limit}', { srdi: '9' }, 'allowed(this)')).toBe('专精特新认定：0、1、2')
    expect(said('{this}', { fe_rev: '-1.00', acct_std: '1', legal_form: '10' }, 'this>=0')).toBe('−1.00')
  })
})

test.each([
  ['共 {pick(1=1,"多","少"):1}', '只有数可以写小数位数', 22],
  ['共 {staff_total:5}', '小数位数最多 4 位', 16],
])('%s 不能用：%s', (detail, message, at) => {
  const [one] = packOf(2026).rules
  const pack: Pack = { ...packOf(2026), rules: [{ ...one, detail } as Pack['rules'][number]] }
  expect(programOf(pack).faults).toContainEqual(expect.objectContaining({ field: 'detail', message, at }))
})

test('四则与分数的精确值一致', () => {
  const n = fc.bigInt({ min: -99999999999999n, max: 99999999999999n })
  const text = (v: bigint): string => `${v < 0n ? '(0-' : '('}${(v < 0n ? -v : v) / 100n}.${String((v < 0n ? -v : v) % 100n).padStart(2, '0')})`
  fc.assert(fc.property(n, n, n, n, (a, b, c, d) => {
    fc.pre(d !== 0n)
    const left = a * b * d + c * 10000n
    const expected = left === 0n ? '0' : left > 0n === d > 0n ? '1' : '2'
    const e = `(${text(a)}*${text(b)}+${text(c)}/${text(d)})`
    expect(value(`pick(${e}>0,"1",${e}<0,"2","0")`)).toBe(expected)
    expect(value(`(${text(a)}-${text(b)})*3=3*${text(a)}-${text(b)}-${text(b)}-${text(b)}`)).toBe('是')
    expect(value(`${text(a)}/${text(d)}*${text(d)}=${text(a)}`)).toBe('是')
  }), { numRuns: 300 })
})

test.each([['est_date', '2014-06-01', '写成 2026-05'], ['legal_form', '99', '不在可填范围内']])('%s 填成 %s：%s', (item, text, fact) => {
  const found = audit({ pack: packOf(2026), data: filing({ values: { [item]: text } }), prior: null, today: '2027-03-10', explanations: [] })
  expect(found.find(f => f.rule === 'F033' && f.item === item)?.fact).toBe(fact)
})
