import type { FilingData, Row } from '../filing/filing.ts'
import { lookup, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { orderBetween, remarksBetween, standsOf } from './beside.ts'
import { verdictOf, type PartDifference, type PartVerdict, type Place, type Stand } from './difference.ts'
import type { PartAnswers, Remark } from './file.ts'
import type { RemarksAt } from './remarks.ts'

export type { PartDifference, PartVerdict } from './difference.ts'
type Cells = Row['cells']
/** The three sides of some forms; every other form is left out of all. */
export interface Sides { readonly base: PartAnswers; readonly mine: FilingData; readonly theirs: PartAnswers; /** What is said here; without it, or without remarks in what was given, nothing said is compared. */ readonly mineSays?: RemarksAt }

const keysOf = (...all: readonly Cells[]): readonly string[] => [...new Set(all.flatMap(Object.keys))]

/** Everything that differs between what was given, what is here and what came back, in the pack's order. */
export function compareParts(pack: Pack, sides: Sides): readonly PartDifference[] {
  const index = lookup(pack)
  const order = (item: string): number => index.item(item)?.order ?? 0
  const say = sayOf(pack, sides)
  const once = { id: '', table: null, row: null, rowKey: null }
  const single = cellsBetween(once, { base: sides.base.values, mine: sides.mine.values, theirs: sides.theirs.values }, item => index.item(item)?.formNo ?? '')
  const said = say(once, sides.base.remarks, sides.theirs.remarks)
  const tables = index.tables.flatMap(table => [...orderBetween(table, sides), ...compareTable(table, sides, say)])
  const first = (table: string): number => order(index.table(table)?.columns[0]?.item.key ?? '')
  const at = (d: PartDifference): number => (d.table !== null ? first(d.table) : (d.kind === 'cell' || d.kind === 'remark') && d.item !== null ? order(d.item) : Infinity)
  return [...single, ...tables, ...said].map((d, n) => ({ d, n, at: at(d) })).sort((a, b) => a.at - b.at || a.n - b.n).map(({ d }) => d)
}

type Say = (place: Omit<Place, 'form'>, given: readonly Remark[] | undefined, back: readonly Remark[] | undefined) => readonly PartDifference[]
/** Compares what is said in one place; says nothing where the giver's program knew no remarks. */
function sayOf(pack: Pack, { base, mineSays }: Sides): Say {
  if (!mineSays || base.remarks === undefined) return () => []
  return (place, given = [], back = []) => remarksBetween(pack, place, { base: given, mine: mineSays(place.table, place.row), theirs: back })
}

type Three = { readonly base: Cells; readonly mine: Cells; readonly theirs: Cells }
function cellsBetween(place: Omit<Place, 'form'>, { base, mine, theirs }: Three, formOf: (item: string) => string): readonly PartDifference[] {
  return keysOf(base, mine, theirs).flatMap(item => {
    const [b, m, t] = [base[item] ?? '', mine[item] ?? '', theirs[item] ?? '']
    const verdict = verdictOf(b, m, t)
    return verdict === null ? [] : [{ ...place, kind: 'cell' as const, id: `${place.id}${item}`, form: formOf(item), item, base: b, mine: m, theirs: t, verdict }]
  })
}

function compareTable(table: TableEntry, { base, mine, theirs }: Sides, say: Say): readonly PartDifference[] {
  const key = table.table.key
  const given = new Map((base.tables[key] ?? []).map(r => [r.row, r]))
  const here = new Map((mine.tables[key] ?? []).map(r => [r.id, r.cells]))
  const back = new Map((theirs.tables[key] ?? []).flatMap(r => (r.row === null ? [] : [[r.row, r] as const])))
  const added = (theirs.tables[key] ?? []).filter(r => r.row === null || !given.has(r.row))
  const twins = twinsOf(table, [...here].flatMap(([id, cells]) => (given.has(id) ? [] : [{ id, cells }])), added)
  const stands = standsOf(theirs.tables[key] ?? [], r => twins.found.get(r)?.id ?? (r.row !== null && given.has(r.row) && here.has(r.row) ? r.row : null))
  const kept = [...given].flatMap(([row, { cells, remarks }]): readonly PartDifference[] => {
    const [now, then] = [row === null ? undefined : here.get(row), row === null ? undefined : back.get(row)]
    if (row === null) return []
    const place = { id: `${key}/${row}/`, table: key, row, rowKey: (now ?? then?.cells ?? cells)[table.rowKey.item.key] ?? null }
    const stand = now || !then ? undefined : stands.get(then)
    return [...knownRow(table, row, { base: cells, mine: now ?? null, theirs: then?.cells ?? null, stand }), ...(now && then ? say(place, remarks, then.remarks) : [])]
  })
  return [...kept, ...newRows(table, { added, twins, stands }, say)]
}

interface RowSides { readonly base: Cells; readonly mine: Cells | null; readonly theirs: Cells | null; readonly stand: Stand | undefined }
const equal = (a: Cells, b: Cells): boolean => keysOf(a, b).every(item => (a[item] ?? '') === (b[item] ?? ''))

/** A row that was given: on both sides still, or gone from one or from both. */
function knownRow(table: TableEntry, row: number, { base, mine, theirs, stand }: RowSides): readonly PartDifference[] {
  const rowKey = (mine ?? theirs ?? base)[table.rowKey.item.key] ?? null
  if (mine && theirs) return cellsBetween({ id: `${table.table.key}/${row}/`, table: table.table.key, row, rowKey }, { base, mine, theirs }, () => table.form.no)
  const there = mine ?? theirs
  const verdict: PartVerdict = there === null ? 'same' : !equal(there, base) ? 'conflict' : mine ? 'theirs' : 'mine'
  return [{ kind: 'row', id: `${table.table.key}/${row}`, form: table.form.no, table: table.table.key, row, rowKey, base, mine, theirs, verdict, ...(stand ? { stands: stand } : {}) }]
}

type Theirs = PartAnswers['tables'][string]
interface Twins { readonly found: ReadonlyMap<Theirs[number], Row>; readonly left: readonly Row[] }

/** Rows that came on both sides: two with the same cells or of one row key are one row; the rest came here only. */
function twinsOf(table: TableEntry, mine: readonly Row[], theirs: Theirs): Twins {
  const column = table.rowKey.item.key
  const left = [...mine]
  const found = new Map<Theirs[number], Row>()
  for (const row of theirs) {
    const twin = left.findIndex(r => equal(r.cells, row.cells))
    const at = twin >= 0 ? twin : left.findIndex(r => (row.cells[column] ?? '') !== '' && r.cells[column] === row.cells[column])
    const [mineOne] = at < 0 ? [] : left.splice(at, 1)
    if (mineOne) found.set(row, mineOne)
  }
  return { found, left }
}

interface Added { readonly added: Theirs; readonly twins: Twins; readonly stands: ReadonlyMap<Theirs[number], Stand> }
/** Rows that came on one side or on both. */
function newRows(table: TableEntry, { added, twins, stands }: Added, say: Say): readonly PartDifference[] {
  const column = table.rowKey.item.key
  const found = added.flatMap((theirs, n): readonly PartDifference[] => {
    const { cells, remarks = [] } = theirs
    const row = twins.found.get(theirs)
    const id = `${table.table.key}/+${n + 1}`
    const place = { form: table.form.no, table: table.table.key, rowKey: cells[column] ?? null }
    const stand = stands.get(theirs)
    if (!row) return [{ kind: 'row', id, ...place, row: null, base: null, mine: null, theirs: cells, said: remarks, verdict: 'theirs', ...(stand ? { stands: stand } : {}) }]
    const said = say({ id: `${id}/`, ...place, row: row.id }, [], remarks)
    if (equal(row.cells, cells)) return [{ kind: 'row', id, ...place, row: row.id, base: null, mine: row.cells, theirs: cells, verdict: 'same' }, ...said]
    return [...cellsBetween({ id: `${id}/`, ...place, row: row.id }, { base: {}, mine: row.cells, theirs: cells }, () => table.form.no), ...said]
  })
  const own = twins.left.map((row): PartDifference => ({ kind: 'row', id: `${table.table.key}/${row.id}`, form: table.form.no, table: table.table.key, row: row.id, rowKey: row.cells[column] ?? null, base: null, mine: row.cells, theirs: null, verdict: 'mine' }))
  return [...found, ...own]
}
