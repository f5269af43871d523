import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView } from '../../core/contract.ts'
import { packSchema } from '../../core/pack/schema.ts'
import type { Balance, Item } from '../../core/pack/schema.ts'
import { standing } from '../../renderer/grid/balance.ts'
import { isBlankFinding, marksByCell, shownFindings } from '../../renderer/grid/marks.ts'
import { rowsInSight } from '../../renderer/grid/rows/layout.ts'
import { changePercent, inYuan, shownText, tidied } from '../../renderer/grid/show.ts'
import { keepTables } from '../../renderer/store/merge.ts'

const item = (key: string, more: Partial<Item> = {}): Item => ({ no: '01', key, name: key, unit: '万元', type: 'decimal', decimals: 2, required: 'always', prior: 'compare', explanation: '说明', ...more })
const balance: Balance = { total: 'rev', parts: ['a', 'b'], relation: '=', tolerance: '0.05', unit: '万元' }
const pack = packSchema.parse({
  id: 'annual-2026', version: '1.0', title: '示例', year: 2026, periodEnd: '2026-12-31', dates: { issued: '2027-01-11', deadline: '2027-03-19', revised: '2027-03-31', final: '2027-04-15' },
  marks: { prefix: '检统', maker: '示例', approver: '示例', approvalNo: '示例', validUntil: '示例' }, legalNote: '示例', sample: true, localExt: false,
  forms: [{ no: '301', name: '表', short: '表', scope: '', groups: [{ key: 'g', title: '一', items: ['a', 'b'], balance }], items: [item('rev'), item('a'), item('b'), item('c', { type: 'code', unit: null, enum: [{ code: '1', name: '是' }] })], tables: [] }],
  signoff: [], codes: {}, themeOptions: {}, themeDefault: {}, regions: [], industries: [], rules: [], carry: [], tables: [], inputs: [], boilerplate: [],
})
const view = (values: Record<string, string>, findings: readonly Finding[] = []): FilingView =>
  ({ filing: 1, pack, data: { values, tables: {} }, computed: {}, prior: null, findings, inactive: [], state: 'draft', submitNo: 0, today: '2027-03-10', forms: [], savedAt: null, notes: [], letters: { returned: null, accepted: null, task: null, queries: [], sealed: null }, undo: null, redo: null, unit: { unit: 1, unitId: 'u', name: '示例', legalForm: null, today: '2027-03-10', note: '', filings: [] } })
const finding = (cells: readonly string[], more: Partial<Finding> = {}): Finding =>
  ({ rule: 'W061', severity: 'error', row: null, rowKey: null, item: null, cells: cells.map((key) => ({ form: '301', item: key, row: null })), message: '', title: '', detail: '', fact: '', todo: '', hints: [], explanation: null, explained: false, ...more })

describe('数怎样显示', () => {
  it('金额两位小数加分隔，代码带名称，不是数字的原样', () => {
    expect(shownText(pack, item('a'), '1218.3')).toBe('1,218.30')
    expect(shownText(pack, item('a'), '约 260')).toBe('约 260')
    expect(shownText(pack, pack.forms[0]?.items[3] as Item, '1')).toBe('1 是')
  })
  it('万元读成元', () => {
    expect(inYuan(item('a'), '863.70')).toBe('8,637,000')
    expect(inYuan(item('a', { unit: '份' }), '3')).toBeNull()
  })
  it('全角数字收成半角，别的话不动', () => {
    expect(tidied(item('a'), '１,２１８．３')).toBe('1218.3')
    expect(tidied(item('a'), '约 260')).toBe('约 260')
  })
  it.each([[121830n, 88140n, '+38.2'], [0n, 100n, '−100.0'], [100n, 100n, '0.0'], [5n, 0n, null], [null, 5n, null]] as const)('%s 比 %s：%s', (now, before, text) => expect(changePercent(now, before)).toBe(text))
})

describe('边填边算的差额', () => {
  it('差多少、正好、还没填', () => {
    expect(standing(view({ rev: '100', a: '60', b: '30' }), balance, null)).toEqual({ total: 10000n, filled: 9000n, gap: 1000n, even: false })
    expect(standing(view({ rev: '100', a: '60', b: '39.95' }), balance, null)?.even).toBe(true)
    expect(standing(view({ rev: '100' }), balance, null)).toBeNull()
  })
  it('正在打的字也算', () => expect(standing(view({ rev: '100', a: '60' }), balance, { item: 'b', row: null, text: '40' })?.gap).toBe(0n))
})

describe('哪些格带标记', () => {
  it('没填的必填项在要求审核前不算', () => {
    const blank = finding(['a'], { item: 'a', rule: 'F032' })
    const open = view({}, [blank])
    expect(isBlankFinding(open, blank)).toBe(true)
    expect(shownFindings(open, false)).toEqual([])
    expect(shownFindings(open, true)).toEqual([blank])
  })
  it('分组标题已经说出的差额不再标在格上', () => {
    expect(marksByCell(pack, [finding(['a', 'b', 'rev'])]).size).toBe(0)
    expect([...marksByCell(pack, [finding(['a'])]).keys()]).toEqual(['a'])
  })
})

describe('很多行', () => {
  it('少的全画，多的只画看得见的和光标所在的', () => {
    expect(rowsInSight(60, 0, 500, { row: 34, caret: -1 })).toHaveLength(60)
    const drawn = rowsInSight(500, 3400, 500, { row: 34, caret: 400 })
    expect(drawn.length).toBeLessThan(45)
    expect(drawn).toContain(100)
    expect(drawn).toContain(400)
  })
  it('没变的行还是原来的对象', () => {
    const old = { t: [{ id: 1, cells: { a: '1' } }, { id: 2, cells: { a: '2' } }] }
    const now = keepTables(old, { t: [{ id: 1, cells: { a: '1' } }, { id: 2, cells: { a: '3' } }] })
    expect(now['t']?.[0]).toBe(old.t[0])
    expect(now['t']?.[1]?.cells['a']).toBe('3')
  })
})
