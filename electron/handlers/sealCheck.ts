import type { Finding } from '../../core/audit/finding.ts'
import type { CheckLine, SealCheck } from '../../core/contract.ts'
import { missingSignoff as missingKeys } from '../../core/filing/state.ts'
import type { Item } from '../../core/pack/schema.ts'
import { submissionFileName } from '../../core/submission/receipt.ts'
import { ok, type Result } from '../../core/result.ts'
import { newestBackup } from '../backup.ts'
import { newestSubmission } from '../db/submission.ts'
import type { Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { answersNow } from './letter/correspondence.ts'
import { openFiling } from './openFiling.ts'
import { settingsIn } from './settings.ts'

/** The checklist before sealing. */
export function sealCheck(desk: Desk, id: number): Result<SealCheck> {
  const open = openFiling(desk, id)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const submitNo = (newestSubmission(store.value.read, id)?.submit_no ?? 0) + 1
  const lines = linesOf(open.value, answersNow(store.value.read, open.value), newestBackup(store.value, desk.host.dataDir))
  return ok({
    submitNo, lines,
    ready: lines.every(l => l.ok || (l.id !== 'required' && l.id !== 'errors' && l.id !== 'warnings' && l.id !== 'signoff')),
    missing: missingSignoff(open.value).map(item => item.name),
    fileName: submissionFileName({ orgName: open.value.data.values.org_name ?? '', unitId: unitIdOf(open.value), year: open.value.filing.year, submitNo }),
    folder: settingsIn(store.value.read, desk.host).exportFolder,
  })
}

/** The unit's code as the filing has it. */
export const unitIdOf = (open: OpenFiling): string => `${open.data.values.uscc ?? ''}-${open.data.values.unit_seq ?? ''}`

/** The sign-off fields that are blank. */
export const missingSignoff = (open: OpenFiling): readonly Item[] =>
  open.loaded.pack.signoff.filter(item => missingKeys(open.loaded.pack, open.data).includes(item.key))

/** What must be corrected; a finding without a cell only counts the unexplained ones and goes with them. */
export function errorsOf(open: OpenFiling): readonly Finding[] {
  const findings = open.auditor.findings()
  const soft = findings.some(f => f.severity === 'warning' && !f.explained)
  return findings.filter(f => f.severity === 'error' && (!soft || f.cells.length > 0))
}

function linesOf(open: OpenFiling, asked: { readonly queries: number; readonly waiting: number }, backup: string | null): readonly CheckLine[] {
  const forms = open.auditor.forms().filter(f => f.applies)
  const findings = open.auditor.findings()
  const errors = errorsOf(open)
  const warnings = findings.filter(f => f.severity === 'warning')
  const explained = warnings.filter(f => f.explained).length
  const filled = forms.reduce((n, f) => n + f.filled, 0)
  const required = forms.reduce((n, f) => n + f.required, 0)
  const computed = Object.values(open.auditor.computed())
  const signoff = open.loaded.pack.signoff.length
  const missing = missingSignoff(open)
  const entered = forms.reduce((n, f) => n + f.entered, 0)
  const line = (id: CheckLine['id'], done: number, all: number, more: { ok?: boolean; params?: CheckLine['params'] } = {}): CheckLine =>
    ({ id, done, all, ok: more.ok ?? done === all, params: more.params ?? {} })
  return [
    line('required', filled, required, { params: { forms: forms.length } }),
    line('errors', 0, errors.length, { params: { rules: [...new Set(errors.map(f => f.rule))].join('、') } }),
    line('warnings', explained, warnings.length),
    line('computed', computed.filter(c => c !== null).length, computed.length, { ok: true }),
    line('prior', open.prior ? 1 : 0, 1, { params: open.prior ? { year: open.prior.year, origin: open.prior.origin } : {} }),
    line('optional', Math.max(0, entered - filled), Math.max(0, entered - filled), { ok: true, params: { rows: forms.reduce((n, f) => n + f.rows, 0) } }),
    line('backup', backup ? 1 : 0, 1, { params: backup ? { at: backup } : {} }),
    line('signoff', signoff - missing.length, signoff, { ok: missing.length === 0, params: { missing: missing.map(i => i.name).join('、') } }),
    ...(asked.queries === 0 ? [] : [line('queries', asked.queries - asked.waiting, asked.queries)]),
  ]
}
