import type { FilingChange, Request } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import type { Row } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { nextRow } from '../db/tableRow.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import { typed } from './putCell.ts'
import { changeAfter } from './view.ts'

type Args = Request<'filing.row'>

/** Adds (at the end unless `after` is given) or moves (to the front unless `after` is given) a row, or deletes rows; ids are never used again. */
export function filingRow(desk: Desk, args: Args): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const edits = args.op === 'add' ? adding(at.value, args) : args.op === 'delete' ? deleting(at.value, args) : moving(at.value, args)
  if (!edits.ok) return edits
  commitEdits(desk, at.value, edits.value, { label: `row-${args.op}`, reason: null })
  const change = changeAfter(at.value.filing, edits.value)
  return ok(args.op === 'add' ? { ...change, row: edits.value[0]?.row ?? null } : change)
}

function adding({ filing, store }: Editable, args: Extract<Args, { op: 'add' }>): Result<readonly Edit[]> {
  const table = lookup(filing.loaded.pack).table(args.table)
  if (!table) return no(problem('filing-unknown-key', { item: args.table }))
  const given = Object.entries(args.cells ?? {}).map(([item, text]) => [item, typed(text)] as const).filter(([, text]) => text !== '')
  const stray = given.find(([item]) => !table.byKey.has(item))
  if (stray) return no(problem('filing-unknown-key', { item: stray[0] }))
  const rows = filing.data.tables[args.table] ?? []
  const row = nextRow(store.read, args.filing, args.table)
  const after = rows.find(r => r.id === args.after)?.id ?? rows.at(-1)?.id ?? null
  return ok([
    { kind: 'add', table: args.table, row, after, cells: {} },
    ...given.map(([item, text]): Edit => ({ kind: 'cell', table: args.table, item, row, old: '', now: text })),
  ])
}

/** Last row first, so that each goes from behind a row that is still there, and comes back behind it. */
function deleting({ filing }: Editable, args: Extract<Args, { op: 'delete' }>): Result<readonly Edit[]> {
  const table = lookup(filing.loaded.pack).table(args.table)
  if (!table) return no(problem('filing-unknown-key', { item: args.table }))
  const rows = filing.data.tables[args.table] ?? []
  const gone = new Set(args.rows)
  const edits = rows.flatMap((row, at): Edit[] => (gone.has(row.id) ? [{ kind: 'delete', table: args.table, row: row.id, after: rows[at - 1]?.id ?? null }] : []))
  return edits.length === gone.size ? ok(edits.toReversed()) : no(problem('not-found', { what: table.table.name }))
}

function moving({ filing }: Editable, args: Extract<Args, { op: 'move' }>): Result<readonly Edit[]> {
  const table = lookup(filing.loaded.pack).table(args.table)
  if (!table) return no(problem('filing-unknown-key', { item: args.table }))
  const rows = filing.data.tables[args.table] ?? []
  const at = rows.findIndex(r => r.id === args.row)
  if (at < 0) return no(problem('not-found', { what: table.table.name }))
  return ok([{ kind: 'move', table: args.table, row: args.row, from: rows[at - 1]?.id ?? null, to: target(rows, args) }])
}

/** The row to stand after: only one that is there and is not the row itself. */
const target = (rows: readonly Row[], args: { readonly row: number; readonly after: number | null }): number | null =>
  rows.find(r => r.id === args.after && r.id !== args.row)?.id ?? null
