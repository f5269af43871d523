import type { FilingChange, Request } from '../../core/contract.ts'
import { normaliseTyped, parseAmount } from '../../core/amount.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { may } from '../../core/filing/state.ts'
import { lookup, type Entry } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { addChange } from '../db/change.ts'
import { filingsOf, touchFiling } from '../db/filing.ts'
import type { Store, Writer } from '../db/open.ts'
import { renameUnit } from '../db/unit.ts'
import { putValue } from '../db/value.ts'
import { handOf, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { changeOf } from './view.ts'

/** A cell of a request, found in the pack and in the filing. */
interface Cell { readonly entry: Entry; readonly item: string; readonly row: number | null; readonly text: string; readonly old: string; readonly rowKey: string | null }
const identity = new Set(['org_name', 'uscc', 'unit_seq'])

/** A filing that may be changed now, with its store. */
export function editable(desk: Desk, id: number): Result<{ readonly filing: OpenFiling; readonly store: Store }> {
  const found = openFiling(desk, id)
  if (!found.ok) return found
  const store = desk.store()
  if (!store.ok) return store
  if (!may(found.value.filing.state, 'edit')) return no(problem('filing-readonly'))
  return ok({ filing: found.value, store: store.value })
}

/** Commits cells in one durable transaction, whatever their texts, then says what follows from them. */
export function filingSet(desk: Desk, args: Request<'filing.set'>): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const cells: Cell[] = []
  for (const cell of args.cells) {
    const placed = place(filing, cell)
    if (!placed.ok) return placed
    cells.push(placed.value)
  }
  const changed = cells.filter(c => c.text !== c.old)
  if (changed.length > 0) commit(desk, { filing, store, cells: changed, reason: args.reason ?? null })
  const values = Object.fromEntries(cells.filter(c => c.row === null).map(c => [c.item, c.text]))
  const tables = [...new Set(cells.flatMap(c => (c.row === null || !c.entry.table ? [] : [c.entry.table.key])))]
  return ok(changeOf(filing, { values, tables, row: null }))
}

/** Stores one cell and its change inside a transaction. */
export function putCell(db: Writer, filing: number, cell: { entry: Entry; row: number | null; text: string }): void {
  const scaled = cell.entry.numeric ? parseAmount(normaliseTyped(cell.text), cell.entry.decimals) : null
  putValue(db, { filing, item: cell.entry.item.key, row: cell.row ?? 0, text: cell.text, scaled })
}

/** A text of nothing but white space is blank; any other is kept as typed. */
export const typed = (text: string): string => (text.trim() === '' ? '' : text)

function place(filing: OpenFiling, cell: { item: string; row: number | null; text: string }): Result<Cell> {
  const entry = lookup(filing.loaded.pack).item(cell.item)
  if (!entry || entry.computed) return no(problem('filing-unknown-key', { item: cell.item }))
  const text = typed(cell.text)
  if (!entry.table) {
    if (cell.row !== null) return no(problem('filing-shape', { what: cell.item }))
    return ok({ entry, item: cell.item, row: null, text, old: filing.data.values[cell.item] ?? '', rowKey: null })
  }
  const row = (filing.data.tables[entry.table.key] ?? []).find(r => r.id === cell.row)
  if (!row) return no(problem('not-found', { what: entry.table.name }))
  return ok({ entry, item: cell.item, row: row.id, text, old: row.cells[cell.item] ?? '', rowKey: row.cells[entry.table.rowKey] ?? null })
}

function commit(desk: Desk, of: { filing: OpenFiling; store: Store; cells: readonly Cell[]; reason: string | null }): void {
  const { filing, store, cells } = of
  const id = filing.filing.id
  const hand = handOf(desk, store.read)
  const data = applied(filing.data, cells)
  store.write(db => {
    for (const c of cells) {
      putCell(db, id, c)
      addChange(db, hand, { filing: id, kind: 'cell', item: c.item, row: c.row, rowKey: c.rowKey, old: c.old, now: c.text, reason: of.reason })
    }
    touchFiling(db, id, hand.at)
    if (cells.some(c => identity.has(c.item))) keepName(db, filing, data)
  })
  filing.data = data
  filing.savedAt = hand.at
  filing.auditor.change(data, cells.map(c => ({ item: c.item, row: c.row })))
  if (cells.some(c => identity.has(c.item))) desk.filings.clear()
}

/** The unit is called what its newest filing says. */
function keepName(db: Writer, filing: OpenFiling, data: FilingData): void {
  if (filingsOf(db, filing.unit.id)[0]?.id !== filing.filing.id) return
  renameUnit(db, filing.unit.id, { name: data.values.org_name ?? filing.unit.name, uscc: data.values.uscc ?? '', unitSeq: data.values.unit_seq ?? '' })
}

/** The answers after a commit; only what changed is copied. */
function applied(data: FilingData, cells: readonly Cell[]): FilingData {
  const values: Record<string, string> = { ...data.values }
  const rows = new Map<string, Record<string, string>>()
  for (const c of cells) {
    const table = c.entry.table?.key
    if (table === undefined) { put(values, c); continue }
    const at = `${table}/${c.row}`
    const next = rows.get(at) ?? { ...data.tables[table]?.find(r => r.id === c.row)?.cells }
    put(next, c)
    rows.set(at, next)
  }
  const changed = new Set(cells.map(c => c.entry.table?.key))
  const tables = Object.fromEntries(Object.entries(data.tables).map(([key, list]) =>
    [key, changed.has(key) ? list.map(r => ({ id: r.id, cells: rows.get(`${key}/${r.id}`) ?? r.cells })) : list]))
  return { values, tables }
}

function put(into: Record<string, string>, cell: Cell): void {
  if (cell.text === '') delete into[cell.item]
  else into[cell.item] = cell.text
}
