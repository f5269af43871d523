import { describe, expect, test } from 'vitest'
import { lookup } from '../../core/pack/lookup.ts'
import type { Item } from '../../core/pack/schema.ts'
import { answersTo } from '../../core/review/answers.ts'
import { attentionOf, type Known } from '../../core/review/attention.ts'
import { adjustedValue, adjustmentMessage } from '../../core/review/adjustment.ts'
import { cellsOf } from '../../core/review/cells.ts'
import { deltaOf, yoyOf } from '../../core/review/change.ts'
import { blockedBy, notClean, type CleanFacts } from '../../core/review/clean.ts'
import { reviewLines } from '../../core/review/lines.ts'
import { seedPack } from '../support/pack.ts'

const pack = seedPack('annual-2026')
function item(key: string): Item {
  const entry = lookup(pack).item(key)
  if (!entry) throw new Error(key)
  return entry.item
}

describe('how a change is shown', () => {
  test.each([
    ['rev_testing', '1218.30', '1191.90', '−26.40'], ['rpt_cma', '13830', '13380', '−450'], ['rpt_cma', '13380', '13830', '+450'], ['rpt_cma', '5', '5', '未变'],
    ['rpt_cma', '', '5', ''], ['rpt_cma', '5', '', ''], ['rpt_cma', '', '', ''], ['rpt_cma', '约5', '5', ''], ['org_name', '甲', '乙', ''], ['org_name', '甲', '甲', '未变'],
  ])('%s from %s to %s: %s', (key, before, now, shown) => expect(deltaOf(item(key), before, now)).toBe(shown))

  test.each([
    ['rev_testing', '881.40', '1191.90', '+35.2'], ['rpt_cma', '4010', '8820', '+120.0'], ['rpt_cma', '3', '2', '−33.3'], ['rpt_cma', '1000', '1000', '0.0'],
    ['rpt_cma', '0', '9', ''], ['rpt_cma', '', '9', ''], ['rpt_cma', '8', '', ''], ['rpt_cma', '2', '5000', '+249,900.0'], ['rpt_cma', '2000', '2001', '+0.1'], ['org_name', '甲', '乙', ''],
  ])('%s on last year %s now %s: %s', (key, prior, now, shown) => expect(yoyOf(item(key), prior, now)).toBe(shown))
})

const quiet: Known = { verdict: 'sealed', changed: 0, mismatches: 0, trust: 'known', late: false, handFiled: false, errors: 0, boilerplate: 0, copied: 0, sharers: 0, outliers: [], unanswered: 0 }

describe('what is looked at first', () => {
  test('nothing odd asks for nothing', () => expect(attentionOf(quiet)).toEqual({ attention: 0, why: [] }))

  test('a changed key and altered cells before copied words, those before lateness; every ground is said', () => {
    const grounds: readonly Partial<Known>[] = [{ trust: 'changed' }, { verdict: 'altered', changed: 3 }, { mismatches: 2 }, { errors: 1 }, { unanswered: 1 }, { copied: 1, sharers: 4 }, { outliers: ['人均营业收入'] }, { handFiled: true }, { late: true }]
    const weights = grounds.map((ground) => attentionOf({ ...quiet, ...ground }).attention)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(attentionOf(Object.assign({ ...quiet }, ...grounds) as Known).why).toEqual([
      '签名密钥和以前不同，还没有确认', '封存后有 3 格被改过', '2 处和重新计算的不同', '强制性 1 条', '1 条查询没有答复', '1 条说明和别的单位一字不差（4 家）', '偏离同类：人均营业收入', '手工填报', '迟报',
    ])
  })
})

const clean: CleanFacts = { state: 'in_review', verdict: 'sealed', errors: 0, unexplained: 0, trust: 'first-seen', drafts: 0, open: 0, newer: null }

