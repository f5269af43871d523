import { describe, expect, test } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import { readFiling } from '../../core/filing/input.ts'
import { typedData } from '../../core/filing/typed.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { priorOf } from '../../core/filing/prior.ts'
import { after, formStates, inactiveItems, may, missingSignoff } from '../../core/filing/state.ts'
import { carryFiling, startFrom } from '../../core/pack/carry.ts'
import { filing } from './formulas.ts'
import { auditOf, packOf, read, sample } from './samples.ts'

const pack = packOf(2026)
const why = (values: Record<string, string>, item: string): string | undefined => inactiveItems(pack, filing({ values }), null).find((i) => i.item === item)?.why

describe('现在不填的，说出原因', () => {
  test('条件的指标和代码说成话', () => {
    expect(why({ is_legal: '1' }, 'parent_name')).toBe('是否独立法人填 1 独立法人 时不填')
    expect(why({ is_legal: '2' }, 'parent_name')).toBeUndefined()
    expect(why({}, 'parent_name')).toBe('先填“是否独立法人”，再定是否填写')
  })
  test('两项填一项的都不变灰', () => expect(why({ tel: '0571-01234567' }, 'mobile')).toBeUndefined())
  test('逐行说', () => {
    const data = filing({ tables: { sites: [{ site_type: '3' }, { site_type: '4' }] } })
    const of = (item: string): (number | null)[] => inactiveItems(pack, data, null).filter((i) => i.item === item).map((i) => i.row)
    expect([of('site_region'), of('site_country')]).toEqual([[2], [1]])
  })
})

describe('各表填到哪里', () => {
  const input = auditOf(sample('enterprise', 2026))
  const states = formStates(pack, input.data, null, audit(input), { prior: input.prior, today: input.today })
  const state = (no: string): (typeof states)[number] | undefined => states.find((s) => s.form === no)
  test('企业：必填都已填，别的 201 表不适用', () => {
    expect(states.filter((s) => s.applies).every((s) => s.filled === s.required && s.required > 0)).toBe(true)
    expect(states.filter((s) => !s.applies).map((s) => s.form)).toEqual(['201-2', '201-3'])
    expect(state('201-2')?.why).toBe('执行会计标准类别填 1 企业会计准则/制度、机构类型填 10 企业 时不填本表')
    expect(state('302')).toMatchObject({ rows: 4, errors: 0 })
    expect(states.reduce((n, s) => n + s.explained, 0)).toBe(5)
  })
  test('改错一格：错误里除去只是没填的', () => {
    const data = { ...input.data, values: { ...input.data.values, src_gov: '1.00', staff_avg: '' } }
    const now = formStates(pack, data, null, audit({ ...input, data }), { prior: input.prior, today: input.today })
    const counts = (no: string): unknown => now.filter((s) => s.form === no).map(({ errors, wrong }) => [errors > wrong, wrong > 0])
    expect([counts('103'), counts('301')]).toEqual([[[true, false]], [[false, true]]])
  })
  test('只填了单位名称：没有一行的表也只是没填', () => {
    const data = filing({ values: { org_name: '甲', uscc: '91330114MAY0A1K2XU', unit_seq: '00', fe_rev: '5.00' } })
    const now = formStates(pack, data, null, audit({ ...input, data, prior: null }), { today: input.today })
    expect(now.find((s) => s.form === '302')).toMatchObject({ rows: 0, errors: expect.any(Number), wrong: 0 })
  })
  test('空白的表一项没填', () => {
    const [first] = formStates(pack, filing({}), null, [])
    expect(first).toMatchObject({ form: '101', applies: true, filled: 0, entered: 0, rows: 0 })
    expect(formStates(pack, filing({}), null, audit({ ...input, data: filing({}), prior: null })).map((s) => s.wrong)).toEqual(states.map(() => 0))
    expect(missingSignoff(pack, filing({ values: { filler: '甲' } }))).toEqual(['unit_head', 'stat_head', 'filler_tel', 'report_date'])
  })
})

test('什么状态能做什么', () => {
  const acts = ['edit', 'explain', 'seal', 'reopen', 'export', 'return', 'accept'] as const
  const can = (state: Parameters<typeof may>[0]): string => acts.filter((a) => may(state, a)).join(' ')
  expect([can('draft'), can('sealed'), can('returned'), can('reopened'), can('accepted')]).toEqual(['edit explain seal', 'reopen export return accept', 'reopen export', 'edit explain seal export', 'export return'])
  expect([after('draft', 'seal'), after('sealed', 'edit'), after('sealed', 'return'), after('returned', 'reopen'), after('reopened', 'seal')]).toEqual(['sealed', null, 'returned', 'reopened', 'sealed'])
})

