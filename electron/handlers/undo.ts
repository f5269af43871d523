import type { FilingChange, Request, StepPlace } from '../../core/contract.ts'
import { inverseOf, type CellsOf, type Edit } from '../../core/filing/edit.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { changesOfStep, lastYear, type ChangeRow } from '../db/change.ts'
import type { Reader } from '../db/open.ts'
import type { StepRow } from '../db/step.ts'
import { valuesOf } from '../db/value.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { changeAfter } from './view.ts'

/** Takes the newest step back: writes what was there before as a new change. */
export const filingUndo = (desk: Desk, args: Request<'filing.undo'>): Result<FilingChange> => turn(desk, args.filing, 'undo')

/** Does the step that was taken back last once more. */
export const filingRedo = (desk: Desk, args: Request<'filing.redo'>): Result<FilingChange> => turn(desk, args.filing, 'redo')

function turn(desk: Desk, id: number, did: 'undo' | 'redo'): Result<FilingChange> {
  const at = editable(desk, id)
  if (!at.ok) return at
  const step = at.value.filing.turns[did]
  if (!step) return no(problem(`${did}-none`))
  const edits = editsOf(at.value, step, did)
  commitEdits(desk, at.value, edits, { did, step, reason: did === 'undo' ? '撤销' : '重做' })
  const now = edits.some(e => e.kind === 'last') ? openFiling(desk, id) : ok(at.value.filing)
  return now.ok ? ok(changeAfter(now.value, edits, placeOf(now.value, edits, step, did))) : now
}

function editsOf({ filing, store }: Editable, step: StepRow, did: 'undo' | 'redo'): readonly Edit[] {
  const index = lookup(filing.loaded.pack)
  const done = changesOfStep(store.read, step.id).flatMap(c => editOf(c, item => index.item(item)?.table?.key ?? null))
  const stored = storedCells(store.read, filing)
  return did === 'undo' ? inverseOf(done, stored) : done.map(e => (e.kind === 'add' ? { ...e, cells: stored(e.table, e.row) } : e))
}

function editOf(c: ChangeRow, tableOf: (item: string) => string | null): Edit[] {
  const row = c.row ?? 0
  switch (c.kind) {
    case 'cell': return [{ kind: c.about === lastYear ? 'last' : 'cell', table: c.row === null ? null : tableOf(c.item), item: c.item, row: c.row, old: c.old, now: c.now }]
    case 'explain': return [{ kind: 'explain', rule: c.item, row: c.row, item: c.about ?? null, old: c.old, now: c.now }]
    case 'note': return [noteEditOf(c)]
    case 'add': return [{ kind: 'add', table: c.item, row, after: c.afterNow ?? null, cells: {} }]
    case 'delete': return [{ kind: 'delete', table: c.item, row, after: c.afterOld ?? null }]
    case 'move': return [{ kind: 'move', table: c.item, row, from: c.afterOld ?? null, to: c.afterNow ?? null }]
    case 'seal': case 'reopen': return []
  }
}

function noteEditOf(c: ChangeRow): Edit {
  const [was, is] = (c.about ?? '').split(' ')
  return { kind: 'note', item: c.item, row: c.row, old: { text: c.old, shared: was === 'shared' }, now: { text: c.now, shared: is === 'shared' } }
}

/** The cells that a deleted row left in the store; read once, when first asked for. */
export function storedCells(db: Reader, filing: OpenFiling): CellsOf {
  const index = lookup(filing.loaded.pack)
  let found: Map<string, Record<string, string>> | null = null
  const read = (): Map<string, Record<string, string>> => {
    const all = new Map<string, Record<string, string>>()
    for (const { item, row, text } of valuesOf(db, filing.filing.id)) {
      if (row === 0) continue
      const at = `${index.item(item)?.table?.key ?? ''}/${row}`
      const cells = all.get(at) ?? {}
      cells[item] = text
      all.set(at, cells)
    }
    return all
  }
  return (table, row) => (found ??= read()).get(`${table}/${row}`) ?? {}
}

/** Where to look now: the first cell that changed and is still there, else the row before one that is gone. */
function placeOf(filing: OpenFiling, edits: readonly Edit[], step: StepRow, did: 'undo' | 'redo'): StepPlace {
  const index = lookup(filing.loaded.pack)
  const place = (item: string | null, row: number | null, rule: string | null = null): StepPlace => ({ did, label: step.label, item, row, rule })
  const present = (table: string, row: number | null): boolean => filing.data.tables[table]?.some(r => r.id === row) === true
  const inOrder = did === 'undo' ? edits.toReversed() : edits
  for (const e of inOrder) {
    if (e.kind === 'cell' && (e.table === null || present(e.table, e.row))) return place(e.item, e.row)
    if ((e.kind === 'add' || e.kind === 'move') && present(e.table, e.row)) return place(index.table(e.table)?.columns[0]?.item.key ?? null, e.row)
    if (e.kind === 'explain') return place(e.item, e.row, e.rule)
    if (e.kind === 'note') return place(e.item, e.row)
    if (e.kind === 'last') return place(e.row === null ? e.item : null, null)
  }
  const gone = inOrder.find(e => e.kind === 'delete')
  if (gone?.kind !== 'delete') return place(null, null)
  const rows = filing.data.tables[gone.table] ?? []
  return place(index.table(gone.table)?.columns[0]?.item.key ?? null, (rows.find(r => r.id === gone.after) ?? rows[0])?.id ?? null)
}
