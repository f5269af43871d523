import type { Answer, Request } from '../../core/contract.ts'
import { stepsOf, refusedCount, type ImportPlan } from '../../core/import/plan.ts'
import { previewImport } from '../../core/import/preview.ts'
import type { Mapping } from '../../core/import/mapping.ts'
import type { ImportCounts } from '../../core/contract/incoming.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { readForeign } from '../foreignFile.ts'
import { planEdits } from './apply.ts'
import { commitEdits } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { changeAfter } from './view.ts'

/** Every cell that a mapping would fill, with what stands there now and a verdict, and everything that is wrong; nothing is changed. */
export function importPreview(desk: Desk, args: Request<'import.preview'>): Result<Answer<'import.preview'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const planned = planFile(open.value, args.path, args.mapping)
  return planned.ok ? ok({ ...planned.value.plan, digest: planned.value.digest, counts: countsOf(planned.value.plan) }) : planned
}

/** Does an import as one step; the file must be the one that was previewed. */
export function importRun(desk: Desk, args: Request<'import.run'>): Result<Answer<'import.run'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const planned = planFile(at.value.filing, args.path, args.mapping)
  if (!planned.ok) return planned
  const { plan, digest } = planned.value
  if (digest !== args.digest) return no(problem('import-file-changed', { path: args.path }))
  if (refusedCount(plan) > 0 && !args.skipRefused) return no(problem('import-refused', { count: refusedCount(plan) }))
  const steps = stepsOf(plan)
  if (steps.set.length + steps.add.length === 0) return no(problem('import-nothing'))
  const edits = planEdits(at.value, { cells: steps.set, rows: steps.add, replace: [...new Set(steps.remove.map(row => row.table))] })
  if (!edits.ok) return edits
  commitEdits(desk, at.value, edits.value.edits, { label: 'import', reason: '导入' })
  return ok({ change: changeAfter(at.value.filing, edits.value.edits), counts: countsOf(plan) })
}

function planFile(open: OpenFiling, path: string, mapping: Mapping): Result<{ readonly plan: ImportPlan; readonly digest: string }> {
  const file = readForeign(path)
  return file.ok ? ok({ plan: previewImport(open.loaded.pack, open.data, file.value.sheets, mapping), digest: file.value.digest }) : file
}

function countsOf(plan: ImportPlan): ImportCounts {
  const count = (verdict: ImportPlan['cells'][number]['verdict']): number => plan.cells.filter(cell => cell.verdict === verdict).length
  return { fills: count('fills'), replaces: count('replaces'), same: count('same'), refused: refusedCount(plan), rowsAdded: stepsOf(plan).add.length, rowsRemoved: plan.removed.length }
}
