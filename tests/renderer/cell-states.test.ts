import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView } from '../../core/contract.ts'
import type { Item } from '../../core/pack/schema.ts'
import { cellModel } from '../../renderer/grid/cellModel.ts'
import type { CellModel } from '../../renderer/grid/cellModel.ts'
import { cellName } from '../../renderer/grid/past.ts'
import { itemOf } from '../../renderer/store/catalog.ts'
import { seedPack } from '../support/pack.ts'

const pack = seedPack('annual-2026')
const item = (key: string): Item => itemOf(pack, key) ?? (() => { throw new Error(key) })()
const view: FilingView = {
  filing: 1, pack, data: { values: {}, tables: {} }, computed: {}, findings: [], inactive: [], state: 'draft', submitNo: 0, today: '2027-03-20', forms: [], savedAt: null, notes: [],
  prior: { origin: 'own', data: { values: { src_social: '100', rev_core: '100', org_name: '甲', staff_total: '0' }, tables: {} } } as unknown as FilingView['prior'],
  letters: { returned: null, accepted: null, task: null, queries: [], sealed: null },
  undo: null, redo: null, unit: { unit: 1, unitId: 'u', name: '示例', legalForm: null, today: '2027-03-20', note: '', filings: [] },
}
const finding = (over: Partial<Finding>): Finding =>
  ({ rule: 'W061', severity: 'error', row: null, rowKey: null, item: null, cells: [{ form: '301', item: 'src_social', row: null }], message: '', title: '', detail: '', fact: '还差 12.50 万元', todo: '', hints: [], explanation: null, explained: false, ...over })
const cell = (key: string, text: string, findings: readonly Finding[] = [], of: Partial<FilingView> = {}): CellModel =>
  cellModel({ view: { ...view, findings, ...of }, pending: {}, marks: new Map([[key, findings]]), inactive: new Map() }, item(key), null, text)

describe('格的状态：图形、文字、颜色一起', () => {
  it.each<[string, CellModel, { icon: string; tone: string; text: RegExp }]>([
    ['不合规定', cell('src_social', 'abc', [finding({ fact: '不是数字，已原样保留' })]), { icon: 'stop', tone: 'stop', text: /不是数字/ }],
    ['有审核结果', cell('src_social', '1', [finding({ severity: 'warning', fact: '+44.2%' })]), { icon: 'verify', tone: 'verify', text: /待说明/ }],
    ['已说明', cell('src_social', '1', [finding({ severity: 'warning', fact: '+44.2%', explanation: '有新合同', explained: true })]), { icon: 'explained', tone: 'verify', text: /已说明/ }],
    ['比上年差得多', cell('src_social', '151'), { icon: 'leap', tone: 'accent', text: /^比上年 \+51\.0%$/ }],
    ['比上年少得多', cell('src_social', '0'), { icon: 'leap', tone: 'accent', text: /^比上年 −100\.0%$/ }],
    ['算出来而差得多', cell('rev_core', '300.00'), { icon: 'leap', tone: 'accent', text: /\+200\.0%/ }],
    ['算出来', cell('rev_core', '110.00'), { icon: 'sigma', tone: 'quiet', text: /03 至 07 之和/ }],
    ['带入', cell('org_name', '甲'), { icon: 'carried', tone: 'quiet', text: /^与上年相同$/ }],
  ])('%s', (_, model, hint) => {
    expect(model.hint).toMatchObject({ icon: hint.icon, tone: hint.tone })
    expect(model.hint?.text).toMatch(hint.text)
  })

  it('接近上年的数、上年是 0 的数、改过的文字不说什么', () => {
    expect([cell('src_social', '149.99').hint, cell('staff_total', '9').hint, cell('org_name', '乙').hint, cell('src_social', '').hint]).toEqual([null, null, null, null])
  })
})

describe('格的名称', () => {
  it('含代码、名称、单位和上年的数；重复表里先说第几行', () => {
    expect(cellName(pack, item('src_social'), { form: '301', row: null, before: '1652.13' })).toBe('301.12 按委托来源：社会委托，万元，上年 1,652.13')
    expect(cellName(pack, item('org_name'), { form: '101', row: null, before: '' })).toBe('101.01 机构名称')
    expect(cellName(pack, item('dom_rev'), { form: '302', row: 1, before: '358.2' })).toBe('第 2 行，D 检验检测服务收入，万元，上年 358.20')
    expect(cellName(pack, item('holding'), { form: '101', row: null, before: '3' })).toBe('101.21 控股情况，上年 3 私人控股')
  })
})
