import { describe, expect, test } from 'vitest'
import { dayText, monthText } from '../../core/import/day.ts'
import { figureText, isBlankMark, plus, readFigure, scaledTo, times, unitChoices, unitShift } from '../../core/import/figure.ts'
import { likeness, plainName } from '../../core/import/likeness.ts'
import { readCell } from '../../core/import/reading.ts'
import type { SheetCell, SheetKind } from '../../core/import/sheet.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { seedPack } from '../support/pack.ts'

describe('figures of other programs', () => {
  test.each([
    ['1234.5', '1234.5'], ['1,234,567.80', '1234567.8'], ['１２３．５', '123.5'], ['¥ 1,200', '1200'], ['(1,234.50)', '-1234.5'], ['（12）', '-12'], ['−8', '-8'], ['-8', '-8'],
    ['1.5E+4', '15000'], ['1.5e-3', '0.0015'], ['.5', '0.5'], ['12.', '12'], ['120元', '120'], ['35 份', '35'], ['0', '0'], ['0.10', '0.1'], ['+7', '7'],
  ])('%s is %s', (typed, text) => expect(figureText(readFigure(typed) ?? { n: 999n, scale: 0 })).toBe(text))
  test.each([['12.5万', 4], ['3亿元', 8], ['2千元', 3], ['12', null]])('%s carries the power %s', (typed, power) => expect(readFigure(typed)?.power).toBe(power))
  test.each(['', '十二', '1,23', '12 34 56a', '1.2.3', '--5', '2026-03-01', '5年', '1e9999'])('%j is none', typed => expect(readFigure(typed)).toBeNull())
  test.each(['', ' ', '-', '—', '——', '/', '无'])('%j is blank', text => expect(isBlankMark(text)).toBe(true))
  test('are added and rounded exactly, half away from zero', () => {
    expect(figureText(plus({ n: 1n, scale: 1 }, { n: 2n, scale: 1 }))).toBe('0.3')
    const wan = (yuan: string): { scaled: bigint; rounded: boolean } => scaledTo(times(readFigure(yuan) ?? { n: 0n, scale: 0 }, -4), 2)
    expect([wan('24401628.37'), wan('50'), wan('-50'), wan('49.99'), wan('1200')]).toEqual([
      { scaled: 244016n, rounded: true }, { scaled: 1n, rounded: true }, { scaled: -1n, rounded: true }, { scaled: 0n, rounded: true }, { scaled: 12n, rounded: false },
    ])
  })
  test.each([['元', '万元', -4], ['千元', '万元', -1], ['亿元', '万元', 4], ['万份', '份', 4], ['万元', '万元', 0], ['份', '万元', null], ['%', '%', 0], ['平方米', '平方米', 0]])('%s to %s is %s', (from, to, shift) => expect(unitShift(from, to)).toBe(shift))
  test('the units offered for an item', () => {
    expect(unitChoices('万元')).toEqual(['万元', '元', '千元', '百万元', '亿元'])
    expect(unitChoices('份')).toEqual(['份', '千份', '万份'])
    expect([unitChoices(null), unitChoices('%')]).toEqual([[], ['%']])
  })
})

describe('days of other programs', () => {
  test.each([['2026-03-01', '2026-03-01'], ['2026/3/1', '2026-03-01'], ['2026.3.1', '2026-03-01'], ['2026年3月1日', '2026-03-01'], ['20260301', '2026-03-01'], ['2026-03-01 12:30', '2026-03-01'], ['2026-03-01T12:30:00', '2026-03-01'], ['2026-03', null], ['三月', null]])('%s is the day %s', (text, day) => expect(dayText(text)).toBe(day))
  test.each([['2014年9月', '2014-09'], ['2014/9', '2014-09'], ['201409', '2014-09'], ['20140918', '2014-09'], ['2014-09-18', '2014-09'], ['2014', null]])('%s is the month %s', (text, month) => expect(monthText(text)).toBe(month))
})

describe('names', () => {
  test.each([['其中：女性（人）', '女性'], ['一、营业收入', '营业收入'], ['3. 减：管理费用', '管理费用'], ['按服务区域：外省', '外省']])('%s is compared as %s', (name, plain) => expect(plainName(name)).toBe(plain))
  test('are alike by what they share', () => {
    expect(likeness('营业收入（元）', '营业收入')).toBe(1)
    expect(likeness('报告数', '出具报告数')).toBeGreaterThan(0.6)
    expect(likeness('管理费用', '仪器设备')).toBe(0)
  })
})

const index = lookup(seedPack('annual-2026'))
const read = (item: string, text: string, more: { kind?: SheetKind; unit?: string; codes?: Record<string, string>; damaged?: boolean } = {}): ReturnType<typeof readCell> => {
  const cell: SheetCell = { text, kind: more.kind ?? 'text', damaged: more.damaged ?? false }
  const entry = index.item(item)
  if (!entry) throw new Error(item)
  return readCell(entry, cell, { unit: more.unit ?? null, codes: more.codes ?? {} })
}

describe('a cell read for an item', () => {
  test.each([
    ['fe_rev', '24,401,628.37', { unit: '元' }, '2440.16'], ['fe_rev', '2440.16', {}, '2440.16'], ['fe_rev', '2,440', { unit: '千元' }, '244.00'], ['fe_rev', '0.2亿', { unit: '元' }, '2000.00'],
    ['fe_rev', '12.5万', { unit: '元' }, '12.50'], ['fe_rev', '12.5万', { unit: '万元' }, '12.50'], ['fe_rev', '(35.00)', {}, '-35.00'], ['fe_rev', '—', {}, ''],
    ['rpt_social', '1.2', { unit: '万份' }, '12000'], ['staff_total', '83', { kind: 'number' as const }, '83'], ['hnte', '是', {}, '1'], ['hnte', '√', {}, '1'], ['is_legal', '2 非法人', {}, '2'], ['is_legal', '独立法人', {}, '1'],
    ['dom_code', '1', { kind: 'number' as const }, '01'], ['dom_code', '食品', { codes: { 食品: '02' } }, '02'], ['est_date', '2014-09-18', { kind: 'date' as const }, '2014-09'], ['cert_valid', '2030/1/1', {}, '2030-01-01'],
    ['org_name', ' 甲 ', {}, '甲'],
  ])('%s takes %s %j as %s', (item, text, more, now) => expect(read(item, text, more)).toMatchObject({ text: now, refused: null }))
  test.each([
    ['fe_rev', '三十', {}, 'import-not-number'], ['fe_rev', '#REF!', { kind: 'error' as const }, 'import-cell-error'], ['fe_rev', '12', { unit: '份' }, 'import-unit'], ['fe_rev', '1234567890123', {}, 'import-too-long'],
    ['staff_total', '83.5', {}, 'import-not-whole'], ['rpt_social', '1.00005', { unit: '万份' }, 'import-not-whole'], ['is_legal', '也许', {}, 'import-code-unknown'], ['cert_valid', '2030-02-30', {}, 'import-not-date'],
    ['fe_rev', '2026-03-01', { kind: 'date' as const }, 'import-not-number'], ['cert_no', '231100349902000000', { kind: 'number' as const, damaged: true }, 'import-code-damaged'], ['dom_code', '食品', { codes: { 食品: '99x' } }, 'import-code-unknown'],
  ])('%s refuses %s %j: %s', (item, text, more, code) => expect(read(item, text, more).refused?.code).toBe(code))
  test('what is rounded off is told', () => expect(read('fe_rev', '24401628.37', { unit: '元' }).note).toEqual({ code: 'import-rounded', params: { from: '2440.162837', to: '2440.16' } }))
})
