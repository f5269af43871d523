import { randomBytes } from 'node:crypto'
import type { Answer, Request } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import { compareParts, type PartDifference } from '../../core/part/compare.ts'
import type { PartBody } from '../../core/part/file.ts'
import { within } from '../../core/part/fits.ts'
import { cellsIn, mergeEdits, remarkEdits } from '../../core/part/merge.ts'
import { namesOf, renamed, type RowNames } from '../../core/part/rows.ts'
import { remarksOf } from '../../core/part/remarks.ts'
import { sliceOf } from '../../core/part/slice.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { addFiling, filingsOf } from '../db/filing.ts'
import type { Reader, Store } from '../db/open.ts'
import { partsOf, putPart, type PartRow } from '../db/part.ts'
import { nextRow } from '../db/tableRow.ts'
import { addUnit, setUnitToday, unitByCode, units, type UnitRow } from '../db/unit.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { cellEdits, editable } from './filing.ts'
import { partIn } from './partIn.ts'
import { storedCells } from './undo.ts'

/** Opens a part that somebody gave: a new unit and year with its answers, or the ones that are here, where nothing that was typed is replaced. */
export function partOpen(desk: Desk, args: Request<'part.open'>): Result<Answer<'part.open'>> {
  const store = desk.store()
  if (!store.ok) return store
  const read = partIn(desk, args.path, 'given')
  if (!read.ok) return read
  const { body } = read.value
  const unit = unitFor(store.value.read, body)
  const there = unit ? filingsOf(store.value.read, unit.id).find(f => f.year === body.year) : undefined
  if (there && partsOf(store.value.read, there.id).some(p => p.side === 'out' && p.body.part === body.part)) return no(problem('part-own', { to: body.to }))
  if (there && there.pack !== body.pack.id) return no(problem('part-pack', { found: body.pack.id, here: there.pack }))
  const filing = there?.id ?? begin(desk, store.value, unit, body)
  const at = editable(desk, filing)
  if (!at.ok) return at
  const done = bringIn(desk, at.value, body, there === undefined)
  desk.filings.clear()
  return ok({ unit: at.value.filing.unit.id, filing, created: there === undefined, ...done, from: body.from, note: body.note, forms: body.forms })
}

/** The unit a part is of: by its own number, else by its code. */
export function unitFor(db: Reader, { unit }: Pick<PartBody, 'unit'>): UnitRow | undefined {
  return units(db).find(u => u.uid === unit.uid) ?? (unit.uscc === '' ? undefined : unitByCode(db, unit.uscc, unit.unitSeq))
}

function begin(desk: Desk, store: Store, unit: UnitRow | undefined, body: PartBody): number {
  const at = desk.host.now().toISOString()
  return store.write(db => {
    const taken = db.get<{ id: number }>('select id from unit where uid = ?', body.unit.uid) !== undefined
    const id = unit?.id ?? addUnit(db, { ...body.unit, uid: taken ? randomBytes(8).toString('hex') : body.unit.uid }, at)
    if (!unit && body.today !== null) setUnitToday(db, id, body.today)
    return addFiling(db, { unit: id, pack: body.pack.id, year: body.year }, at)
  })
}

/** Brings the given answers in where nothing else was typed, then notes the part. */
function bringIn(desk: Desk, at: Editable, body: PartBody, fresh: boolean): { readonly taken: number; readonly kept: number } {
  const { filing, store } = at
  const { pack } = filing.loaded
  const id = filing.filing.id
  const before = partsOf(store.read, id).findLast(p => p.side === 'in')
  const known = before?.names ?? {}
  const base = before ? renamed(within(pack, body.forms, before.body.base), known) : { values: {}, tables: {}, ...(body.base.remarks ? { remarks: [] } : {}) }
  const mine = sliceOf(pack, body.forms, filing.data)
  const differences = fresh ? [] : compareParts(pack, { base, mine, theirs: renamed(body.base, namesOf(pack, body.base, mine.tables, known)), mineSays: remarksOf(pack, body.forms, filing) })
  const kept = differences.filter(d => d.verdict === 'conflict')
  const coming = differences.filter(d => d.verdict === 'theirs')
  const edits: readonly Edit[] = fresh ? firstEdits(body) : mergeEdits(coming, new Map(), { data: filing.data, nextRow: table => nextRow(store.read, id, table), cellsOf: storedCells(store.read, filing) })
  const context = contextEdits(at, body, fresh)
  if (edits.length + context.length > 0) commitEdits(desk, at, [...edits, ...context], { label: fresh ? null : 'merge', reason: `打开 ${body.from} 的分工文件` })
  const part: PartRow = { filing: id, side: 'in', body: { ...body, context: {} }, names: fresh ? sameNames(body) : namesOf(pack, body.base, filing.data.tables, known), at: desk.host.now().toISOString() }
  store.write(db => putPart(db, part))
  return { taken: count(coming), kept: count(kept) }
}

const count = (list: readonly PartDifference[]): number => list.reduce((n, d) => n + cellsIn(d), 0)

/** Everything of a part, for a year that is empty; rows keep the giver's ids. */
function firstEdits(body: PartBody): readonly Edit[] {
  const single = Object.entries(body.base.values).map(([item, now]): Edit => ({ kind: 'cell', table: null, item, row: null, old: '', now }))
  const rows = Object.entries(body.base.tables).flatMap(([table, list]) => list.flatMap((r, n): readonly Edit[] => (r.row === null ? [] : [
    { kind: 'add', table, row: r.row, after: list[n - 1]?.row ?? null, cells: {} },
    ...Object.entries(r.cells).map(([item, now]): Edit => ({ kind: 'cell', table, item, row: r.row, old: '', now })),
    ...(r.remarks ?? []).flatMap(said => remarkEdits(r.row, null, said)),
  ])))
  return [...single, ...rows, ...(body.base.remarks ?? []).flatMap(said => remarkEdits(null, null, said))]
}

/** Items of other forms that this part computes with: filled where they are blank. */
function contextEdits({ filing }: Editable, body: PartBody, fresh: boolean): readonly Edit[] {
  const blank = Object.entries(body.context).filter(([item]) => fresh || (filing.data.values[item] ?? '') === '')
  const edits = cellEdits(filing, blank.map(([item, text]) => ({ item, row: null, text })))
  return edits.ok ? edits.value : []
}

const sameNames = (body: PartBody): RowNames =>
  Object.fromEntries(Object.entries(body.base.tables).map(([table, rows]) => [table, Object.fromEntries(rows.flatMap(r => (r.row === null ? [] : [[r.row, r.row]])))]))