describe('what may be accepted', () => {
  test.each<readonly [Partial<CleanFacts>, string | null]>([
    [{}, null], [{ verdict: 'resaved' }, null], [{ trust: 'known' }, null], [{ verdict: 'altered' }, '封存后被改过'], [{ verdict: 'unsealed' }, '不是封存的报送件'], [{ errors: 1 }, '强制性 1 条'],
    [{ unexplained: 2 }, '核实性 2 条没有说明'], [{ trust: 'changed' }, '签名密钥和以前不同，还没有确认'], [{ drafts: 1 }, '1 条新查询还没有发出'], [{ open: 1 }, '1 条查询还没有了结'], [{ newer: 2 }, '有更新的第 2 次报送'],
  ])('in bulk with %o: %s', (facts, why) => expect(notClean({ ...clean, ...facts })).toBe(why))

  test('one by one: closed while a new query is unsent, a newer one is there, or it is decided', () => {
    expect(blockedBy({ state: 'in_review', drafts: 0, newer: null })).toBeNull()
    expect(blockedBy({ state: 'in_review', drafts: 1, newer: null })).toBe('有新查询，接收前先处理')
    expect(blockedBy({ state: 'in_review', drafts: 0, newer: 3 })).toBe('有更新的第 3 次报送，请看那一次')
    expect(blockedBy({ state: 'returned', drafts: 0, newer: null })).toBe('已经退回，等重报')
  })
})

test('a newer submission answers the queries it names, those whose cell it changed, and questions on the whole', () => {
  const asked = [{ id: 'a', item: 'rpt_cma', row: null }, { id: 'b', item: 'rpt_cnas', row: null }, { id: 'c', item: 'rpt_elec', row: null }, { id: 'd', item: null, row: null }]
  const before = cellsOf(pack, { values: { rpt_cma: '13830', rpt_cnas: '10', rpt_elec: '7' }, tables: {} }, {})
  const now = cellsOf(pack, { values: { rpt_cma: '13380', rpt_cnas: '10', rpt_elec: '7' }, tables: {} }, {})
  const answers = [{ query: 'b', item: 'rpt_cnas', row: null, text: '无误，台账在附件。' }]
  expect(answersTo(pack, asked, { payload: { answers, reason: '按退回单改正' }, before, now })).toEqual([
    { id: 'a', text: '没有写答复，由 13,830 改为 13,380。' }, { id: 'b', text: '无误，台账在附件。' }, { id: 'd', text: '按退回单改正' },
  ])
})

test('rows of a table stand beside the same row of the submission before, last year’s by its key; one taken out is still shown', () => {
  const table = (rows: readonly (readonly [id: number, code: string, reports: string])[]) => ({ domains: rows.map(([id, dom_code, dom_rpt]) => ({ id, cells: { dom_code, dom_rpt } })) })
  const laid = (tables: ReturnType<typeof table>) => ({ tables, cells: cellsOf(pack, { values: {}, tables }, {}) })
  const lines = reviewLines({ pack, now: laid(table([[2, '03', '120'], [3, '07', '9']])), before: laid(table([[1, '01', '40'], [2, '03', '100']])), prior: laid(table([[8, '03', '60']])), marks: new Map() })
  const reports = lines.filter((line) => line.item === 'dom_rpt').map(({ row, rowKey, prior, before, now, delta, yoy }) => [row, rowKey, prior, before, now, delta, yoy])
  expect(reports).toEqual([[2, '03', '60', '100', '120', '+20', '+100.0'], [3, '07', '', '', '9', '', ''], [1, '01', '', '40', '', '', '']])
})

describe('an adjusted value', () => {
  test('is kept in its one spelling, with the scaled number of a figure', () => {
    expect(adjustedValue(pack, 'rev_testing', '1,218.3')).toEqual({ ok: true, value: { txt: '1218.30', num: 121830n } })
    expect(adjustedValue(pack, 'op_status', '1 正常运营')).toMatchObject({ ok: true, value: { txt: '1', num: null } })
  })
  test.each([['rev_total', '5', 'adjust-cell'], ['filler', '甲', 'adjust-cell'], ['nothing', '5', 'adjust-cell'], ['rpt_cma', '1.5', 'adjust-value'], ['rpt_cma', '约5', 'adjust-value'], ['op_status', '99', 'adjust-value'], ['org_name', ' ', 'adjust-value']])('%s = "%s" is refused: %s', (key, text, code) => {
    expect(adjustedValue(pack, key, text)).toMatchObject({ ok: false, problem: { code } })
  })
  test('what is signed changes with every part of it', () => {
    const one = { unit_id: 'u', year: 2026, item: 'rpt_cma', row_no: null, txt: '5', old: '6', imputed: 0, reason: '台账', by_name: '周敏', at: '2027-03-18T02:30:00Z' }
    const others = Object.keys(one).map((key) => adjustmentMessage({ ...one, [key]: key === 'year' || key === 'imputed' || key === 'row_no' ? 1 : 'x' }))
    expect(new Set([adjustmentMessage(one), ...others]).size).toBe(11)
  })
})
