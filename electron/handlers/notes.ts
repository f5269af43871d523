import type { Answer, Request } from '../../core/contract.ts'
import type { CellNote } from '../../core/filing/note.ts'
import { may } from '../../core/filing/state.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { notesOf, putNote } from '../db/cellNote.ts'
import type { Reader } from '../db/open.ts'
import { handOf, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'

/** Stores the note on a cell. What goes with a submission is fixed by its seal; the unit's own notes may be written at any time. */
export function noteSet(desk: Desk, args: Request<'note.set'>): Result<Answer<'note.set'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const placed = stands(open.value, args)
  if (!placed.ok) return placed
  const { item, row, shared } = args
  const before = notesOf(store.value.read, args.filing).find(note => note.item === item && note.row === row)
  if ((shared || before?.shared) && !may(open.value.filing.state, 'edit')) return no(problem('filing-readonly'))
  const text = args.text.replaceAll('\r\n', '\n').trim()
  if (before?.text !== text || before.shared !== shared) {
    const { at } = handOf(desk, store.value.read)
    store.value.write(db => putNote(db, args.filing, { item, row, text, shared, at }))
  }
  return ok(notesOf(store.value.read, args.filing))
}

/** The notes that go with the submission, of cells that are still there, in the pack's order. */
export function sharedNotes(db: Reader, open: OpenFiling): readonly CellNote[] {
  const index = lookup(open.loaded.pack)
  const order = (note: CellNote): number => index.item(note.item)?.order ?? 0
  return notesOf(db, open.filing.id).filter(note => note.shared && stands(open, note).ok).toSorted((a, b) => order(a) - order(b) || (a.row ?? 0) - (b.row ?? 0))
}

function stands(open: OpenFiling, cell: { readonly item: string; readonly row: number | null }): Result<null> {
  const entry = lookup(open.loaded.pack).item(cell.item)
  if (!entry) return no(problem('filing-unknown-key', { item: cell.item }))
  const table = entry.table
  const there = table ? open.data.tables[table.key]?.some(row => row.id === cell.row) === true : cell.row === null
  return there ? ok(null) : no(problem('not-found', { what: table?.name ?? entry.item.name }))
}
