import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, inverseOf } from '../../core/filing/edit.ts'
import type { FilingData, Row } from '../../core/filing/filing.ts'
import { compareParts, type PartDifference } from '../../core/part/compare.ts'
import { answersOf, type PartAnswers } from '../../core/part/file.ts'
import { mergeEdits, undecided, type PartChoice } from '../../core/part/merge.ts'
import { namesOf } from '../../core/part/rows.ts'
import { contextOf, sliceOf } from '../../core/part/slice.ts'
import { pack } from './samples.ts'

const survey = pack('annual-2026')
type Cells = Readonly<Record<string, string>>
const rowsOf = (rows: Readonly<Record<number, Cells>>): readonly Row[] => Object.entries(rows).map(([id, cells]) => ({ id: Number(id), cells }))
const data = (values: Cells, rows: Readonly<Record<number, Cells>> = {}): FilingData => ({ values, tables: { domains: rowsOf(rows) } })
/** As a returned file has it: ids that were not given are null. */
const back = (given: FilingData, now: FilingData): PartAnswers => {
  const known = new Set((given.tables.domains ?? []).map(r => r.id))
  return answersOf(now, { idOf: (_, id) => (known.has(id) ? id : null) })
}
const three = (base: FilingData, mine: FilingData, theirs: FilingData): readonly PartDifference[] => compareParts(survey, { base: answersOf(base), mine, theirs: back(base, theirs) })
const merged = (base: FilingData, mine: FilingData, theirs: FilingData, choices: ReadonlyMap<string, PartChoice> = new Map()): FilingData => {
  const top = Math.max(0, ...[base, mine].flatMap(d => (d.tables.domains ?? []).map(r => r.id)))
  const cellsOf = (_: string, id: number): Cells => base.tables.domains?.find(r => r.id === id)?.cells ?? {}
  return applyEdits(mine, mergeEdits(three(base, mine, theirs), choices, { data: mine, nextRow: () => top + 1, cellsOf }))
}
const seen = (d: PartDifference): unknown => (d.kind === 'order' ? [d.id, d.verdict, d.mine, d.theirs] : d.kind === 'cell' ? [d.id, d.verdict, d.base, d.mine, d.theirs] : [d.id, d.verdict, d.row])

describe('a cell on three sides', () => {
  it.each([
    ['', '', '', null], ['1', '1', '1', null],
    ['1', '1', '2', 'theirs'], ['', '', '2', 'theirs'], ['1', '1', '', 'theirs'],
    ['1', '2', '1', 'mine'], ['', '2', '', 'mine'], ['1', '', '1', 'mine'],
    ['1', '2', '3', 'conflict'], ['', '2', '3', 'conflict'], ['1', '', '3', 'conflict'], ['1', '2', '', 'conflict'],
    ['1', '2', '2', 'same'], ['1', '', '', 'same'],
  ])('%j, here %j, there %j: %s', (base, mine, theirs, verdict) => {
    const of = (text: string): FilingData => data(text === '' ? {} : { rev_core: text })
    expect(three(of(base), of(mine), of(theirs)).map(d => d.verdict)).toEqual(verdict === null ? [] : [verdict])
  })
})

