import { describe, expect, it } from 'vitest'
import type { PlanCell, PastePlan, PasteVerdict } from '../../core/paste/plan.ts'
import { dataAfter } from '../../renderer/grid/paste/after.ts'
import { countLooks, lookOf, markedCount } from '../../renderer/grid/paste/look.ts'

const cell = (verdict: PasteVerdict, more: Partial<PlanCell> = {}): PlanCell => ({ r: 0, c: 0, item: 'a', row: null, added: null, pasted: '1', old: '', now: '1', verdict, words: null, converted: null, notice: null, suggest: null, ...more })
const plan = (cells: readonly PlanCell[]): PastePlan => ({ cells, table: 't', columns: [], headings: null, match: 'position', addedRows: 0, counts: { same: 0, fill: 0, changed: 0, 'new-row': 0, text: 0, refused: 0, skipped: 0, waiting: 0, converted: 0, notice: 0, writes: 0 }, unit: null })
const words = { code: 'times-present', params: {} } as const

describe('预览里一格的样子', () => {
  it('判定决定样子，值得看一眼的单列', () => {
    expect(lookOf(cell('fill'), {}, null)).toBe('fill')
    expect(lookOf(cell('new-row'), {}, null)).toBe('fill')
    expect(lookOf(cell('changed', { notice: words }), {}, null)).toBe('notice')
    expect(lookOf(cell('text'), {}, null)).toBe('bad')
    expect(lookOf(cell('refused'), {}, null)).toBe('bad')
  })
  it('等选定的行，领域那一格是不合要求，其余在等', () => {
    expect(lookOf(cell('waiting', { item: 'key' }), {}, 'key')).toBe('bad')
    expect(lookOf(cell('waiting'), {}, 'key')).toBe('waiting')
  })
  it('自己的选择盖过判定', () => {
    expect(lookOf(cell('fill'), { '0:0': null }, null)).toBe('skipped')
    expect(lookOf(cell('text', { now: '约 3', suggest: '3' }), { '0:0': '3' }, null)).toBe('fill')
    expect(lookOf(cell('text', { now: '约 3', old: '5' }), { '0:0': '3' }, null)).toBe('changed')
  })
  it('表头不计；带标记的只数原样写入的', () => {
    const cells = [cell('skipped', { words: { code: 'heading', params: {} } }), cell('fill', { r: 1 }), cell('text', { r: 2, now: '约 3' }), cell('text', { r: 3, now: '约 4' })]
    expect(countLooks(plan(cells), {}, null)).toMatchObject({ fill: 1, bad: 2, skipped: 0 })
    expect(markedCount(plan(cells), {})).toBe(2)
    expect(markedCount(plan(cells), { '2:0': '3', '3:0': null })).toBe(0)
  })
})

describe('写入以后', () => {
  it('改了的格和新行都在，原来的不动', () => {
    const before = { values: { a: '1' }, tables: { t: [{ id: 4, cells: { x: '1', y: '2' } }] } }
    const after = dataAfter(before, { cells: [{ item: 'a', row: null, text: '2' }, { item: 'x', row: 4, text: '9' }], rows: [{ table: 't', cells: { x: '7' } }] })
    expect(after.values).toEqual({ a: '2' })
    expect(after.tables['t']?.map((row) => row.cells)).toEqual([{ x: '9', y: '2' }, { x: '7' }])
    expect(before.tables.t[0]?.cells).toEqual({ x: '1', y: '2' })
  })
})
