import { describe, expect, it } from 'vitest'
import type { FilingView } from '../../core/contract.ts'
import { packSchema } from '../../core/pack/schema.ts'
import type { Item } from '../../core/pack/schema.ts'
import { beside, edgeFrom, idsIn, rangeBetween, sizeOf } from '../../renderer/grid/select/range.ts'
import { cellClasses, useSelection } from '../../renderer/grid/select/selection.ts'
import { divided, sumsOf } from '../../renderer/grid/select/sums.ts'
import { tiled } from '../../renderer/grid/paste/receive.ts'
import { changedCells } from '../../renderer/store/changedCells.ts'

const spot = (id: string) => ({ id, skip: false })
const field = ['a', 'b', 'c', 'd'].map((row) => ['1', '2', '3'].map((column) => spot(`${row}${column}`)))

describe('选区', () => {
  it('两格之间是一块，方向不论', () => {
    expect(rangeBetween(field, 'b3', 'a2')).toEqual({ top: 0, bottom: 1, left: 1, right: 2 })
    expect(rangeBetween(field, 'b3', 'x9')).toBeNull()
    expect(sizeOf({ top: 0, bottom: 1, left: 1, right: 2 })).toBe(4)
    expect(idsIn(field, { top: 0, bottom: 1, left: 1, right: 2 })).toEqual([['a2', 'a3'], ['b2', 'b3']])
  })
  it('到边就停在边上', () => {
    expect(beside(field, 'a1', 'up')).toBe('a1')
    expect(beside(field, 'a1', 'right')).toBe('a2')
  })
  it('Ctrl 加方向键：块内到块尾，空处到下一个有数的格，没有就到边', () => {
    const filled = (ids: readonly string[]) => (id: string) => ids.includes(id)
    expect(edgeFrom(field, 'a1', 'down', filled(['a1', 'b1', 'd1']))).toBe('b1')
    expect(edgeFrom(field, 'b1', 'down', filled(['a1', 'b1', 'd1']))).toBe('d1')
    expect(edgeFrom(field, 'a1', 'down', filled([]))).toBe('d1')
    expect(edgeFrom(field, 'a1', 'down', filled(['a1', 'b1', 'c1', 'd1']))).toBe('d1')
    expect(edgeFrom(field, 'd1', 'down', filled([]))).toBe('d1')
  })
  it('一格不算选区，全选是整块，收起回到一格', () => {
    const s = useSelection.getState()
    s.show({ form: '1', table: 't', field })
    s.start('b2')
    expect(useSelection.getState().range).toBeNull()
    s.extendTo('c3')
    expect(useSelection.getState().range).toEqual({ top: 1, bottom: 2, left: 1, right: 2 })
    s.all()
    expect(sizeOf(useSelection.getState().range)).toBe(12)
    s.collapse()
    expect(useSelection.getState().range).toBeNull()
    s.extendTo('b3')
    s.show({ form: '2', table: null, field })
    expect(useSelection.getState().range).toBeNull()
  })
  it('边框只画在外沿', () => {
    expect(cellClasses('1/2/tb', 0)).toBe('')
    expect(cellClasses('1/2/t', 1)).toContain('sel-t sel-l')
    expect(cellClasses('1/2/', 2)).not.toContain('sel-t')
    expect(cellClasses('', 1)).toBe('')
  })
})

const item = (key: string, more: Partial<Item> = {}): Item => ({ no: '01', key, name: key, unit: '万元', type: 'decimal', decimals: 2, required: 'always', prior: null, explanation: '说明', ...more })
const pack = packSchema.parse({
  id: 'annual-2026', version: '1.0', title: '示例', year: 2026, periodEnd: '2026-12-31', dates: { issued: '2027-01-11', deadline: '2027-03-19', revised: '2027-03-31', final: '2027-04-15' },
  marks: { prefix: '检统', maker: '示例', approver: '示例', approvalNo: '示例', validUntil: '示例' }, legalNote: '示例', sample: true, localExt: false,
  forms: [{ no: '301', name: '表', short: '表', scope: '', groups: [], items: [item('a'), item('b'), item('n', { type: 'integer', unit: '份' })], tables: [] }],
  signoff: [], codes: {}, themeOptions: {}, themeDefault: {}, regions: [], industries: [], rules: [], carry: [], tables: [], inputs: [], boilerplate: [],
})
const view = (values: Record<string, string>): FilingView => ({ pack, data: { values, tables: {} }, computed: {} }) as unknown as FilingView

describe('求和', () => {
  it('精确到分，不受浮点影响；不是数的只计数', () => {
    expect(sumsOf(view({ a: '0.10', b: '0.20' }), ['a', 'b'])).toEqual({ cells: 2, filled: 2, sum: '0.30', mean: '0.15', mixed: false })
    expect(sumsOf(view({ a: '约 3', b: '1,200' }), ['a', 'b'])).toMatchObject({ filled: 2, sum: '1,200.00', mean: '1,200.00' })
    expect(sumsOf(view({}), ['a', 'b'])).toMatchObject({ filled: 0, sum: null })
  })
  it('单位不同不求和', () => expect(sumsOf(view({ a: '1', n: '2' }), ['a', 'n'])).toMatchObject({ sum: null, mixed: true }))
  it('平均四舍五入，负数对称', () => {
    expect(divided(10n, 4n)).toBe(3n)
    expect(divided(-10n, 4n)).toBe(-3n)
    expect(divided(10n, 3n)).toBe(3n)
  })
})

describe('粘到更大的选区', () => {
  it('整倍数就铺满，不是整倍数只贴一次', () => {
    expect(tiled([['1']], { top: 0, bottom: 1, left: 0, right: 2 })).toEqual([['1', '1', '1'], ['1', '1', '1']])
    expect(tiled([['1'], ['2']], { top: 0, bottom: 2, left: 0, right: 0 })).toEqual([['1'], ['2']])
    expect(tiled([['1']], null)).toEqual([['1']])
  })
})

describe('变了几格', () => {
  it('数格，也数增减的行里有内容的格', () => {
    const rows = [{ id: 1, cells: { x: '1', y: '2' } }]
    expect(changedCells({ values: { a: '1' }, tables: { t: rows } }, { values: { a: '2' }, tables: { t: rows } })).toBe(1)
    expect(changedCells({ values: {}, tables: { t: rows } }, { values: {}, tables: { t: [] } })).toBe(2)
    expect(changedCells({ values: {}, tables: {} }, { values: {}, tables: { t: rows } })).toBe(2)
  })
})
