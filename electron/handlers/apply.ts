import type { FilingChange, Request, StepLabel } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { nextRow } from '../db/tableRow.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { cellEdits, editable, type GivenCell } from './filing.ts'
import { typed } from './putCell.ts'
import { changeAfter } from './view.ts'

/** Cells and new rows that belong together; `replace` names tables whose present rows go first. */
export interface Whole { readonly cells: readonly GivenCell[]; readonly rows: readonly { readonly table: string; readonly cells: Readonly<Record<string, string>> }[]; readonly replace: readonly string[] }
/** The edits of a whole and, row by row, the ids its rows get. */
export interface PlannedEdits { readonly edits: readonly Edit[]; readonly ids: readonly number[] }

const reasons: Readonly<Partial<Record<StepLabel, string>>> = { paste: '粘贴', import: '导入', prior: '上年带入', merge: '合并' }

/** Writes many cells and new rows as one step in one transaction; one stray key refuses all of it. */
export function filingApply(desk: Desk, args: Request<'filing.apply'>): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const planned = planEdits(at.value, { cells: args.cells, rows: args.rows, replace: args.replaceTable === undefined ? [] : [args.replaceTable] })
  if (!planned.ok) return planned
  const { edits } = planned.value
  if (edits.length > 0) commitEdits(desk, at.value, edits, { label: args.label, reason: args.reason ?? reasons[args.label] ?? null })
  return ok(changeAfter(at.value.filing, edits))
}

/** Checks cells and rows against the pack and the filing and puts them in order: rows out, cells, rows in. */
export function planEdits(at: Editable, whole: Whole): Result<PlannedEdits> {
  const { filing } = at
  const index = lookup(filing.loaded.pack)
  const unknown = [...whole.replace, ...whole.rows.map(r => r.table)].find(table => !index.table(table))
  if (unknown !== undefined) return no(problem('filing-unknown-key', { item: unknown }))
  for (const row of whole.rows) {
    const stray = Object.keys(row.cells).find(item => !index.table(row.table)?.byKey.has(item) || index.item(item)?.computed)
    if (stray !== undefined) return no(problem('filing-unknown-key', { item: stray }))
  }
  const gone = new Set(whole.replace)
  const cells = cellEdits(filing, whole.cells)
  if (!cells.ok) return cells
  const lost = cells.value.find(e => e.table !== null && gone.has(e.table))
  if (lost) return no(problem('filing-shape', { what: lost.item }))
  const out: Edit[] = [...gone].flatMap(table => (filing.data.tables[table] ?? []).map(row => ({ kind: 'delete' as const, table, row: row.id, after: null })))
  const added = addEdits(at, whole)
  return ok({ edits: [...out, ...cells.value, ...added.edits], ids: added.ids })
}

function addEdits({ filing, store }: Editable, whole: Whole): PlannedEdits {
  const next = new Map<string, number>()
  const last = new Map<string, number | null>()
  const edits: Edit[] = []
  const ids: number[] = []
  for (const { table, cells } of whole.rows) {
    const row = next.get(table) ?? nextRow(store.read, filing.filing.id, table)
    const before = whole.replace.includes(table) ? null : (filing.data.tables[table]?.at(-1)?.id ?? null)
    edits.push({ kind: 'add', table, row, after: last.get(table) ?? before, cells: {} })
    for (const [item, text] of Object.entries(cells)) if (typed(text) !== '') edits.push({ kind: 'cell', table, item, row, old: '', now: text })
    next.set(table, row + 1)
    last.set(table, row)
    ids.push(row)
  }
  return { edits, ids }
}
