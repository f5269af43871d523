import { basename } from 'node:path'
import type { IntakeVerdict } from '../../../../core/contract/regulator/intake.ts'
import { problemSentence } from '../../../../core/text/problems.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { addFile, firstWith, type FileRow } from '../../../ledger/store/intakeFile.ts'
import { meetSigner } from '../../../ledger/store/knownSigner.ts'
import { setFile } from '../../../ledger/store/submission.ts'
import { takeIn, type TakeContext } from '../../../ledger/takeIn.ts'
import type { FileRead, ReadHand, ReadSubmission } from '../../../reader/messages.ts'
import { keepOriginal } from './keep.ts'
import { shownPath, type Listed } from './listing.ts'

/** A file that was read and is to be recorded. */
export interface Done { readonly listed: Listed; readonly read: Exclude<FileRead, { kind: 'members' }>; readonly ms: number }
/** Under what files are recorded. */
export interface RecordContext extends TakeContext { readonly ledger: Ledger; readonly batch: number }

/** Records what became of a file, and takes its submission in; gives the row. */
export async function record(sql: SqlWriter, done: Done, context: RecordContext): Promise<FileRow> {
  const blank = blankRow(done, context)
  const { read } = done
  switch (read.kind) {
    case 'same': return put(sql, await sameAgain(sql, blank))
    case 'skipped': return put(sql, { ...blank, verdict: 'foreign', state: 'skipped', problem: problemSentence(read.problem) })
    case 'quarantined': return put(sql, { ...blank, problem: problemSentence(read.problem), kept: keepOriginal(context.ledger, done.listed, read.sha256) })
    case 'read': return recordRead(sql, { blank, read, done }, context)
  }
}

interface ReadCase { readonly blank: FileRow; readonly read: Extract<FileRead, { kind: 'read' }>; readonly done: Done }

async function recordRead(sql: SqlWriter, { blank, read, done }: ReadCase, context: RecordContext): Promise<FileRow> {
  const { verification: v, submission, hand } = read
  const seen: FileRow = { ...blank, verdict: v.verdict ?? 'quarantined', pack: v.pack, problem: v.problem, changed: JSON.stringify(v.changed) }
  if (v.verdict === null) return put(sql, { ...seen, state: 'quarantined', kept: keepOriginal(context.ledger, done.listed, read.sha256) })
  if (hand) return put(sql, { ...seen, state: 'received', ...handed(hand) })
  if (!submission) return put(sql, { ...seen, state: v.verdict === 'foreign' ? 'skipped' : 'received' })
  const trust = await meetSigner(sql, submission.unitId, submission.signer, context.hand.at)
  const taken = await takeIn(sql, submission, context)
  const row: FileRow = { ...seen, ...submitted(submission), trust, submission: taken.submission, state: taken.state, other: taken.other }
  const id = await addFile(sql, row)
  if (taken.state !== 'duplicate') await setFile(sql, taken.submission, id)
  return row
}

const put = async (sql: SqlWriter, row: FileRow): Promise<FileRow> => { await addFile(sql, row); return row }

/** The same bytes as before: what was found then holds. */
async function sameAgain(sql: SqlWriter, blank: FileRow): Promise<FileRow> {
  const first = await firstWith(sql, blank.sha256)
  if (!first) return { ...blank, verdict: 'foreign', state: 'skipped' }
  const { id: _id, ...found } = first
  const { batch, path, name, size, at, ms } = blank
  const state = first.verdict === 'foreign' ? 'skipped' : 'duplicate'
  return { ...found, batch, path, name, size, at, ms, state, other: first.submission, kept: null }
}

function submitted(read: ReadSubmission): Partial<FileRow> {
  const { unitId, orgName, year, submitNo, signer, receipt, errors, warnings, packKnown } = read
  return {
    unit_id: unitId, org_name: orgName, year, submit_no: submitNo, signer, receipt,
    errors: packKnown ? errors : null, warnings: packKnown ? warnings : null, mismatches: JSON.stringify(read.mismatches),
  }
}

function handed({ unitId, orgName, year, findings, errors, warnings }: ReadHand): Partial<FileRow> {
  const lines = findings.map(({ rule, severity, rowKey, item, detail, explained }) => ({ rule, severity, rowKey, item, detail, explained }))
  return { unit_id: unitId || null, org_name: orgName || null, year, errors, warnings, findings: JSON.stringify(lines) }
}

function blankRow({ listed, read, ms }: Done, { batch, hand }: RecordContext): FileRow {
  const verdict: IntakeVerdict = 'quarantined'
  return {
    batch, path: shownPath(listed), name: basename(listed.member?.name ?? listed.path), size: read.size, sha256: read.sha256, at: hand.at, verdict, state: 'quarantined',
    unit_id: null, org_name: null, year: null, submit_no: null, pack: null, signer: null, trust: 'unknown', receipt: null, problem: null,
    changed: '[]', mismatches: '[]', findings: '[]', errors: null, warnings: null, submission: null, other: null, kept: null, ms: Math.round(ms),
  }
}
