import { describe, expect, it } from 'vitest'
import { daysBetween, isDate, tidyDate, tidyMonth } from '../../renderer/grid/dates.ts'
import { codeMeant, matchOptions } from '../../renderer/grid/match.ts'

const options = [
  { code: '01', name: '建筑工程' },
  { code: '02', name: '建筑材料' },
  { code: '03', name: '环境监测' },
  { code: '27', name: '计量校准' },
]
const letters: Readonly<Record<string, string>> = { 建筑工程: 'jzgc', 建筑材料: 'jzcl', 环境监测: 'hjjc', 计量校准: 'jljz' }
const initials = (name: string) => letters[name] ?? ''
const codes = (typed: string) => matchOptions(options, typed, initials).map((m) => `${m.option.code} ${m.reason}`)

describe('按代码、名称、拼音首字母找', () => {
  it('首字母开头的在前，中间的在后', () => expect(codes('jz')).toEqual(['01 initials', '02 initials', '27 inside']))
  it('代码的开头', () => expect(codes('0')).toEqual(['01 code', '02 code', '03 code']))
  it('名称的一部分', () => expect(codes('监测')).toEqual(['03 name']))
  it('没有输入就是全部', () => expect(codes('')).toHaveLength(4))
  it('大小写不论', () => expect(codes('HJ')).toEqual(['03 initials']))
})

describe('一段文字指哪个代码', () => {
  const meant = (typed: string) => codeMeant(options, typed, initials)
  it('代码、全名、代码加名称', () => {
    expect(meant('03')).toBe('03')
    expect(meant('环境监测')).toBe('03')
    expect(meant('03 环境监测')).toBe('03')
  })
  it('只有一个可能的才算', () => {
    expect(meant('校准')).toBe('27')
    expect(meant('建筑')).toBeNull()
    expect(meant('hj')).toBe('03')
  })
  it('不在表中的数字原样保留，空就是空', () => {
    expect(meant('9')).toBeNull()
    expect(meant('0')).toBeNull()
    expect(meant(' ')).toBe('')
  })
})

describe('日期和年月', () => {
  it.each([['20270308', '2027-03-08'], ['2027.3.8', '2027-03-08'], ['2027年3月8日', '2027-03-08'], ['２０２７/03/08', '2027-03-08'], ['明天', '明天']])('%s → %s', (typed, tidy) => expect(tidyDate(typed)).toBe(tidy))
  it.each([['202605', '2026-05'], ['2026-5', '2026-05'], ['2026年5月', '2026-05'], ['5月', '5月']])('%s → %s', (typed, tidy) => expect(tidyMonth(typed)).toBe(tidy))
  it('真日期', () => {
    expect(isDate('2027-02-29')).toBe(false)
    expect(isDate('2028-02-29')).toBe(true)
    expect(daysBetween('2027-03-07', '2027-03-19')).toBe(12)
  })
})
