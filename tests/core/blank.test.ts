import { describe, expect, test } from 'vitest'
import { value } from './formulas.ts'

const T = 'staff_total=1'
const F = 'staff_total=2'
const B = 'staff_avg=1'
const known = { values: { staff_total: '1' } }

describe('三值', () => {
  test.each([
    [T, T, '是', '是'], [T, F, '否', '是'], [F, F, '否', '否'], [T, B, '空', '是'], [F, B, '否', '空'], [B, B, '空', '空'],
  ])('%s 与 %s', (a, b, and, or) => {
    expect([value(`${a} and ${b}`, known), value(`${b} and ${a}`, known)]).toEqual([and, and])
    expect([value(`${a} or ${b}`, known), value(`${b} or ${a}`, known)]).toEqual([or, or])
  })
  test.each([[T, '否'], [F, '是'], [B, '空']])('not %s', (a, expected) => expect(value(`not ${a}`, known)).toBe(expected))
})

describe('空传给运算和函数', () => {
  test.each([
    'staff_avg+1', '1-staff_avg', 'staff_avg*0', 'staff_total/staff_avg', '-staff_avg', 'abs(staff_avg)', 'max(staff_avg,1)', 'len(org_name)',
    'substr("abc",2,4)', 'staff_avg in {1}', 'staff_avg between 0 and 1', 'staff_total between staff_avg and 5', 'year(report_date)', 'month(report_date)',
    'months(report_date,period_end)', 'pick(staff_avg=1,1,2)', 'staff_total/0', 'staff_total/(staff_total-1)', 'gb32100_ok("91")', 'max(domains.dom_rev)',
    'PY(staff_total)', 'PY(certs.cert_no) subset certs.cert_no', 'same_as_prior()', 'theme_options(org_name)', 'match(org_name,"a")', 'rd_ratio', 'own_group',
  ])('%s 为空', (formula) => expect(value(formula, known)).toBe('空'))
  test.each([
    ['blank(staff_avg)', '是'], ['blank(rd_ratio)', '是'], ['exists("201-1")', '否'], ['present("201-1")', '否'], ['sum(domains.dom_rev)', '0.00'],
    ['count(certs: cert_kind="01")', '0'], ['rows(certs)', '0'], ['any(certs: cert_kind="01")', '否'], ['unique(certs.cert_no)', '是'],
    ['"1" in certs.cert_no', '否'], ['pick(staff_total=1,"甲",staff_avg=1,"乙","丙")', '甲'], ['round_number_ratio()', '0.00'],
  ])('%s 不为空', (formula, expected) => expect(value(formula, known)).toBe(expected))
})

describe('不合类型的值没有值，blank 只看录入', () => {
  test.each([
    ['staff_total', '83.5'], ['staff_total', '1,234'], ['staff_total', '１２'], ['staff_total', ' 1'], ['staff_total', '1e3'], ['staff_total', '1234567890123'],
    ['fe_rev', '1.234'], ['srdi', '9'], ['est_date', '2026-13'], ['report_date', '2026-02-29'], ['org_name', '长'.repeat(101)],
  ])('%s = %s', (item, text) => {
    const filed = { values: { [item]: text, acct_std: '1', legal_form: '10' } }
    expect(value(`${item}=${item}`, filed)).toBe('空')
    expect(value(`blank(${item})`, filed)).toBe('否')
  })
  test('空白字符等于没填', () => {
    expect(value('blank(org_name)', { values: { org_name: ' 　\t' } })).toBe('是')
    expect(value('org_name=org_name', { values: { org_name: ' ' } })).toBe('空')
  })
  test('字数按字计，不按编码单位', () => {
    expect(value('len(org_name)', { values: { org_name: '𠮷'.repeat(100) } })).toBe('100')
    expect(value('substr(org_name,2,3)', { values: { org_name: '甲𠮷乙' } })).toBe('𠮷乙')
  })
})

describe('不适用的表为空', () => {
  const filed = { values: { acct_std: '2', legal_form: '20', fe_rev: '5.00' } }
  test.each([['fe_rev=5', '空'], ['blank(fe_rev)', '是'], ['exists("201-1")', '否'], ['present("201-1")', '是'], ['exists("201-2")', '是']])('%s', (formula, expected) => {
    expect(value(formula, filed)).toBe(expected)
  })
})