describe('a row on three sides', () => {
  const one = { 1: { dom_code: '01', dom_rev: '5' } }
  it.each<[string, Readonly<Record<number, Cells>>, Readonly<Record<number, Cells>>, readonly unknown[]]>([
    ['untouched', one, one, []],
    ['a cell by them', one, { 1: { dom_code: '01', dom_rev: '6' } }, [['domains/1/dom_rev', 'theirs', '5', '5', '6']]],
    ['gone there', one, {}, [['domains/1', 'theirs', 1]]],
    ['gone here', {}, one, [['domains/1', 'mine', 1]]],
    ['gone on both', {}, {}, [['domains/1', 'same', 1]]],
    ['changed here, gone there', { 1: { dom_code: '01', dom_rev: '7' } }, {}, [['domains/1', 'conflict', 1]]],
    ['gone here, changed there', {}, { 1: { dom_code: '01', dom_rev: '7' } }, [['domains/1', 'conflict', 1]]],
    ['new there', one, { ...one, 2: { dom_code: '02' } }, [['domains/+1', 'theirs', null]]],
    ['new here', { ...one, 2: { dom_code: '02' } }, one, [['domains/2', 'mine', 2]]],
    ['the same new on both', { ...one, 2: { dom_code: '02' } }, { ...one, 3: { dom_code: '02' } }, [['domains/+1', 'same', 2]]],
    ['of one key new on both', { ...one, 2: { dom_code: '02', dom_rev: '1' } }, { ...one, 2: { dom_code: '02', dom_rev: '2' } }, [['domains/+1/dom_code', 'same', '', '02', '02'], ['domains/+1/dom_rev', 'conflict', '', '1', '2']]],
  ])('%s', (_, mine, theirs, expected) => {
    expect(three(data({}, one), data({}, mine), data({}, theirs)).map(seen)).toEqual(expected)
  })

  it('moved by one of them moves, by both is a conflict, beside rows that came', () => {
    const given = { 1: { dom_code: '01' }, 2: { dom_code: '02' }, 3: { dom_code: '03' } }
    const inOrder = (...ids: readonly number[]): FilingData => ({ values: {}, tables: { domains: ids.map(id => ({ id, cells: { dom_code: `0${id}` } })) } })
    const order = (d: FilingData) => (d.tables.domains ?? []).map(r => r.cells.dom_code)
    expect(three(data({}, given), inOrder(1, 2, 3), inOrder(3, 1, 2)).map(seen)).toEqual([['domains/order', 'theirs', [1, 2, 3], [3, 1, 2]]])
    expect(order(merged(data({}, given), inOrder(1, 2, 3), inOrder(3, 1, 2)))).toEqual(['03', '01', '02'])
    expect(order(merged(data({}, given), inOrder(2, 1, 3), inOrder(1, 2, 3)))).toEqual(['02', '01', '03'])
    expect(order(merged(data({}, given), inOrder(1, 4, 2, 3), inOrder(3, 2, 1, 5)))).toEqual(['03', '04', '02', '01', '05'])
    const both = three(data({}, given), inOrder(2, 1, 3), inOrder(3, 1, 2))
    expect(undecided(both, new Map()).map(d => d.id)).toEqual(['domains/order'])
    expect(order(merged(data({}, given), inOrder(2, 1, 3), inOrder(3, 1, 2), new Map([['domains/order', 'theirs']])))).toEqual(['03', '01', '02'])
  })

  it('that came there stands here where it stood there, one behind the other', () => {
    const given = { 1: { dom_code: '01' }, 2: { dom_code: '02' } }
    const inOrder = (...ids: readonly number[]): FilingData => ({ values: {}, tables: { domains: ids.map(id => ({ id, cells: { dom_code: `0${id}` } })) } })
    const order = (mine: FilingData, theirs: FilingData, choices?: ReadonlyMap<string, PartChoice>) => (merged(data({}, given), mine, theirs, choices).tables.domains ?? []).map(r => r.cells.dom_code)
    expect(order(inOrder(1, 2), inOrder(5, 6, 1, 7, 8, 2, 9))).toEqual(['05', '06', '01', '07', '08', '02', '09'])
    expect(order(inOrder(1, 4, 2), inOrder(1, 7, 2))).toEqual(['01', '07', '04', '02'])
    expect(order(inOrder(1, 4, 2), inOrder(4, 7, 1, 2))).toEqual(['01', '04', '07', '02'])
    expect(order(inOrder(2), inOrder(1, 7, 2))).toEqual(['07', '02'])
    expect(order(inOrder(1, 2), inOrder(2, 7, 1))).toEqual(['02', '07', '01'])
    const changed: FilingData = { values: {}, tables: { domains: [{ id: 1, cells: { dom_code: '01', dom_rev: '5' } }, { id: 7, cells: { dom_code: '07' } }, { id: 2, cells: { dom_code: '02' } }] } }
    expect(order(inOrder(2), changed, new Map([['domains/1', 'theirs']]))).toEqual(['01', '07', '02'])
  })

  it('that both changed comes back with their cells, or goes, as chosen', () => {
    const changed = data({}, { 1: { dom_code: '01', dom_rev: '7' } })
    expect(merged(data({}, one), data({}), changed, new Map([['domains/1', 'theirs']])).tables.domains).toEqual(changed.tables.domains)
    expect(merged(data({}, one), data({}), changed, new Map([['domains/1', 'mine']])).tables.domains).toEqual([])
    expect(merged(data({}, one), changed, data({}), new Map([['domains/1', 'theirs']])).tables.domains).toEqual([])
    expect(merged(data({}, one), changed, data({}), new Map([['domains/1', 'mine']]))).toEqual(changed)
  })
})

