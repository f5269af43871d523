import type { FilingChange, Request } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import { may } from '../../core/filing/state.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { typed } from './putCell.ts'
import { changeAfter } from './view.ts'

/** A cell as a request gives it. */
export interface GivenCell { readonly item: string; readonly row: number | null; readonly text: string }
type CellEdit = Extract<Edit, { kind: 'cell' }>

/** A filing that may be changed now, with its store. */
export function editable(desk: Desk, id: number): Result<Editable> {
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
  const { filing } = at.value
  const cells = cellEdits(filing, args.cells, true)
  if (!cells.ok) return cells
  const changed = cells.value.filter(c => c.now !== c.old)
  if (changed.length > 0) commitEdits(desk, at.value, changed, { label: 'typed', reason: args.reason ?? null })
  return ok(changeAfter(filing, cells.value))
}

/** The edits that give cells their texts: every cell found in the pack and the filing, the last text of a cell counts; those without a change only when asked for. */
export function cellEdits(filing: OpenFiling, cells: readonly GivenCell[], unchanged = false): Result<readonly CellEdit[]> {
  const edits = new Map<string, CellEdit>()
  const rows = rowsById(filing)
  for (const cell of cells) {
    const placed = place(filing, cell, rows)
    if (!placed.ok) return placed
    edits.set(`${cell.item}/${cell.row ?? ''}`, placed.value)
  }
  return ok([...edits.values()].filter(e => unchanged || e.now !== e.old))
}

type RowCells = (table: string, row: number) => Readonly<Record<string, string>> | undefined

function rowsById(filing: OpenFiling): RowCells {
  const known = new Map<string, ReadonlyMap<number, Readonly<Record<string, string>>>>()
  return (table, row) => {
    const rows = known.get(table) ?? new Map((filing.data.tables[table] ?? []).map(r => [r.id, r.cells]))
    known.set(table, rows)
    return rows.get(row)
  }
}

function place(filing: OpenFiling, cell: GivenCell, rows: RowCells): Result<CellEdit> {
  const entry = lookup(filing.loaded.pack).item(cell.item)
  if (!entry || entry.computed) return no(problem('filing-unknown-key', { item: cell.item }))
  const now = typed(cell.text)
  if (!entry.table) {
    if (cell.row !== null) return no(problem('filing-shape', { what: cell.item }))
    return ok({ kind: 'cell', table: null, item: cell.item, row: null, old: filing.data.values[cell.item] ?? '', now })
  }
  const cells = cell.row === null ? undefined : rows(entry.table.key, cell.row)
  if (!cells) return no(problem('not-found', { what: entry.table.name }))
  return ok({ kind: 'cell', table: entry.table.key, item: cell.item, row: cell.row, old: cells[cell.item] ?? '', now })
}
