import type { Answer, Request } from '../../core/contract.ts'
import type { Edit, Noted } from '../../core/filing/edit.ts'
import type { CellNote } from '../../core/filing/note.ts'
import { may } from '../../core/filing/state.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { notesOf } from '../db/cellNote.ts'
import type { Reader } from '../db/open.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import { handOf, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { changeAfter } from './view.ts'
import { writeEdits } from './writeEdits.ts'

/** Stores the note on a cell as a step. What goes with a submission is fixed by its seal; the unit's own notes may be written at any time. */
export function noteSet(desk: Desk, args: Request<'note.set'>): Result<Answer<'note.set'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const filing = open.value
  const placed = stands(filing, args)
  if (!placed.ok) return placed
  const { item, row } = args
  const before = filing.notes.find(note => note.item === item && note.row === row)
  const free = may(filing.filing.state, 'edit')
  if ((args.shared || before?.shared) && !free) return no(problem('filing-readonly'))
  const old: Noted = { text: before?.text ?? '', shared: before?.shared ?? false }
  const text = args.text.replaceAll('\r\n', '\n').trim()
  const now: Noted = { text, shared: text !== '' && args.shared }
  if (old.text === now.text && old.shared === now.shared) return ok({ ...changeAfter(filing, []), notes: filing.notes })
  const edit: Edit = { kind: 'note', item, row, old, now }
  if (free) commitEdits(desk, { filing, store: store.value }, [edit], { label: 'note', reason: null })
  else writeBeside(desk, { filing, store: store.value }, edit)
  return ok(changeAfter(filing, [edit]))
}

/** A note on a sealed year: on record, but no step, for nothing of the year can be taken back. */
function writeBeside(desk: Desk, { filing, store }: Editable, edit: Edit): void {
  const hand = handOf(desk, store.read)
  store.write(db => writeEdits(db, { filing, hand, data: filing.data, step: null, reason: null }, [edit]))
  filing.notes = notesOf(store.read, filing.filing.id)
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
