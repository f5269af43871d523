import type { Finding } from '../../core/audit/finding.ts'
import type { Request, SealResult } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { payloadSchema } from '../../core/submission/payload.ts'
import { addChange, changesOf } from '../db/change.ts'
import { setState } from '../db/filing.ts'
import { noteSigner } from '../db/knownSigner.ts'
import type { Reader, Store } from '../db/open.ts'
import { putAnswered } from '../db/query.ts'
import { addSubmission, newestSubmission, type SubmissionRow } from '../db/submission.ts'
import { fingerprint } from '../keys.ts'
import { handOf, type Desk } from './desk.ts'
import { editable } from './filing.ts'
import { freeze } from './freeze.ts'
import type { OpenFiling } from './heldFiling.ts'
import { answersNow } from './letter/correspondence.ts'
import { sharedNotes } from './notes.ts'
import { errorsOf, missingSignoff, unitIdOf } from './sealCheck.ts'
import { keyOf } from './signer.ts'
import { stageFiles } from './stageFiles.ts'

/** Seals a filing: refused with the list while anything stands; else backup, signature, files proved by reading them back, then one commit. */
export async function sealRun(desk: Desk, args: Request<'seal.run'>): Promise<Result<SealResult>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const made = makeSubmission(desk, filing, store)
  if (!made.ok) return made
  const own = desk.which() === 'own'
  const copied = own ? desk.backUp('seal') : ok(null)
  if (!copied.ok) return copied
  const staged = await stageFiles(desk, { open: filing, submission: made.value, folder: args.folder })
  if (!staged.ok) return staged
  try { record(desk, store, made.value) } catch (error) { staged.value.discard(); throw error }
  if (own) copyAfter(desk)
  return staged.value.place()
}

/** The seal stands whether or not the copy after it can be made; the start page says when it could not. */
function copyAfter(desk: Desk): void {
  const made = desk.backUp('sealed')
  if (!made.ok) desk.tell({ kind: 'backup-failed', params: {} })
}

/** Seals without writing files, for samples: they can be exported at any time. */
export function sealQuietly(desk: Desk, id: number): Result<null> {
  const at = editable(desk, id)
  if (!at.ok) return at
  const made = makeSubmission(desk, at.value.filing, at.value.store)
  if (!made.ok) return made
  record(desk, at.value.store, made.value)
  return ok(null)
}

function makeSubmission(desk: Desk, open: OpenFiling, store: Store): Result<SubmissionRow> {
  const before = newestSubmission(store.read, open.filing.id)
  const refused = refusal(open, before?.unit_id ?? null)
  if (!refused.ok) return refused
  const key = keyOf(desk, open.unit)
  if (!key.ok) return key
  return ok(freeze(desk, open, { submitNo: (before?.submit_no ?? 0) + 1, reason: before ? reasonOf(store.read, open.filing.id) : null, key: key.value, notes: sharedNotes(store.read, open), answers: answersNow(store.read, open).answers }))
}

function refusal(open: OpenFiling, fixedId: string | null): Result<null> {
  const [part] = open.parts
  if (part) return no(problem('part-seal', { from: part.person }))
  if (fixedId !== null && fixedId !== unitIdOf(open)) return no(problem('unit-id-fixed', { unit: fixedId, found: unitIdOf(open) }))
  const errors = errorsOf(open)
  const soft = open.auditor.findings().filter(f => f.severity === 'warning' && !f.explained)
  const missing = missingSignoff(open)
  const signoff = new Set(open.loaded.pack.signoff.map(item => item.key))
  if (missing.length > 0 && errors.every(f => f.cells.every(c => signoff.has(c.item)))) return no(problem('seal-signoff', { missing: missing.map(i => i.name).join('、') }))
  if (errors.length > 0) return no(problem('seal-errors', { count: errors.length, rules: rulesOf(errors) }))
  if (soft.length > 0) return no(problem('seal-unexplained', { count: soft.length, rules: rulesOf(soft) }))
  return ok(null)
}

const rulesOf = (list: readonly Finding[]): string => [...new Set(list.map(f => f.rule))].join('、')
const reasonOf = (db: Reader, filing: number): string | null => changesOf(db, filing, { item: '', row: null }, 500).find(c => c.kind === 'reopen')?.reason ?? null

function record(desk: Desk, store: Store, s: SubmissionRow): void {
  const hand = handOf(desk, store.read)
  const { answers } = payloadSchema.parse(JSON.parse(s.payload))
  store.write(db => {
    addSubmission(db, s)
    setState(db, s.filing, 'sealed')
    for (const { query } of answers) putAnswered(db, s.filing, { submit_no: s.submit_no - 1, query }, s.submit_no)
    addChange(db, hand, { filing: s.filing, kind: 'seal', item: '', row: null, rowKey: null, old: '', now: String(s.submit_no), reason: null })
    noteSigner(db, s.unit_id, fingerprint(Buffer.from(s.public_key, 'hex')), hand.at)
  })
  desk.filings.clear()
}
