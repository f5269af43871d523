import type { FilingData, Row } from '../filing/filing.ts'
import { lookup, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { PartAnswers } from './file.ts'

/** Who changed it since it was given: only they (taken), only I (kept), both (a choice), or both to the same. */
export type PartVerdict = 'theirs' | 'mine' | 'conflict' | 'same'
type Cells = Row['cells']
/** One cell, or one row that came or went; `mine` and `theirs` of a row are its cells, null where it is not there. */
export type PartDifference = Place & { readonly verdict: PartVerdict } & (
  | { readonly kind: 'cell'; readonly item: string; readonly base: string; readonly mine: string; readonly theirs: string }
  | { readonly kind: 'row'; readonly base: Cells | null; readonly mine: Cells | null; readonly theirs: Cells | null }
)
interface Place {
  /** What a choice calls it. */
  readonly id: string
  readonly form: string
  readonly table: string | null
  /** The row's id here, also of one that is gone; null for an item that stands once, and for a row that was never here. */
  readonly row: number | null
  readonly rowKey: string | null
}
/** The three sides of some forms; every other form is left out of all. */
export interface Sides { readonly base: PartAnswers; readonly mine: FilingData; readonly theirs: PartAnswers }

const verdictOf = (base: string, mine: string, theirs: string): PartVerdict | null => {
  if (mine === theirs) return base === mine ? null : 'same'
  if (mine === base) return 'theirs'
  return theirs === base ? 'mine' : 'conflict'
}
const keysOf = (...all: readonly Cells[]): readonly string[] => [...new Set(all.flatMap(Object.keys))]

/** Everything that differs between what was given, what is here and what came back, in the pack's order. */
export function compareParts(pack: Pack, sides: Sides): readonly PartDifference[] {
  const index = lookup(pack)
  const order = (item: string): number => index.item(item)?.order ?? 0
  const single = cellsBetween({ id: '', table: null, row: null, rowKey: null }, { base: sides.base.values, mine: sides.mine.values, theirs: sides.theirs.values }, item => index.item(item)?.formNo ?? '')
  const tables = index.tables.flatMap(table => compareTable(table, sides))
  const at = (d: PartDifference): number => order(d.kind === 'cell' && d.table === null ? d.item : (index.table(d.table ?? '')?.columns[0]?.item.key ?? ''))
  return [...single, ...tables].map((d, n) => ({ d, n, at: at(d) })).sort((a, b) => a.at - b.at || a.n - b.n).map(({ d }) => d)
}

type Three = { readonly base: Cells; readonly mine: Cells; readonly theirs: Cells }
function cellsBetween(place: Omit<Place, 'form'>, { base, mine, theirs }: Three, formOf: (item: string) => string): readonly PartDifference[] {
  return keysOf(base, mine, theirs).flatMap(item => {
    const [b, m, t] = [base[item] ?? '', mine[item] ?? '', theirs[item] ?? '']
    const verdict = verdictOf(b, m, t)
    return verdict === null ? [] : [{ ...place, kind: 'cell' as const, id: `${place.id}${item}`, form: formOf(item), item, base: b, mine: m, theirs: t, verdict }]
  })
}

function compareTable(table: TableEntry, { base, mine, theirs }: Sides): readonly PartDifference[] {
  const key = table.table.key
  const given = new Map((base.tables[key] ?? []).map(r => [r.row, r.cells]))
  const here = new Map((mine.tables[key] ?? []).map(r => [r.id, r.cells]))
  const back = new Map((theirs.tables[key] ?? []).flatMap(r => (r.row === null ? [] : [[r.row, r.cells] as const])))
  const kept = [...given].flatMap(([row, cells]) => (row === null ? [] : knownRow(table, row, { base: cells, mine: here.get(row) ?? null, theirs: back.get(row) ?? null })))
  const added = (theirs.tables[key] ?? []).filter(r => r.row === null || !given.has(r.row)).map(r => r.cells)
  return [...kept, ...newRows(table, [...here].filter(([id]) => !given.has(id)).map(([id, cells]) => ({ id, cells })), added)]
}

interface RowSides { readonly base: Cells; readonly mine: Cells | null; readonly theirs: Cells | null }
const equal = (a: Cells, b: Cells): boolean => keysOf(a, b).every(item => (a[item] ?? '') === (b[item] ?? ''))

/** A row that was given: on both sides still, or gone from one or from both. */
function knownRow(table: TableEntry, row: number, { base, mine, theirs }: RowSides): readonly PartDifference[] {
  const rowKey = (mine ?? theirs ?? base)[table.rowKey.item.key] ?? null
  if (mine && theirs) return cellsBetween({ id: `${table.table.key}/${row}/`, table: table.table.key, row, rowKey }, { base, mine, theirs }, () => table.form.no)
  const there = mine ?? theirs
  const verdict: PartVerdict = there === null ? 'same' : !equal(there, base) ? 'conflict' : mine ? 'theirs' : 'mine'
  return [{ kind: 'row', id: `${table.table.key}/${row}`, form: table.form.no, table: table.table.key, row, rowKey, base, mine, theirs, verdict }]
}

/** Rows that came on one side or on both: two of one row key, or with the same cells, are one row. */
function newRows(table: TableEntry, mine: readonly Row[], theirs: readonly Cells[]): readonly PartDifference[] {
  const column = table.rowKey.item.key
  const left = [...mine]
  const found = theirs.flatMap((cells, n): readonly PartDifference[] => {
    const twin = left.findIndex(r => equal(r.cells, cells))
    const at = twin >= 0 ? twin : left.findIndex(r => (cells[column] ?? '') !== '' && r.cells[column] === cells[column])
    const id = `${table.table.key}/+${n + 1}`
    const rowKey = cells[column] ?? null
    const place = { form: table.form.no, table: table.table.key, rowKey }
    if (at < 0) return [{ kind: 'row', id, ...place, row: null, base: null, mine: null, theirs: cells, verdict: 'theirs' }]
    const [row] = left.splice(at, 1)
    if (!row) return []
    if (equal(row.cells, cells)) return [{ kind: 'row', id, ...place, row: row.id, base: null, mine: row.cells, theirs: cells, verdict: 'same' }]
    return cellsBetween({ id: `${id}/`, ...place, row: row.id }, { base: {}, mine: row.cells, theirs: cells }, () => table.form.no)
  })
  const own = left.map((row): PartDifference => ({ kind: 'row', id: `${table.table.key}/${row.id}`, form: table.form.no, table: table.table.key, row: row.id, rowKey: row.cells[column] ?? null, base: null, mine: row.cells, theirs: null, verdict: 'mine' }))
  return [...found, ...own]
}
