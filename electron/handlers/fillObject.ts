import type { Finding } from '../../core/audit/finding.ts'
import type { Explanation, Prior } from '../../core/filing/filing.ts'
import type { ReadFiling } from '../../core/filing/input.ts'
import { ok, type Result } from '../../core/result.ts'
import { choosePrior, putPrior } from '../db/prior.ts'
import { planEdits } from './apply.ts'
import { commitEdits } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { explainEdits } from './explain.ts'
import { editable } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'

/** Row ids of the object by id, to the ids the filing gave, table by table. */
type RowIds = ReadonlyMap<number, readonly number[]>

/** Fills a filing from an object, replacing what was there; a new start, which undo does not take back. */
export function fillFiling(desk: Desk, filing: number, object: ReadFiling): Result<readonly Finding[]> {
  const at = editable(desk, filing)
  if (!at.ok) return at
  const open = at.value.filing
  const blanks = Object.keys(open.data.values).map(item => [item, ''] as const)
  const cells = Object.entries({ ...Object.fromEntries(blanks), ...object.data.values }).map(([item, text]) => ({ item, row: null, text }))
  const rows = Object.entries(object.data.tables).flatMap(([table, list]) => list.map(row => ({ table, row })))
  const planned = planEdits(at.value, { cells, rows: rows.map(({ table, row }) => ({ table, cells: row.cells })), replace: Object.keys(open.data.tables) })
  if (!planned.ok) return planned
  commitEdits(desk, at.value, planned.value.edits, { label: null, reason: null })
  const ids = new Map<number, number[]>()
  rows.forEach(({ row }, n) => ids.set(row.id, [...(ids.get(row.id) ?? []), planned.value.ids[n] ?? 0]))
  return explainAll(desk, filing, object.explanations, ids)
}

function explainAll(desk: Desk, filing: number, explanations: readonly Explanation[], ids: RowIds): Result<readonly Finding[]> {
  const at = editable(desk, filing)
  if (!at.ok) return at
  const open = at.value.filing
  const edits = explanations.flatMap(e => explainEdits(open, { ...e, row: rowOf(open, e, ids) }))
  if (edits.length > 0) commitEdits(desk, at.value, edits, { label: null, reason: null })
  return ok(open.auditor.findings())
}

/** Gives a filing last year's figures. */
export function setPrior(desk: Desk, filing: number, prior: Prior): Result<null> {
  const store = desk.store()
  if (!store.ok) return store
  store.value.write(db => {
    putPrior(db, filing, { kind: 'typed', origin: 'typed', year: prior.year, data: prior.data, about: {}, at: desk.host.now().toISOString() })
    choosePrior(db, filing, 'typed')
  })
  desk.filings.delete(filing)
  return ok(null)
}

/** The row an explanation is about: the one of the finding it answers. */
function rowOf(open: OpenFiling, e: Explanation, ids: RowIds): number | null {
  if (e.row === null) return null
  const candidates = ids.get(e.row) ?? []
  const meant = open.auditor.findings().find(f => f.rule === e.rule && f.row !== null && candidates.includes(f.row))
  return meant?.row ?? candidates[0] ?? null
}
