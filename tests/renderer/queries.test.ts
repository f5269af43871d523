import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView } from '../../core/contract.ts'
import type { QueryView } from '../../core/contract/letters.ts'
import type { Item } from '../../core/pack/schema.ts'
import { cellModel } from '../../renderer/grid/cellModel.ts'
import { openQueries, standingQueries, threadAt } from '../../renderer/grid/queries.ts'
import { problemCells } from '../../renderer/screens/entry/nextProblem.ts'
import { itemOf } from '../../renderer/store/catalog.ts'
import { seedPack } from '../support/pack.ts'

const pack = seedPack('annual-2026')
const query = (over: Partial<QueryView>): QueryView => ({
  query: 'Q-1', submitNo: 1, form: '301', code: '12', item: 'src_social', row: null, rowKey: null, name: '社会委托', value: '863.70', question: '为什么？', due: null, at: '2027-03-18 10:00:00', regulator: '局', reply: '', repliedAt: null, answeredIn: null, ...over,
})
const view = (queries: readonly QueryView[], over: Partial<FilingView> = {}): FilingView => ({
  filing: 1, pack, data: { values: { src_social: '863.7', tel: '0571-1' }, tables: { domains: [{ id: 2, cells: { dom_code: '03', dom_rpt: '7' } }] } }, computed: {}, prior: null, findings: [], inactive: [], state: 'reopened', submitNo: 1, today: '2027-03-20', forms: [], savedAt: null, notes: [],
  letters: { returned: null, accepted: null, task: null, queries, sealed: { submitNo: 1, values: { src_social: '863.70', tel: '0571-1' }, tables: { domains: [{ id: 2, cells: { dom_code: '03', dom_rpt: '7' } }] } } },
  undo: null, redo: null, unit: { unit: 1, unitId: 'u', name: '示例', legalForm: null, today: '2027-03-20', note: '', filings: [] }, ...over,
})
const item = (key: string): Item => itemOf(pack, key) ?? (() => { throw new Error(key) })()
const seen = (v: FilingView, key: string, text: string, findings: readonly Finding[] = []) => cellModel({ view: v, pending: {}, marks: new Map([[key, findings]]), inactive: new Map() }, item(key), null, text)
const finding = (severity: 'error' | 'warning', explained: boolean): Finding =>
  ({ rule: 'Y002', severity, row: null, rowKey: null, item: null, cells: [{ form: '301', item: 'src_social', row: null }], message: '', title: '', detail: '', fact: '+44.2%', todo: '', hints: [], explanation: null, explained })

describe('被查询的格', () => {
  it('带问号，说几条待答复；答复了或改了就不再等', () => {
    expect(seen(view([query({}), query({ query: 'Q-2' })]), 'src_social', '863.7')).toMatchObject({ mark: 'query', hint: { icon: 'query', tone: 'accent', text: '2 条查询待答复' } })
    expect(openQueries(view([query({ reply: '有新合同' })]))).toEqual([])
    expect(openQueries(view([query({})], { data: { values: { src_social: '800' }, tables: {} } }))).toEqual([])
    expect(openQueries(view([query({})], { data: { values: { src_social: ' 863.70' }, tables: {} } })).length).toBe(1)
  })
  it('强制性、待说明在先，已说明在后', () => {
    const asked = view([query({})])
    expect(seen(asked, 'src_social', '863.7', [finding('error', false)]).mark).toBe('stop')
    expect(seen(asked, 'src_social', '863.7', [finding('warning', false)]).mark).toBe('verify')
    expect(seen(asked, 'src_social', '863.7', [finding('warning', true)]).mark).toBe('query')
  })
  it('封存以后、换了报送次数就不再等，但问答还在', () => {
    const old = [query({ answeredIn: 2, reply: '有新合同' }), query({ submitNo: 2, question: '合同编号？' })]
    expect(standingQueries(view(old, { submitNo: 2 })).map(({ question }) => question)).toEqual(['合同编号？'])
    expect(standingQueries(view(old, { submitNo: 2, state: 'sealed' }))).toEqual([])
    expect(threadAt(view(old), 'src_social', null)).toHaveLength(2)
  })
  it('F8 先走审核结果，再按表的顺序走查询，一格只到一次', () => {
    const both = view([query({}), query({ query: 'Q-2', form: '101', item: 'tel' }), query({ query: 'Q-3', form: '302', item: 'dom_rpt', row: 2 })], { findings: [{ ...finding('warning', false), cells: [{ form: '301', item: 'rev_op', row: null }] }] })
    expect(problemCells(both, true).map((cell) => cell.item)).toEqual(['rev_op', 'tel', 'src_social', 'dom_rpt'])
  })
})

describe('上次报送以后改过的格', () => {
  it('带一支笔，写着上次的数', () => {
    const changed = view([], { data: { values: { src_social: '1,338' }, tables: {} } })
    expect(seen(changed, 'src_social', '1,338')).toMatchObject({ mark: 'changed', hint: { icon: 'pen', text: '第 1 次 863.70' } })
    expect(seen(view([]), 'src_social', '863.7').mark).toBe('none')
    expect(seen(view([]), 'email', 'a@b.cn')).toMatchObject({ mark: 'changed', hint: { text: '第 1 次 空' } })
  })
})
