import type { FilingChange, Request } from '../../core/contract.ts'
import type { Edit } from '../../core/filing/edit.ts'
import { ok, type Result } from '../../core/result.ts'
import { commitEdits } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'
import { typed } from './putCell.ts'
import { changeAfter } from './view.ts'

/** Stores an explanation as typed, good enough or not: the finding says which. */
export function filingExplain(desk: Desk, args: Request<'filing.explain'>): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const edits = explainEdits(at.value.filing, args)
  if (edits.length > 0) commitEdits(desk, at.value, edits, { label: 'explain', reason: null })
  return ok(changeAfter(at.value.filing, edits))
}

/** The edit that gives a finding its explanation; none when it has it. */
export function explainEdits(filing: OpenFiling, given: { readonly rule: string; readonly row: number | null; readonly item: string | null; readonly text: string }): readonly Edit[] {
  const { rule, row, item } = given
  const old = filing.explanations.find(e => e.rule === rule && e.row === row && e.item === item)?.text ?? ''
  const now = typed(given.text)
  return now === old ? [] : [{ kind: 'explain', rule, row, item, old, now }]
}
