import { applyEdits, type CellsOf, type Edit } from '../filing/edit.ts'
import type { FilingData, Row } from '../filing/filing.ts'
import type { PartDifference } from './difference.ts'
import type { Remark } from './file.ts'
import { noted } from './remarks.ts'

export type PartChoice = 'mine' | 'theirs'
/** What a difference is merged into. */
export interface MergeInto {
  readonly data: FilingData
  /** The first id of a table that was never used. */
  readonly nextRow: (table: string) => number
  /** What a row that is not there any more left behind. */
  readonly cellsOf: CellsOf
}

/** Which side a difference goes to: a conflict where it was chosen, undefined until then; what only they changed comes in unless it is refused. */
export function sideOf(difference: PartDifference, choices: ReadonlyMap<string, PartChoice>): PartChoice | undefined {
  if (difference.verdict === 'conflict') return choices.get(difference.id)
  return difference.verdict === 'theirs' ? (choices.get(difference.id) ?? 'theirs') : 'mine'
}

/** Conflicts that nobody has decided. */
export const undecided = (differences: readonly PartDifference[], choices: ReadonlyMap<string, PartChoice>): readonly PartDifference[] =>
  differences.filter(d => sideOf(d, choices) === undefined)

/** How many cells a difference is about. */
export const cellsIn = (d: PartDifference): number => (d.kind !== 'row' ? 1 : Math.max(1, Object.keys(d.theirs ?? d.mine ?? {}).length))

/** The edits that bring their side in where it is taken; rows go first, the last one of a table before the others, so that undo puts each back behind the row it stood behind. Rows that come stand behind the row they stood behind there. */
export function mergeEdits(differences: readonly PartDifference[], choices: ReadonlyMap<string, PartChoice>, into: MergeInto): readonly Edit[] {
  const taken = differences.filter(d => sideOf(d, choices) === 'theirs')
  const gone = deletions(into.data, taken.filter(d => d.kind === 'row' && d.theirs === null))
  const left = gone.length === 0 ? into.data : applyEdits(into.data, gone)
  const moved = taken.flatMap(d => (d.kind === 'order' ? moves(d.table ?? '', left.tables[d.table ?? ''] ?? [], d.theirs) : []))
  const place = places(into)
  const cells = taken.flatMap((d): readonly Edit[] => {
    if (d.kind === 'cell') return [{ kind: 'cell', table: d.table, item: d.item, row: d.row, old: d.mine, now: d.theirs }]
    return d.kind === 'remark' ? remarkEdits(d.row, d.mine, d.theirs) : []
  })
  const come = taken.flatMap(d => (d.kind === 'row' && d.theirs !== null ? [{ d, now: d.theirs, at: d.stands?.at ?? 0 }] : [])).toSorted((a, b) => a.at - b.at)
  return [...gone, ...moved, ...cells, ...come.flatMap(({ d, now }): readonly Edit[] => {
    const table = d.table ?? ''
    const at = place(table, d.row, d.stands?.behind ?? null)
    return [...added(table, at, { left: d.row === null ? {} : into.cellsOf(table, d.row), now }), ...(d.said ?? []).flatMap(r => remarkEdits(at.row, null, r))]
  })]
}

/** An explanation or a note as they have it, or gone. */
export function remarkEdits(row: number | null, mine: Remark | null, theirs: Remark | null): readonly Edit[] {
  const known = theirs ?? mine
  if (!known) return []
  const [old, now] = [noted(mine), noted(theirs)]
  if (known.kind === 'note') return known.item === null ? [] : [{ kind: 'note', item: known.item, row, old, now }]
  return known.rule === null ? [] : [{ kind: 'explain', rule: known.rule, row, item: known.item, old: old.text, now: now.text }]
}

/** The moves that put the named rows into an order, in the places they hold among the others. */
function moves(table: string, rows: readonly Row[], order: readonly number[]): readonly Edit[] {
  const named = new Set(order)
  const queue = order.filter(id => rows.some(r => r.id === id))
  const target = rows.map(r => (named.has(r.id) ? (queue.shift() ?? r.id) : r.id))
  const now = rows.map(r => r.id)
  return target.flatMap((row, at): readonly Edit[] => {
    const place = now.indexOf(row)
    if (place === at) return []
    const from = now[place - 1] ?? null
    now.splice(place, 1)
    now.splice(at, 0, row)
    return [{ kind: 'move', table, row, from, to: target[at - 1] ?? null }]
  })
}

function deletions(data: FilingData, gone: readonly PartDifference[]): readonly Edit[] {
  return [...new Set(gone.map(d => d.table ?? ''))].flatMap(table => {
    const rows = data.tables[table] ?? []
    const ids = new Set(gone.flatMap(d => (d.table === table ? [d.row] : [])))
    return rows.flatMap((row, at): readonly Edit[] => (ids.has(row.id) ? [{ kind: 'delete', table, row: row.id, after: rows[at - 1]?.id ?? null }] : [])).toReversed()
  })
}

type Placing = (table: string, row: number | null, behind: number | null) => { readonly row: number; readonly after: number | null }
/** The row a row goes behind, or the one that came there before it; and its id unless it has one. */
function places(into: MergeInto): Placing {
  const next = new Map<string, number>()
  const last = new Map<string, number>()
  return (table, known, behind) => {
    const row = known ?? next.get(table) ?? into.nextRow(table)
    if (known === null) next.set(table, row + 1)
    const anchor = `${table}/${behind ?? ''}`
    const after = last.get(anchor) ?? behind
    last.set(anchor, row)
    return { row, after }
  }
}

/** A row with what it left behind, then each cell that has to be otherwise. */
function added(table: string, at: { readonly row: number; readonly after: number | null }, cells: { readonly left: Row['cells']; readonly now: Row['cells'] }): readonly Edit[] {
  const { left, now } = cells
  const items = [...new Set([...Object.keys(left), ...Object.keys(now)])].filter(item => (left[item] ?? '') !== (now[item] ?? ''))
  return [{ kind: 'add', table, ...at, cells: left }, ...items.map((item): Edit => ({ kind: 'cell', table, item, row: at.row, old: left[item] ?? '', now: now[item] ?? '' }))]
}
