import type { Answer, AppState, Request } from '../../core/contract.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { Binned } from '../../core/contract/safety.ts'
import { binFiling, binUnit, binnedFilings, binnedRows, binnedUnits, everSealed, type BinnedRow } from '../db/bin.ts'
import { addChange, type Hand } from '../db/change.ts'
import { filingById, filingsOf } from '../db/filing.ts'
import type { Reader, Store, Writer } from '../db/open.ts'
import { unitByCode, unitById } from '../db/unit.ts'
import { valuesOf } from '../db/value.ts'
import { appState } from './app.ts'
import { commitEdits } from './commitEdits.ts'
import { found, handOf, type Desk } from './desk.ts'
import { editable } from './filing.ts'
import { storedCells } from './undo.ts'

/** Puts a unit with its years into the bin. */
export function unitDelete(desk: Desk, args: Request<'unit.delete'>): Result<AppState> {
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  const unit = found(unitById(db, args.unit), '填报单位')
  if (!unit.ok) return unit
  const reason = reasonFor(args.reason, everSealed(db, { unit: args.unit }))
  if (!reason.ok) return reason
  return settle(desk, store.value, (write, hand) => {
    binUnit(write, args.unit, hand.at, reason.value)
    for (const filing of filingsOf(db, args.unit)) noteMove(write, hand, { filing: filing.id, kind: 'delete', reason: reason.value })
  })
}

/** Puts one year of a unit into the bin. */
export function filingDelete(desk: Desk, args: Request<'filing.delete'>): Result<AppState> {
  const store = desk.store()
  if (!store.ok) return store
  const filing = found(filingById(store.value.read, args.filing), '填报')
  if (!filing.ok) return filing
  const reason = reasonFor(args.reason, everSealed(store.value.read, { filing: args.filing }))
  if (!reason.ok) return reason
  return settle(desk, store.value, (write, hand) => {
    binFiling(write, args.filing, hand.at, reason.value)
    noteMove(write, hand, { filing: args.filing, kind: 'delete', reason: reason.value })
  })
}

/** What lies in the bin: units, years, then rows that held something; each newest first. */
export function binList(desk: Desk): Result<Answer<'bin.list'>> {
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  return ok([
    ...binnedUnits(db).map((u): Binned => ({ what: 'unit', unit: u.unit, name: u.name, unitId: `${u.uscc}-${u.unit_seq}`, filings: u.filings, at: u.at, reason: u.reason })),
    ...binnedFilings(db).map(({ unit: _, ...f }): Binned => ({ what: 'filing', ...f })),
    ...binnedRows(db).flatMap(row => rowShown(desk, db, row)),
  ])
}

/** Takes something out of the bin; refused when something else stands in its place by now. */
export function binRestore(desk: Desk, args: Request<'bin.restore'>): Result<AppState> {
  const store = desk.store()
  if (!store.ok) return store
  if (args.what === 'unit') return restoreUnit(desk, store.value, args.unit)
  return args.what === 'filing' ? restoreFiling(desk, store.value, args.filing) : restoreRow(desk, args)
}

/** The columns of a table by the pack of its filing; none without the pack. */
export function columnsOf(desk: Desk, pack: string, table: string): { readonly name: string; readonly items: readonly string[] } {
  const loaded = desk.packs.get(pack)
  const entry = loaded.ok ? lookup(loaded.value.pack).table(table) : undefined
  return { name: entry?.table.name ?? table, items: entry ? [...entry.byKey.keys()] : [] }
}

function rowShown(desk: Desk, db: Reader, row: BinnedRow): readonly Binned[] {
  const { name, items } = columnsOf(desk, row.pack, row.table)
  const cells = valuesOf(db, row.filing).filter(v => v.row === row.row && items.includes(v.item))
  if (cells.length === 0) return []
  const text = items.flatMap(item => cells.filter(c => c.item === item).map(c => c.text)).slice(0, 4).join('，')
  return [{ what: 'row', filing: row.filing, name: row.name, year: row.year, table: row.table, tableName: name, row: row.row, text, at: row.at }]
}

function restoreUnit(desk: Desk, store: Store, id: number): Result<AppState> {
  const unit = found(binnedUnits(store.read).find(u => u.unit === id), '填报单位')
  if (!unit.ok) return unit
  const { uscc, unit_seq } = unit.value
  if (uscc !== '' && unitByCode(store.read, uscc, unit_seq)) return no(problem('bin-conflict', { what: `${uscc}-${unit_seq}` }))
  return settle(desk, store, (write, hand) => {
    binUnit(write, id, null, null)
    for (const filing of filingsOf(write, id)) noteMove(write, hand, { filing: filing.id, kind: 'add', reason: null })
  })
}

function restoreFiling(desk: Desk, store: Store, id: number): Result<AppState> {
  const filing = found(binnedFilings(store.read).find(f => f.filing === id), '填报')
  if (!filing.ok) return filing
  const { unit, year, name } = filing.value
  if (filingsOf(store.read, unit).some(f => f.year === year)) return no(problem('bin-conflict', { what: `${name} ${year} 年` }))
  return settle(desk, store, (write, hand) => {
    binFiling(write, id, null, null)
    noteMove(write, hand, { filing: id, kind: 'add', reason: null })
  })
}

function restoreRow(desk: Desk, args: Extract<Request<'bin.restore'>, { what: 'row' }>): Result<AppState> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const row = found(binnedRows(at.value.store.read).find(r => r.filing === args.filing && r.table === args.table && r.row === args.row), '这一行')
  if (!row.ok) return row
  const { filing, store } = at.value
  const { table, row: id } = args
  const after = filing.data.tables[table]?.at(-1)?.id ?? null
  commitEdits(desk, at.value, [{ kind: 'add', table, row: id, after, cells: storedCells(store.read, filing)(table, id) }], { label: 'restore', reason: null })
  return appState(desk)
}

function reasonFor(given: string | undefined, needed: boolean): Result<string | null> {
  const reason = given?.trim() ?? ''
  if (needed && [...reason].length < 2) return no(problem('delete-reason'))
  return ok(reason === '' ? null : reason)
}

function noteMove(db: Writer, hand: Hand, of: { filing: number; kind: 'add' | 'delete'; reason: string | null }): void {
  addChange(db, hand, { ...of, item: '', row: null, rowKey: null, old: '', now: '' })
}

function settle(desk: Desk, store: Store, work: (db: Writer, hand: Hand) => void): Result<AppState> {
  const hand = handOf(desk, store.read)
  store.write(db => work(db, hand))
  desk.filings.clear()
  return appState(desk)
}