describe('读一份填报', () => {
  const one = (values: object, more: object = {}): ReturnType<typeof readFiling> => readFiling(pack, { survey_year: 2026, values, ...more }, packOf)
  const problem = (values: object): object => { const r = one(values); return r.ok ? {} : r.problem }
  test('数字、文字、空', () => {
    const r = one({ staff_total: 83, rev_testing: 12.5, rd_gov: '7', org_name: null, domains: [{ dom_code: '03', dom_rev: 0.1 }] })
    expect(r.ok && r.value.data).toEqual({ values: { staff_total: '83', rev_testing: '12.5', rd_gov: '7' }, tables: { domains: [{ id: 1, cells: { dom_code: '03', dom_rev: '0.1' } }] } })
  })
  test.each([[{ staff: 1 }, 'staff'], [{ certs: [{ dom_rev: 1 }] }, 'certs.dom_rev'], [{ things: [{ a: 1 }] }, 'things']])('不认识的键：%j', (values, item) => {
    expect(problem(values)).toMatchObject({ code: 'filing-unknown-key', params: { item } })
  })
  test.each([[{ certs: 5 }], [{ staff_total: [1] }], [{ staff_total: { a: 1 } }], [{ staff_total: true }]])('形状不对：%j', (values) => expect(one(values).ok).toBe(false))
  test.each([
    [{ rev_total: 5 }, {}, 'filing-computed', '“rev_total”由本程序算出'],
    [{ certs: 5 }, {}, 'filing-shape', '“certs”是重复表，应为各行的列表'],
    [{ staff_total: [] }, {}, 'filing-shape', '“staff_total”只填一个值，不能是列表'],
    [{ dom_code: '03' }, {}, 'filing-shape', '“dom_code”是重复表“domains”的一栏'],
    [{}, { explanations: [{ rule: 'F999', text: '甲' }] }, 'filing-unknown-rule', '规则“F999”不存在'],
    [{ certs: [{ cert_no: 'A' }] }, { explanations: [{ rule: 'F025', row: 'B', text: '甲' }] }, 'filing-unknown-row', '规则 F025 的说明写给“B”这一行'],
    [{}, { explanations: [{ rule: 'F025', item: 'zzz', text: '甲' }] }, 'filing-unknown-key', '“zzz”'],
    [{}, { prior: { survey_year: 1990, values: {} } }, 'filing-shape', 'prior 应为 2025 年度的填报，却是 1990 年度的'],
  ])('说出错在哪里：%j %j', (values, more, code, words) => {
    const r = one(values, more)
    expect(r.ok ? '' : [r.problem.code, problemSentence(r.problem).includes(words)]).toEqual([code, true])
  })
  test('没有年度的上年就是上一年', () => {
    const r = one({}, { prior: { values: { staff_total: 5 } } })
    expect(r.ok && r.value.prior).toMatchObject({ year: 2025, data: { values: { staff_total: '5' } } })
  })
  test('全角数字和千分位', () => {
    const r = one({ rev_testing: '１，２３４．５０', rd_gov: '1,234.50', org_name: '甲１', domains: [{ dom_code: '03', dom_rev: '０．００' }] })
    expect(r.ok && [r.value.data.values, r.value.data.tables['domains']?.[0]?.cells]).toEqual([{ rev_testing: '1234.50', rd_gov: '1234.50', org_name: '甲１' }, { dom_code: '03', dom_rev: '0.00' }])
    expect(typedData(pack, filing({ values: { rd_gov: '１' } })).values).toEqual({ rd_gov: '1' })
  })
  test('现在没有问题的说明照收', () => {
    const r = one({}, { explanations: [{ rule: 'Y002', text: '甲' }, { rule: 'F025', row: 'B', text: '甲' }] })
    expect(r.ok && r.value.explanations.map((e) => e.rule)).toEqual(['Y002'])
  })
  test('旧名也收', () => {
    const r = readFiling(packOf(2025), { survey_year: 2025, values: { plat_join: '1' } }, packOf)
    expect(r.ok && r.value.data.values).toEqual({ plat_link: '1' })
  })
  test('说明的行键换成行号', () => {
    const r = one({ certs: [{ cert_no: 'A' }, { cert_no: 'B', cert_kind: '01' }] }, { explanations: [{ rule: 'F025', row: 'B', text: '甲' }] })
    expect(r.ok && r.value.explanations).toEqual([{ rule: 'F025', row: 2, item: null, text: '甲' }])
  })
})

describe('上年', () => {
  test('改名的带过来，拆分和取消的列出来', () => {
    const data = filing({ values: { plat_link: '1', auto_unit: '3', rev_newsvc: '5.00', paper_rpt: '9', staff_total: '74', fe_rev: ' ' } })
    const { data: carried, lost } = carryFiling(packOf(2025), pack, data)
    expect(carried.values).toEqual({ plat_join: '1', auto_line: '3', staff_total: '74', fe_rev: ' ' })
    expect(lost.map((l) => [l.item, l.text, l.why.length > 4])).toEqual([['rev_newsvc', '5.00', true], ['paper_rpt', '9', true]])
  })
  test('连同自动计算项，不适用的表不算', () => {
    const last = sample('enterprise', 2025)
    const prior = priorOf(packOf(2025), pack, { ...read(last).data, values: { ...read(last).data.values, fs_fixed: '5.00' } }, 'own')
    expect(prior.data.values).toMatchObject({ rev_total: '2694.58', own_group: '3', rd_ratio: '7.74' })
    expect(prior.data.values['fs_fixed']).toBeUndefined()
  })
  test('新的一年只带入 带入 项', () => {
    const started = startFrom(pack, carryFiling(packOf(2025), pack, read(sample('enterprise', 2025)).data).data)
    expect(started.values['org_name']).toBe('浙江澜序示例检测科技有限公司')
    expect([started.values['staff_total'], started.values['op_status'], started.tables['domains']?.[0]?.cells['dom_rev']]).toEqual([undefined, undefined, undefined])
    expect(started.tables['domains']?.[0]?.cells['dom_code']).toBe('03')
    expect(started.values['own_group']).toBeUndefined()
  })
})
