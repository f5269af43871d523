import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount } from '../../core/amount.ts'
import { readAmount, type Read } from '../../core/paste/read.ts'
import { readCell } from '../../core/paste/readCell.ts'
import { lookup, type Entry } from '../../core/pack/lookup.ts'
import { pasteCodes, pasteSentence, pasteTexts, say } from '../../core/text/paste.ts'
import { loadedSeedPack } from '../support/pack.ts'

const { pack } = loadedSeedPack('annual-2026')
const said = (read: Read): string => {
  switch (read.kind) {
    case 'blank': return '空'
    case 'value': return `${read.text}${read.how ? `：${pasteSentence(read.how)}` : ''}`
    case 'text': return `原样：${pasteSentence(read.why).replace('，原样写入并标记', '')}${read.suggest === null ? '' : `，改为 ${read.suggest}`}`
    case 'refused': return `拒绝：${read.why.code}`
  }
}
const money = (text: string, yuan = false): string => said(readAmount(text, { decimals: 2, unit: '万元', yuan }))
const count = (text: string, unit = '份'): string => said(readAmount(text, { decimals: 0, unit, yuan: false }))

describe('万元的数', () => {
  test.each([
    ['1,234.50', '1234.50'], ['１，２３４．５', '1234.50'], [' 1 234 567.5 ', '1234567.50'], ['1\u00a0234', '1234.00'], ['0', '0.00'], ['.5', '0.50'], ['+3', '3.00'],
    ['', '空'], ['-', '空'], ['—', '空'], ['——', '空'], ['－', '空'], ['　', '空'],
    ['(1,234.50)', '-1234.50：括号里的数按负数'], ['（12）', '-12.00：括号里的数按负数'], ['-12', '-12.00'], ['−12', '-12.00'], ['12-', '-12.00'],
    ['¥1,234.50', '1234.50：由“¥1,234.50”读出'], ['￥ 12', '12.00：由“¥ 12”读出'], ['-¥12', '-12.00：由“-¥12”读出'], ['12.5万元', '12.50：由“12.5万元”读出'], ['12.5万', '12.50：由“12.5万”读出'],
    ['1.2亿', '12000.00：由 1.2亿 换算'], ['1.2亿元', '12000.00：由 1.2亿元 换算'], ['125000元', '12.50：由 125000 元换算成万元'], ['125,050 元', '12.51：由 125050 元换算成万元，四舍五入到 2 位小数'], ['35千元', '3.50：由 35千元 换算'],
    ['12.345', '原样：小数多于 2 位，改为 12.35'], ['12.340', '12.34'], ['约 3', '原样：不是数字，改为 3.00'], ['3至5', '原样：不是数字'], ['12%', '原样：这里不填百分数'], ['12,34', '原样：不是数字'],
    ['$100', '原样：不是人民币'], ['100 美元', '原样：不是人民币'], ['12份', '原样：单位“份”不对，改为 12.00'], ['1.2.3', '原样：不是数字'], ['1-2', '原样：不是数字'], ['2026-12-31', '原样：不是数字'], ['无', '原样：不是数字'],
    ['1.23E+05', '拒绝：scientific'], ['#DIV/0!', '拒绝：excel-error'], ['#N/A', '拒绝：excel-error'], ['########', '拒绝：narrow'], ['1234567890123', '拒绝：too-large'], ['(-1)', '原样：不是数字，改为 1.00'],
  ])('%s → %s', (text, expected) => expect(money(text)).toBe(expected))

  test.each([
    ['1314500', '131.45：由 1314500 元换算成万元'], ['5,126,000.00', '512.60：由 5126000 元换算成万元'], ['50', '0.01：由 50 元换算成万元，四舍五入到 2 位小数'], ['49', '0.00：由 49 元换算成万元，四舍五入到 2 位小数'],
    ['-150', '-0.02：由 -150 元换算成万元，四舍五入到 2 位小数'], ['(1000)', '-0.10：由 -1000 元换算成万元'], ['¥1,000', '0.10：由 1000 元换算成万元'], ['12.5万', '12.50：由“12.5万”读出'], ['-', '空'], ['0', '0.00：由 0 元换算成万元'],
  ])('粘贴自“元”：%s → %s', (text, expected) => expect(money(text, true)).toBe(expected))

  test('写出的数怎样分组都读回同一个数；元除以一万不差分毫', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }), scaled => {
      const plain = formatAmount(scaled, 2)
      for (const written of [plain, formatAmount(scaled, 2, { grouped: true })]) expect(readAmount(written, { decimals: 2, unit: '万元', yuan: false })).toEqual({ kind: 'value', text: plain, how: null })
      const yuan = readAmount(formatAmount(scaled * 100n, 0), { decimals: 2, unit: '万元', yuan: true })
      expect(yuan.kind === 'value' ? yuan.text : null).toBe(plain)
    }))
  })
})

