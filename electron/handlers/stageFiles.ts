import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SealResult, Verification } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { SubmissionRow } from '../db/submission.ts'
import { stage, type Staged } from '../files.ts'
import { fingerprint } from '../keys.ts'
import type { Desk } from './desk.ts'
import { fileNameOf } from './freeze.ts'
import type { OpenFiling } from './heldFiling.ts'
import { verifyBytes } from './verify.ts'

interface Job { readonly open: OpenFiling; readonly submission: SubmissionRow; readonly folder: string }
/** The workbook and the PDF, whole on the disk and proved, waiting for their names. */
export interface StagedFiles { readonly place: () => Result<SealResult>; readonly discard: () => void }

/** Writes both files under temporary names and reads the workbook back; on any failure nothing stays behind. */
export async function stageFiles(desk: Desk, job: Job): Promise<Result<StagedFiles>> {
  const workbook = stage(job.folder, job.submission.workbook)
  if (!workbook.ok) return workbook
  try {
    const staged = await proveAndPrint(desk, job, workbook.value)
    if (!staged.ok) workbook.value.discard()
    return staged
  } catch (error) {
    workbook.value.discard()
    throw error
  }
}

async function proveAndPrint(desk: Desk, job: Job, workbook: Staged): Promise<Result<StagedFiles>> {
  const orgName = (JSON.parse(job.submission.payload) as { org_name: string }).org_name
  const target = join(job.folder, fileNameOf(job.open, job.submission, orgName))
  const proof = await verifyBytes(desk, new Uint8Array(readFileSync(workbook.temporary)), target)
  if (proof.verdict !== 'sealed') return no(problem('seal-reread', { path: target }))
  const pdf = await stagePdf(desk, job)
  if (!pdf.ok) return pdf
  const discard = (): void => { workbook.discard(); pdf.value?.discard() }
  return ok({ discard, place: () => placeBoth(job.submission, { workbook, pdf: pdf.value, target, proof }, discard) })
}

/** No PDF is not a reason not to seal: it can be exported again. */
async function stagePdf(desk: Desk, job: Job): Promise<Result<Staged | null>> {
  const { pdf } = desk.host
  if (!pdf || job.submission.print === null) return ok(null)
  try {
    const bytes = await pdf(job.submission.print)
    if (bytes) return stage(job.folder, bytes)
    desk.log.write('pdf-failed')
  } catch (error) {
    desk.log.write('pdf-failed', error)
  }
  return ok(null)
}

interface Both { readonly workbook: Staged; readonly pdf: Staged | null; readonly target: string; readonly proof: Verification }
function placeBoth(s: SubmissionRow, both: Both, discard: () => void): Result<SealResult> {
  const xlsx = both.workbook.place(both.target)
  if (!xlsx.ok) { discard(); return xlsx }
  const pdf = both.pdf?.place(join(dirname(xlsx.value), `${basename(xlsx.value, '.xlsx')}.pdf`)) ?? null
  return ok({
    submitNo: s.submit_no, receipt: s.receipt, digest: s.digest, signer: fingerprint(Buffer.from(s.public_key, 'hex')),
    xlsx: xlsx.value, pdf: pdf?.ok ? pdf.value : null, verification: { ...both.proof, file: xlsx.value },
  })
}
