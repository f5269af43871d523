import { qrText, submissionFileName } from '../../core/submission/receipt.ts'
import type { PlanAnswer, PlanInput } from '../../core/submission/input.ts'
import { printSet } from '../../core/print/print.ts'
import type { CellNote } from '../../core/filing/note.ts'
import { beijing } from '../clock.ts'
import type { SubmissionRow } from '../db/submission.ts'
import { sealFiling, type Submission } from '../excel/submission.ts'
import type { UnitKey } from '../keys.ts'
import type { Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { printInputOf } from './printInput.ts'
import { qrSvg } from './qr.ts'
import { unitIdOf } from './sealCheck.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** What one sealing says beside the answers of the filing. */
export interface Freezing { readonly submitNo: number; readonly reason: string | null; readonly key: UnitKey; readonly notes: readonly CellNote[]; readonly answers: readonly PlanAnswer[] }

/** A filing made into a signed submission; nothing is stored or written yet. */
export function freeze(desk: Desk, open: OpenFiling, as: Freezing): SubmissionRow {
  const at = desk.host.now()
  const input = inputOf(desk, open, { ...as, at })
  const made = sealFiling(input, message => as.key.sign(message))
  return {
    filing: open.filing.id, submit_no: as.submitNo, unit_id: made.payload.unit_id, sealed_at: at.toISOString(), today: open.today,
    payload: made.text, digest: made.digest, receipt: made.receipt, signature: made.signature, public_key: input.meta.publicKey,
    workbook: made.bytes, print: printOf(open, input, made, as),
  }
}

/** The file name of a stored submission. */
export const fileNameOf = (open: OpenFiling, row: Pick<SubmissionRow, 'unit_id' | 'submit_no'>, orgName: string): string =>
  submissionFileName({ orgName, unitId: row.unit_id, year: open.filing.year, submitNo: row.submit_no })

function inputOf(desk: Desk, open: OpenFiling, as: Freezing & { readonly at: Date }): PlanInput {
  return {
    pack: open.loaded, data: open.data, computed: open.auditor.computed(), prior: open.prior,
    findings: open.auditor.findings(), explanations: open.explanations, forms: open.auditor.forms(), notes: as.notes, answers: as.answers,
    meta: {
      unitId: unitIdOf(open), orgName: open.data.values.org_name ?? '', submitNo: as.submitNo, today: open.today,
      sealedAt: beijing(as.at), appVersion: desk.host.appVersion, reason: as.reason, publicKey: hex(as.key.publicKey),
    },
  }
}

function printOf(open: OpenFiling, input: PlanInput, made: Submission, { notes, answers }: Freezing): string {
  const { digest, receipt, signer } = made
  const { meta } = input
  const of = { unitId: meta.unitId, year: open.filing.year, submitNo: meta.submitNo }
  const seal = { receipt, digest, qrSvg: qrSvg(qrText({ ...of, digest })), signer, fileName: submissionFileName({ orgName: meta.orgName, ...of }), sealedAt: meta.sealedAt }
  return printSet(printInputOf(open, { submitNo: meta.submitNo, unitId: meta.unitId, seal, notes, answers })).html
}
