import type { StepLabel } from '../../core/contract.ts'
import { applyEdits, type Edit } from '../../core/filing/edit.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { notesOf } from '../db/cellNote.ts'
import { explanationsOf } from '../db/explanation.ts'
import { filingsOf, touchFiling } from '../db/filing.ts'
import type { Store, Writer } from '../db/open.ts'
import { addStep, addTurn, dropAll, dropUndone, turnsOf, type StepRow } from '../db/step.ts'
import { renameUnit } from '../db/unit.ts'
import { handOf, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { writeEdits } from './writeEdits.ts'

/** A filing that may be changed now, with its store. */
export interface Editable { readonly filing: OpenFiling; readonly store: Store }
/** What the edits are: a new step; a step taken back or done again; or, `label` null, a new start behind which undo does not go. */
export type Note =
  | { readonly label: StepLabel | null; readonly reason: string | null }
  | { readonly did: 'undo' | 'redo'; readonly step: StepRow; readonly reason: string }
const identity = new Set(['org_name', 'uscc', 'unit_seq'])
/** From here on auditing everything is faster than following each cell. */
const MANY = 200

/** Commits edits in one durable transaction with their record, then brings what is held in memory up to it. */
export function commitEdits(desk: Desk, at: Editable, edits: readonly Edit[], note: Note): void {
  const { filing, store } = at
  const id = filing.filing.id
  const hand = handOf(desk, store.read)
  const data = applyEdits(filing.data, edits)
  const renamed = edits.some(e => e.kind === 'cell' && identity.has(e.item))
  const step = store.write(db => {
    const step = noteStep(db, filing, note, edits.length)
    writeEdits(db, { filing, hand, data, step, reason: note.reason }, edits)
    touchFiling(db, id, hand.at)
    if (renamed) keepName(db, filing, data)
    return step
  })
  filing.turns = 'label' in note && note.label !== null && step !== null ? { undo: { id: step, label: note.label }, redo: null } : turnsOf(store.read, id)
  filing.data = data
  filing.savedAt = hand.at
  follow(at, edits)
  if (renamed) desk.filings.clear()
  // What it is compared with changed: it is read and audited anew.
  if (edits.some(e => e.kind === 'last')) desk.filings.delete(id)
}

function noteStep(db: Writer, filing: OpenFiling, note: Note, changes: number): number | null {
  const id = filing.filing.id
  if ('did' in note) return addTurn(db, { filing: id, label: note.step.label, changes }, note.step.id, note.did)
  if (note.label === null) {
    if (filing.turns.undo ?? filing.turns.redo) dropAll(db, id)
    return null
  }
  if (filing.turns.redo !== null) dropUndone(db, id)
  return addStep(db, { filing: id, label: note.label, changes })
}

function follow({ filing, store }: Editable, edits: readonly Edit[]): void {
  const touched = edits.flatMap(e => (e.kind === 'explain' || e.kind === 'note' || e.kind === 'last' ? [] : [{ item: e.kind === 'cell' ? e.item : e.table, row: e.row }]))
  if (touched.length > 0) filing.auditor.change(filing.data, touched.length > MANY ? 'all' : touched)
  if (edits.some(e => e.kind === 'note')) filing.notes = notesOf(store.read, filing.filing.id)
  if (!edits.some(e => e.kind === 'explain')) return
  filing.explanations = explanationsOf(store.read, filing.filing.id)
  filing.auditor.explain(filing.explanations)
}

/** The unit is called what its newest filing says. */
function keepName(db: Writer, filing: OpenFiling, data: FilingData): void {
  if (filingsOf(db, filing.unit.id)[0]?.id !== filing.filing.id) return
  renameUnit(db, filing.unit.id, { name: data.values.org_name ?? filing.unit.name, uscc: data.values.uscc ?? '', unitSeq: data.values.unit_seq ?? '' })
}
