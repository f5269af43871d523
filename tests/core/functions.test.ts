import { describe, expect, test } from 'vitest'
import { value } from './formulas.ts'

const certs = [
  { cert_no: '201112349901', cert_kind: '01', cert_status: '1', cert_valid: '2026-12-31' },
  { cert_no: 'L99001', cert_kind: '02', cert_status: '1', cert_valid: '9999-12-31' },
  { cert_no: 'A1', cert_kind: '91', cert_status: '3' },
]
const domains = [
  { dom_code: '03', dom_main: '1', dom_rev: '0.10', dom_rpt: '3' }, { dom_code: '05', dom_main: '2', dom_rev: '0.20', dom_rpt: '4' }, { dom_code: '37', dom_main: '2', dom_rev: '' },
]
const filed = { values: { staff_total: '83', staff_tech: '60', rev_testing: '12345678.91', org_name: '甲乙丙', biz_region: '330114', est_date: '2014-06' }, tables: { certs, domains } }
const last = { ...filed, prior: { values: { staff_total: '74', own_group: '3' }, tables: { certs: [{ cert_no: 'L99001', cert_status: '1', cert_valid: '2028-03-14' }, { cert_no: 'X', cert_status: '1', cert_valid: '2026-01-01' }] } } }

describe('函数', () => {
  test.each([
    ['abs(-3)', '3'], ['abs(staff_tech-staff_total)', '23'], ['abs(1/4-1/2)', '0.25'], ['max(1,2.5)', '2.50'], ['max(1/2,0.4)', '0.50'], ['max(domains.dom_rev)', '0.20'],
    ['max(domains.dom_rev: dom_main="1")', '0.10'], ['len(org_name)', '3'], ['substr(biz_region,1,2)', '33'], ['substr("abc",2,2)', 'b'], ['substr("abc",0,2)', '空'],
    ['match(org_name,"^甲.丙$")', '是'], ['match("abc","b")', '是'], ['match("abc","^b")', '否'], ['match("0571-01234567","^0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?$")', '是'],
    ['year(period_end)', '2026'], ['month(period_end)', '2026-12'], ['month(period_end)>est_date', '是'], ['months(est_date,period_end)', '150'], ['today', '2027-03-10'],
    ['pick(staff_total>=300,"1",staff_total>=100,"2",staff_total>=10,"3","4")', '3'], ['pick(staff_total>300,1,0.5)', '0.50'],
    ['sum(domains.dom_rev)', '0.30'], ['sum(domains.dom_rev)=0.3', '是'], ['sum(domains.dom_rev: dom_code="05")', '0.20'], ['count(certs)', '3'],
    ['count(certs: cert_kind between "05" and "91")', '1'], ['any(certs: cert_valid>=period_end)', '是'], ['unique(domains.dom_code)', '是'], ['unique(certs.cert_status)', '否'],
    ['"03" in domains.dom_code', '是'], ['{"03","05"} subset domains.dom_code', '是'], ['{"03","06"} subset domains.dom_code', '否'], ['0.1 in domains.dom_rev', '是'],
    ['staff_total in {83,84}', '是'], ['staff_total in {83.5}', '否'],
    ['gb32100_ok("91500106MAB0T35T2L")', '是'], ['gb32100_ok("91500106MAB0T35T2X")', '否'], ['gb11714_ok("MAB0T35T2")', '是'], ['gb11714_ok("MAB0T35T3")', '否'],
    ['region_exists("100000")', '是'], ['region_exists("330114")', '是'], ['region_exists("999999")', '否'], ['region_level("330114")', '3'], ['region_level("330100")', '2'],
    ['region_level("330000")', '1'], ['region_level("441900")', '3'], ['region_level("460400")', '3'], ['region_level("100000")', '0'], ['region_level("3301")', '0'],
    ['industry_exists("7452")', '是'], ['industry_exists("7450")', '否'], ['industry_exists("74")', '否'], ['industry_division_exists("7499")', '是'], ['industry_division_exists("0099")', '否'],
    ['cma_issuer_exists("11")', '是'], ['cma_issuer_exists("99")', '否'], ['cma_prov_code(biz_region)', '11'], ['cma_prov_code("990000")', '空'],
    ['"10" in theme_options("04")', '是'], ['"09" in theme_options("04")', '是'], ['"90" in theme_options("01")', '是'], ['"09" in theme_options("01")', '否'],
    ['label(own_group)', '空'],
  ])('%s = %s', (formula, expected) => expect(value(formula, filed)).toBe(expected))
})

describe('上年', () => {
  test.each([
    ['PY(staff_total)', '74'], ['staff_total/PY(staff_total)', '1.12'], ['PY(own_group)', '3'], ['label(PY(own_group))', '3 民营'], ['PY(certs.cert_no)', 'L99001、X'],
    ['PY(certs.cert_no: cert_status="1" and cert_valid>=period_end) subset certs.cert_no', '是'], ['PY(certs.cert_no: cert_status="1") subset certs.cert_no', '否'], ['PY(staff_avg)', '空'],
  ])('%s = %s', (formula, expected) => expect(value(formula, last)).toBe(expected))
  test('same_as_prior：数值全同且不全为 0', () => {
    const same = { staff_total: '5', staff_avg: '0' }
    expect(value('same_as_prior()', { values: same, prior: { values: same } })).toBe('是')
    expect(value('same_as_prior()', { values: same, prior: { values: { staff_total: '5' } } })).toBe('否')
    expect(value('same_as_prior()', { values: { staff_avg: '0' }, prior: { values: { staff_avg: '0.0' } } })).toBe('否')
    expect(value('same_as_prior()', { prior: {} })).toBe('否')
  })
  test('round_number_ratio：至少 8 个 100 以上的金额', () => {
    const keys = ['rev_testing', 'rev_inspect', 'rev_ident', 'rev_calib', 'rev_safety', 'rev_cert', 'rev_ext', 'rev_oth']
    const with100 = (n: number): Record<string, string> => Object.fromEntries(keys.map((k, i) => [k, i < n ? '300' : '100.01']))
    expect(value('round_number_ratio()', { values: with100(2) })).toBe('0.25')
    expect(value('round_number_ratio()', { values: { ...with100(2), rev_oth: '99.99' } })).toBe('0.00')
  })
})

describe('精确', () => {
  const big = { values: { rev_testing: '999999999999.99', rev_inspect: '999999999999.99', rev_ident: '0.01', staff_total: '999999999999', acct_std: '1', legal_form: '10' } }
  test.each([
    ['0.1+0.2=0.3', '是'], ['1/3*3=1', '是'], ['1/3+1/3+1/3=1', '是'], ['2/3>0.6666666666666666', '是'], ['rev_testing*rev_testing-rev_testing*rev_testing=0', '是'],
    ['rev_testing*staff_total>rev_testing*(staff_total-1)', '是'], ['rev_testing+rev_inspect', '1,999,999,999,999.98'], ['rev_testing*10000', '9,999,999,999,999,900.00'],
    ['rev_testing*rev_testing', '999,999,999,999,980,000,000,000.00'], ['-0.005', '−0.01'], ['0.005', '0.01'], ['0.0049', '0.00'], ['-staff_total', '−999,999,999,999'],
    ['0-1/8', '−0.13'], ['rev_core', '空'],
  ])('%s = %s', (formula, expected) => expect(value(formula, big)).toBe(expected))
})
