import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView } from '../../core/contract.ts'
import { lineWords } from '../../renderer/screens/audit/lineWords.ts'
import { worstOf } from '../../renderer/screens/home/worstOf.ts'
import { packOf } from '../core/samples.ts'

const pack = packOf(2026)
const finding = (part: Partial<Finding>): Finding => ({
  rule: 'W001', severity: 'error', row: null, rowKey: null, item: null, cells: [], message: '', title: '收入不等', detail: '', fact: '', todo: '', hints: [], explanation: null, explained: false, ...part,
})
const view = (typed: Readonly<Record<string, string>>): FilingView =>
  ({ pack, data: { values: {}, tables: { domains: [{ id: 4, cells: {} }, { id: 9, cells: typed }] } }, computed: {} }) as unknown as FilingView

describe('the finding to begin with', () => {
  it.each([
    ['差 12.50', '差 12.50 万元'],
    ['现填 1,200.00', '现填 1,200.00 万元'],
    ['差 3 台', '差 3 台'],
    ['+34.3%', '+34.3%'],
    ['编号 20，发证 2026', '编号 20，发证 2026'],
  ])('%s is said as %s', (fact, words) => {
    expect(worstOf(pack, finding({ fact, cells: [{ form: '301', item: 'src_gov', row: null }] }))).toEqual({ form: '301', fact: words })
  })
  it('is none without a cell or a fact', () => {
    expect(worstOf(pack, finding({ fact: '差 1.00' }))).toBeUndefined()
    expect(worstOf(pack, finding({ cells: [{ form: '301', item: 'src_gov', row: null }] }))).toBeUndefined()
  })
})

describe('the line of a finding', () => {
  const cells = [{ form: '302', item: 'dom_code', row: 9 }]
  it('calls a blank cell by its item and row', () => {
    expect(lineWords(view({}), finding({ item: 'dom_code', row: 9, fact: '未填', cells }))).toEqual({ title: '专业领域代码未填', fact: '', row: '第 2 行' })
  })
  it('calls anything else by its rule, with its fact', () => {
    expect(lineWords(view({ dom_code: '99' }), finding({ item: 'dom_code', row: 9, fact: '无此代码', cells }))).toEqual({ title: '收入不等', fact: '无此代码', row: '第 2 行' })
    expect(lineWords(view({}), finding({ fact: '差 12.50', cells: [{ form: '301', item: 'src_gov', row: null }] }))).toEqual({ title: '收入不等', fact: '差 12.50', row: null })
  })
})