const items = ['rev_core', 'rev_total', 'src_gov', 'src_social', 'asset_total'].filter(item => survey.forms.some(f => f.items.some(i => i.key === item && i.required !== 'computed')))
const columns = ['dom_rev', 'dom_rpt', 'dom_staff']
const text = fc.constantFrom('', '1', '2', '3.50')
const filled = (cells: Record<string, string>): Cells => Object.fromEntries(Object.entries(cells).filter(([, t]) => t !== ''))
const values = fc.record(Object.fromEntries(items.map(item => [item, text]))).map(filled)
const cells = fc.record(Object.fromEntries(columns.map(c => [c, text]))).map(filled)
const start = fc.tuple(values, fc.array(cells, { maxLength: 5 })).map(([v, rows]) => data(v, Object.fromEntries(rows.map((c, n) => [n + 1, { ...c, dom_code: `0${n + 1}` }]))))
type Act = readonly ['value', string, string] | readonly ['cell', number, string, string] | readonly ['delete', number] | readonly ['add', Cells] | readonly ['front', number]
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constant('value' as const), fc.constantFrom(...items), text), fc.tuple(fc.constant('cell' as const), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...columns), text),
  fc.tuple(fc.constant('delete' as const), fc.integer({ min: 1, max: 5 })), fc.tuple(fc.constant('add' as const), cells), fc.tuple(fc.constant('front' as const), fc.integer({ min: 1, max: 5 })),
)
const does = (to: FilingData, acts: readonly Act[], mark: string): FilingData => acts.reduce((at, a, n): FilingData => {
  const rows = at.tables.domains ?? []
  const put = (cells: Cells, item: string, now: string): Cells => filled({ ...cells, [item]: now })
  switch (a[0]) {
    case 'value': return { ...at, values: put(at.values, a[1], a[2]) }
    case 'cell': return { ...at, tables: { domains: rows.map(r => (r.id === a[1] ? { id: r.id, cells: put(r.cells, a[2], a[3]) } : r)) } }
    case 'delete': return { ...at, tables: { domains: rows.filter(r => r.id !== a[1]) } }
    case 'front': return { ...at, tables: { domains: [...rows.filter(r => r.id === a[1]), ...rows.filter(r => r.id !== a[1])] } }
    case 'add': return { ...at, tables: { domains: [...rows, { id: 100 + n, cells: { ...a[1], dom_code: `${mark}${n}` } }] } }
  }
}, to)
/** Rows without their ids, in any order. */
const shape = (d: FilingData): unknown => ({ values: d.values, rows: (d.tables.domains ?? []).map(r => JSON.stringify(Object.entries(r.cells).toSorted())).toSorted() })
const evenRow = (a: Act): boolean => (a[0] === 'value' ? items.indexOf(a[1]) % 2 === 0 : a[0] === 'add' || (a[0] !== 'front' && (a[1] as number) % 2 === 0))

describe('merging', () => {
  it('changes that do not meet is doing both, and undo takes it back whole', () => {
    fc.assert(fc.property(start, fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), (base, a, b) => {
      const here = a.filter(evenRow)
      const there = b.filter(one => one[0] === 'add' || !evenRow(one))
      const mine = does(base, here, 'A')
      const theirs = does(base, there, 'B')
      expect(undecided(three(base, mine, theirs), new Map())).toEqual([])
      expect(shape(merged(base, mine, theirs))).toEqual(shape(does(mine, there, 'B')))
      const edits = mergeEdits(three(base, mine, theirs), new Map(), { data: mine, nextRow: () => 500, cellsOf: () => ({}) })
      const after = applyEdits(mine, edits)
      const undone = applyEdits(after, inverseOf(edits, (table, id) => (after.tables[table] ?? mine.tables[table] ?? []).find(r => r.id === id)?.cells ?? mine.tables[table]?.find(r => r.id === id)?.cells ?? {}))
      expect(undone).toEqual(mine)
    }), { numRuns: 300 })
  })

  it('with every choice theirs gives theirs, and again changes nothing', () => {
    fc.assert(fc.property(start, fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), (base, a, b) => {
      const mine = does(base, a.filter(one => one[0] !== 'add'), 'A')
      const theirs = does(base, b, 'B')
      const all = new Map(three(base, mine, theirs).map(d => [d.id, 'theirs' as const]))
      const once = merged(base, mine, theirs, all)
      // A row that comes back stands at the end, so only the order may differ.
      for (const d of three(base, once, theirs).filter(one => one.kind !== 'order')) expect(['same', 'mine']).toContain(d.verdict)
    }), { numRuns: 300 })
  })
})

describe('a part', () => {
  const whole: FilingData = { values: { org_name: '甲', src_gov: '1', tel: '', nothing: '3' }, tables: { domains: [{ id: 4, cells: { dom_code: '01', stray: 'x' } }], certs: [{ id: 1, cells: {} }] } }
  it('holds the answers of its forms and nothing else', () => {
    const formOf = (item: string): string => survey.forms.find(f => f.items.some(i => i.key === item))?.no ?? ''
    expect(sliceOf(survey, [formOf('src_gov')], whole).values).toEqual({ src_gov: '1' })
    const tableForm = survey.forms.find(f => f.tables.some(t => t.key === 'domains'))?.no ?? ''
    expect(sliceOf(survey, [tableForm], whole).tables.domains).toEqual([{ id: 4, cells: { dom_code: '01' } }])
    expect(contextOf(survey, [formOf('src_gov')], whole)).toEqual({ org_name: '甲' })
  })
  it('finds its rows here by what is known, by equal cells, by row key', () => {
    const given: PartAnswers = { values: {}, tables: { domains: [{ row: 1, cells: { dom_code: '01' } }, { row: 2, cells: { dom_code: '02', dom_rev: '1' } }, { row: 3, cells: { dom_code: '03' } }, { row: 4, cells: {} }] } }
    const here = { domains: rowsOf({ 7: { dom_code: '99' }, 8: { dom_code: '02' }, 9: { dom_code: '03' } }) }
    expect(namesOf(survey, given, here, { domains: { 1: 7 } })).toEqual({ domains: { 1: 7, 2: 8, 3: 9 } })
  })
})