describe('计数的数', () => {
  test.each([
    ['1,724', '1724'], ['1724份', '1724：由“1724份”读出'], ['1.2万', '12000：由 1.2万 换算'], ['1.2万份', '12000：由 1.2万份 换算'], ['5212.5', '原样：份应为整数，改为 5213'], ['12.0', '12'], ['100元', '原样：单位“元”不对，改为 100'], ['1.23456万', '原样：份应为整数，改为 12346'],
  ])('%s → %s', (text, expected) => expect(count(text)).toBe(expected))
  test('单位可以只写一半', () => expect([count('3台', '台（套）'), count('12㎡', '平方米')]).toEqual(['3：由“3台”读出', '12：由“12㎡”读出']))
  test('百分数只写进百分数的格子', () => expect(said(readAmount('12.5%', { decimals: 2, unit: '%', yuan: false }))).toBe('12.50：去掉百分号'))
})

describe('代码、日期和文字', () => {
  const cell = (key: string, text: string, codes = {}): string => said(readCell(lookup(pack).item(key) as Entry, text, { pack, yuan: false, codes }))
  test.each([
    ['dom_code', '03', '03'], ['dom_code', '3', '03：“3”对应 03 环境监测'], ['dom_code', '０３', '03：“０３”对应 03 环境监测'], ['dom_code', '环境监测', '03：“环境监测”对应 03 环境监测'], ['dom_code', '03 环境监测', '03：“03 环境监测”对应 03 环境监测'],
    ['dom_code', '水质检测', '05：“水质检测”对应 05 水质'], ['dom_code', '食品', '06：“食品”对应 06 食品及食品接触材料'], ['dom_code', '环保设备与环境保护', '04：“环保设备与环境保护”对应 04 环保设备与环境保护（不含监测）'],
    ['dom_code', '无损', '原样：37 个选项里对不上'], ['dom_code', '03 食品', '原样：37 个选项里对不上'], ['dom_code', '建筑', '原样：37 个选项里对不上'], ['dom_code', '', '空'], ['dom_code', '—', '空'],
    ['hnte', '是', '1：“是”对应 1 是'], ['public_commit', '√', '1：“√”对应 1 是'], ['public_commit', '2 否', '2：“2 否”对应 2 否'],
    ['reg_region', '330114', '330114'], ['reg_region', '浙江省杭州市钱塘区', '330114：“浙江省杭州市钱塘区”对应 330114 浙江省 杭州市 钱塘区'], ['reg_region', '某地', '原样'],
    ['cert_issue', '2026/3/1', '2026-03-01：由“2026/3/1”读出'], ['cert_issue', '2026年3月1日', '2026-03-01：由“2026年3月1日”读出'], ['cert_issue', '2026-02-30', '原样：不是日期'], ['est_date', '2009年5月', '2009-05：由“2009年5月”读出'], ['est_date', '2009-05', '2009-05'],
    ['uscc', '9.13301E+17', '拒绝：scientific'], ['uscc', '913301140000000000', '拒绝：digits-lost'], ['uscc', '91330114MAY0A1K2XU', '91330114MAY0A1K2XU'], ['uscc', '91330114MAY0A1K2XU9', '拒绝：too-long'],
    ['org_name', ' 甲\r\n乙 ', '甲 乙：换行改成空格'], ['tel', '\'0571-1', '0571-1'], ['org_name', '\'=甲', '=甲'], ['org_name', '#REF!', '拒绝：excel-error'], ['org_name', '—', '空'],
  ])('%s %s → %s', (key, text, expected) => expect(cell(key, text)).toMatch(expected === '原样' ? /^原样/ : new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)))
  test('选定的代码记住用', () => expect(cell('dom_code', '无损', { 无损: '01' })).toBe('01：“无损”对应 01 建筑工程'))
})

test('任何文字都不出错', () => {
  const entries = ['rev_testing', 'rpt_gov', 'dom_code', 'cert_issue', 'uscc', 'reg_region'].map(key => lookup(pack).item(key) as Entry)
  fc.assert(fc.property(fc.constantFrom(...entries), fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('1', ',', '.', ' ', '-', '(', ')', '万', '元', '¥', '%', 'E', '+') })), fc.boolean(), (entry, text, yuan) => {
    const read = readCell(entry, text, { pack, yuan, codes: {} })
    if (read.kind === 'value' && entry.numeric) expect(read.text).toMatch(/^-?\d{1,12}(\.\d+)?$/)
  }))
})
test('每句话都有，参数两种语言相同', () => {
  const gaps = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(m => m[1] ?? ''))].sort()
  for (const code of pasteCodes) expect(gaps(pasteTexts.zh[code])).toEqual(gaps(pasteTexts.en[code]))
  expect(pasteSentence(say('too-long', { max: 18 }), 'en')).toBe('more than 18 characters, not written')
})
