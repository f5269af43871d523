import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, inverseOf, type Edit } from '../../core/filing/edit.ts'
import type { FilingData } from '../../core/filing/filing.ts'

const start: FilingData = { values: { a: '1' }, tables: { t: [{ id: 1, cells: { x: 'p' } }, { id: 2, cells: {} }, { id: 3, cells: { x: 'q', y: 'r' } }], u: [] } }

/** Turns arbitrary numbers into edits that fit the data of the moment. */
function editFor(data: FilingData, [kind, pick, text]: readonly [number, number, string], fresh: number): Edit {
  const rows = data.tables.t ?? []
  const at = rows.length === 0 ? -1 : pick % rows.length
  const row = rows[at]
  const before = rows[at - 1]?.id ?? null
  if (kind === 0 || !row) return kind % 2 === 0
    ? { kind: 'cell', table: null, item: 'a', row: null, old: data.values.a ?? '', now: text }
    : { kind: 'add', table: 't', row: fresh, after: before, cells: {} }
  if (kind === 1) return { kind: 'cell', table: 't', item: 'x', row: row.id, old: row.cells.x ?? '', now: text }
  if (kind === 2) return { kind: 'add', table: 't', row: fresh, after: row.id, cells: {} }
  if (kind === 3) return { kind: 'delete', table: 't', row: row.id, after: before }
  const others = rows.filter((r) => r !== row)
  return { kind: 'move', table: 't', row: row.id, from: before, to: others[pick % (others.length + 1)]?.id ?? null }
}

test('任何几步都能原样退回，再做一遍结果相同', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(50), fc.constantFrom('', '1', '二')), { maxLength: 40 }), (plan) => {
    let data = start
    const lost = new Map<number, Readonly<Record<string, string>>>()
    const edits: Edit[] = []
    plan.forEach((one, n) => {
      const edit = editFor(data, one, 100 + n)
      if (edit.kind === 'delete') lost.set(edit.row, data.tables.t?.find((r) => r.id === edit.row)?.cells ?? {})
      edits.push(edit)
      data = applyEdits(data, [edit])
    })
    expect(applyEdits(start, edits)).toEqual(data)
    expect(applyEdits(data, inverseOf(edits, (_, row) => lost.get(row) ?? {}))).toEqual(start)
  }))
})

test('没有动过的行和表还是原来的对象', () => {
  const after = applyEdits(start, [{ kind: 'cell', table: 't', item: 'x', row: 1, old: 'p', now: 's' }])
  expect(after.tables.t?.[0]).toEqual({ id: 1, cells: { x: 's' } })
  expect(after.tables.t?.[1]).toBe(start.tables.t?.[1])
  expect(after.tables.u).toBe(start.tables.u)
  expect(start.tables.t?.[0]?.cells.x).toBe('p')
})

test('一行已在就不会有两行，不在就没有可删的', () => {
  const back = applyEdits(start, [{ kind: 'add', table: 't', row: 2, after: null, cells: { x: 'z' } }, { kind: 'delete', table: 't', row: 9, after: null }])
  expect(back.tables.t?.map((r) => r.id)).toEqual([2, 1, 3])
})
