import type { FilingChange, Request } from '../../core/contract.ts'
import type { FilingData, Row } from '../../core/filing/filing.ts'
import { lookup, type TableEntry } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { addChange, type ChangeKind } from '../db/change.ts'
import { touchFiling } from '../db/filing.ts'
import type { Store, Writer } from '../db/open.ts'
import { addRow, deleteRow, nextRow, orderRows } from '../db/tableRow.ts'
import { handOf, type Desk } from './desk.ts'
import { editable, putCell, typed } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'
import { changeOf } from './view.ts'

type Args = Request<'filing.row'>
interface Place { readonly filing: OpenFiling; readonly store: Store; readonly table: TableEntry; readonly rows: readonly Row[] }

/** Adds (at the end unless `after` is given), deletes or moves (to the front unless `after` is given) a row; ids are never used again. */
export function filingRow(desk: Desk, args: Args): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const table = lookup(at.value.filing.loaded.pack).table(args.table)
  if (!table) return no(problem('filing-unknown-key', { item: args.table }))
  const place: Place = { ...at.value, table, rows: at.value.filing.data.tables[args.table] ?? [] }
  if (args.op === 'add') return add(desk, place, args)
  const row = place.rows.find(r => r.id === args.row)
  if (!row) return no(problem('not-found', { what: table.table.name }))
  const rest = place.rows.filter(r => r !== row)
  if (args.op === 'delete') {
    return settle(desk, place, { kind: 'delete', row, rows: rest, work: (db, when) => deleteRow(db, args.filing, { table: args.table, row: row.id }, when) })
  }
  return settle(desk, place, { kind: 'move', row, rows: inserted(rest, row, args.after, 0), work: () => undefined })
}

function add(desk: Desk, place: Place, args: Extract<Args, { op: 'add' }>): Result<FilingChange> {
  const given = Object.entries(args.cells ?? {}).map(([item, text]) => [item, typed(text)] as const).filter(([, text]) => text !== '')
  const stray = given.find(([item]) => !place.table.byKey.has(item))
  if (stray) return no(problem('filing-unknown-key', { item: stray[0] }))
  const id = nextRow(place.store.read, args.filing, args.table)
  const row: Row = { id, cells: Object.fromEntries(given) }
  const rows = inserted(place.rows, row, args.after, place.rows.length)
  return settle(desk, place, { kind: 'add', row, rows, work: db => {
    addRow(db, args.filing, { table: args.table, row: id })
    for (const [item, text] of given) {
      const entry = place.table.byKey.get(item)
      if (entry) putCell(db, args.filing, { entry, row: id, text })
    }
  } })
}

interface Step { readonly kind: ChangeKind; readonly row: Row; readonly rows: readonly Row[]; readonly work: (db: Writer, at: string) => void }

/** One transaction: the step, the order of the rows, the record. */
function settle(desk: Desk, place: Place, step: Step): Result<FilingChange> {
  const { filing, store, table } = place
  const id = filing.filing.id
  const key = table.table.key
  const hand = handOf(desk, store.read)
  const rowKey = step.row.cells[table.table.rowKey] ?? null
  store.write(db => {
    step.work(db, hand.at)
    if (step.kind === 'move' || (step.kind === 'add' && step.rows.at(-1) !== step.row)) orderRows(db, id, key, step.rows.map(r => r.id))
    addChange(db, hand, { filing: id, kind: step.kind, item: key, row: step.row.id, rowKey, old: '', now: '', reason: null })
    for (const [item, text] of step.kind === 'add' ? Object.entries(step.row.cells) : []) {
      addChange(db, hand, { filing: id, kind: 'cell', item, row: step.row.id, rowKey, old: '', now: text, reason: null })
    }
    touchFiling(db, id, hand.at)
  })
  const data: FilingData = { values: filing.data.values, tables: { ...filing.data.tables, [key]: step.rows } }
  filing.data = data
  filing.savedAt = hand.at
  filing.auditor.change(data, table.columns.map(c => ({ item: c.item.key, row: step.row.id })))
  return ok(changeOf(filing, { values: {}, tables: [key], row: step.kind === 'add' ? step.row.id : null }))
}

function inserted(rows: readonly Row[], row: Row, after: number | null, otherwise: number): readonly Row[] {
  const found = rows.findIndex(r => r.id === after)
  const at = after === null || found < 0 ? otherwise : found + 1
  return [...rows.slice(0, at), row, ...rows.slice(at)]
}
