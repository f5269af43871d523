import type { FilingChange, FilingView, StepPlace, UnitSummary } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import { may } from '../../core/filing/state.ts'
import { findingsFor } from '../../core/part/elsewhere.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Reader } from '../db/open.ts'
import { newestSubmission } from '../db/submission.ts'
import { unitById } from '../db/unit.ts'
import { found, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { formsShown } from './formsShown.ts'
import { correspondenceOf } from './letter/correspondence.ts'
import { openFiling } from './openFiling.ts'
import { unitSummary } from './summaries.ts'

/** Everything a window shows of one filing. */
export function viewOf(desk: Desk, id: number): Result<FilingView> {
  const open = openFiling(desk, id)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const o = open.value
  return ok({
    filing: id, unit: unitSummary(desk, store.value.read, o.unit), state: o.filing.state,
    submitNo: newestSubmission(store.value.read, id)?.submit_no ?? 0,
    today: o.today, pack: o.loaded.pack, data: o.data, computed: o.auditor.computed(), prior: o.prior,
    forms: formsShown(o), findings: findingsFor(o.auditor.findings(), o.parts), inactive: o.auditor.inactive(), savedAt: o.savedAt, notes: o.notes, letters: correspondenceOf(store.value.read, o), ...turnLabels(o),
  })
}

/** What committed edits changed, for the window that asked. */
export function changeAfter(open: OpenFiling, edits: readonly Edit[], step: StepPlace | null = null): FilingChange {
  const values: Record<string, string> = {}
  const tables: Record<string, FilingChange['tables'][string]> = {}
  for (const e of edits) {
    if (e.kind === 'explain' || e.kind === 'note' || e.kind === 'last') continue
    if (e.kind === 'cell' && e.table === null) values[e.item] = open.data.values[e.item] ?? ''
    else if (e.table !== null) tables[e.table] ??= open.data.tables[e.table] ?? []
  }
  return {
    savedAt: open.savedAt ?? '', values, tables, row: null, step, ...turnLabels(open), ...(edits.some(e => e.kind === 'note') ? { notes: open.notes } : {}), ...(edits.some(e => e.kind === 'last') ? { prior: open.prior } : {}),
    computed: open.auditor.computed(), forms: formsShown(open), findings: findingsFor(open.auditor.findings(), open.parts), inactive: open.auditor.inactive(),
  }
}

const turnLabels = (open: OpenFiling): Pick<FilingView, 'undo' | 'redo'> =>
  (may(open.filing.state, 'edit') ? { undo: open.turns.undo?.label ?? null, redo: open.turns.redo?.label ?? null } : { undo: null, redo: null })

/** One unit by id. */
export function unitView(desk: Desk, db: Reader, id: number): Result<UnitSummary> {
  const unit = found(unitById(db, id), '填报单位')
  return unit.ok ? ok(unitSummary(desk, db, unit.value)) : unit
}
