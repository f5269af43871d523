import type { Edit, Noted } from '../../core/filing/edit.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { putNote } from '../db/cellNote.ts'
import { addChange, lastYear, type Hand, type NewChange } from '../db/change.ts'
import { putExplanation } from '../db/explanation.ts'
import type { Writer } from '../db/open.ts'
import { deleteRow, nextPosition, orderRows, putRow } from '../db/tableRow.ts'
import type { OpenFiling } from './heldFiling.ts'
import { putCell } from './putCell.ts'
import { putLastYear } from './putLastYear.ts'

/** What edits are written for; `data` is what the filing will hold after them. */
export interface EditsTo { readonly filing: OpenFiling; readonly hand: Hand; readonly data: FilingData; readonly step: number | null; readonly reason: string | null }

/** Writes edits and their record inside a transaction. */
export function writeEdits(db: Writer, to: EditsTo, edits: readonly Edit[]): void {
  const id = to.filing.filing.id
  const index = lookup(to.filing.loaded.pack)
  const positions = new Map<string, number>()
  const keys = rowKeysOf(to)
  for (const edit of edits) {
    if (edit.kind === 'cell') putCell(db, id, { entry: index.item(edit.item), item: edit.item, row: edit.row, text: edit.now })
    else if (edit.kind === 'explain') putExplanation(db, id, { rule: edit.rule, row: edit.row, item: edit.item, text: edit.now }, to.hand.at)
    else if (edit.kind === 'last') putLastYear(db, to.filing, edit, to.hand.at)
    else if (edit.kind === 'note') putNote(db, id, { item: edit.item, row: edit.row, ...edit.now, at: to.hand.at })
    else if (edit.kind === 'delete') deleteRow(db, id, { table: edit.table, row: edit.row }, to.hand.at)
    else if (edit.kind === 'add') {
      const position = positions.get(edit.table) ?? nextPosition(db, id, edit.table)
      positions.set(edit.table, position + 1)
      putRow(db, id, { table: edit.table, row: edit.row, position })
    }
    addChange(db, to.hand, { filing: id, step: to.step, reason: to.reason, ...changeOfEdit(edit), rowKey: edit.kind !== 'last' && 'table' in edit && edit.table !== null ? keys(edit.table, edit.row ?? 0) : null })
  }
  for (const table of disordered(to, edits)) orderRows(db, id, table, (to.data.tables[table] ?? []).map(r => r.id))
}

function changeOfEdit(edit: Edit): Pick<NewChange, 'kind' | 'item' | 'row' | 'old' | 'now' | 'afterOld' | 'afterNow' | 'about'> {
  const { row } = edit
  switch (edit.kind) {
    case 'cell': return { kind: edit.kind, item: edit.item, row, old: edit.old, now: edit.now }
    case 'last': return { kind: 'cell', item: edit.item, row, old: edit.old, now: edit.now, about: lastYear }
    case 'explain': return { kind: edit.kind, item: edit.rule, row, old: edit.old, now: edit.now, about: edit.item }
    case 'note': return { kind: edit.kind, item: edit.item, row, old: edit.old.text, now: edit.now.text, about: `${forWhom(edit.old)} ${forWhom(edit.now)}` }
    case 'add': return { kind: edit.kind, item: edit.table, row, old: '', now: '', afterNow: edit.after }
    case 'delete': return { kind: edit.kind, item: edit.table, row, old: '', now: '', afterOld: edit.after }
    case 'move': return { kind: edit.kind, item: edit.table, row, old: '', now: '', afterOld: edit.from, afterNow: edit.to }
  }
}

/** Whom a note is for, as the record has it. */
export const forWhom = (note: Noted): string => (note.shared ? 'shared' : 'own')

/** What a row is called in its table: as it was, for a new row as it will be. */
function rowKeysOf({ filing, data }: EditsTo): (table: string, row: number) => string | null {
  const index = lookup(filing.loaded.pack)
  const known = new Map<string, ReadonlyMap<number, string | undefined>>()
  const made = (table: string): ReadonlyMap<number, string | undefined> => {
    const key = index.table(table)?.table.rowKey ?? ''
    return new Map([...(data.tables[table] ?? []), ...(filing.data.tables[table] ?? [])].map(r => [r.id, r.cells[key]]))
  }
  return (table, row) => {
    const keys = known.get(table) ?? made(table)
    known.set(table, keys)
    return keys.get(row) ?? null
  }
}

/** The tables whose rows do not simply stand as before with the added ones after them. */
function disordered({ filing, data }: EditsTo, edits: readonly Edit[]): readonly string[] {
  const moved = new Set(edits.flatMap(e => (e.kind === 'add' || e.kind === 'move' ? [e.table] : [])))
  return [...moved].filter(table => {
    const added = edits.flatMap(e => (e.kind === 'add' && e.table === table ? [e.row] : []))
    const fresh = new Set(added)
    const now = (data.tables[table] ?? []).map(r => r.id)
    const here = new Set(now)
    const plain = [...(filing.data.tables[table] ?? []).map(r => r.id).filter(r => here.has(r) && !fresh.has(r)), ...added.filter(r => here.has(r))]
    return plain.length !== now.length || plain.some((row, i) => row !== now[i])
  })
}
