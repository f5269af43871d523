import { qrText, submissionFileName } from '../../core/submission/receipt.ts'
import type { PlanInput } from '../../core/submission/input.ts'
import { printPages } from '../../core/print/print.ts'
import { beijing } from '../clock.ts'
import type { SubmissionRow } from '../db/submission.ts'
import { sealFiling, type Submission } from '../excel/submission.ts'
import type { UnitKey } from '../keys.ts'
import type { Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { qrSvg } from './qr.ts'
import { unitIdOf } from './sealCheck.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A filing made into a signed submission; nothing is stored or written yet. */
export function freeze(desk: Desk, open: OpenFiling, as: { submitNo: number; reason: string | null; key: UnitKey }): SubmissionRow {
  const at = desk.host.now()
  const input = inputOf(desk, open, { ...as, at })
  const made = sealFiling(input, message => as.key.sign(message))
  return {
    filing: open.filing.id, submit_no: as.submitNo, unit_id: made.payload.unit_id, sealed_at: at.toISOString(), today: open.today,
    payload: made.text, digest: made.digest, receipt: made.receipt, signature: made.signature, public_key: input.meta.publicKey,
    workbook: made.bytes, print: printOf(open, input, made),
  }
}

/** The file name of a stored submission. */
export const fileNameOf = (open: OpenFiling, row: Pick<SubmissionRow, 'unit_id' | 'submit_no'>, orgName: string): string =>
  submissionFileName({ orgName, unitId: row.unit_id, year: open.filing.year, submitNo: row.submit_no })

function inputOf(desk: Desk, open: OpenFiling, as: { submitNo: number; reason: string | null; key: UnitKey; at: Date }): PlanInput {
  return {
    pack: open.loaded, data: open.data, computed: open.auditor.computed(), prior: open.prior,
    findings: open.auditor.findings(), explanations: open.explanations, forms: open.auditor.forms(),
    meta: {
      unitId: unitIdOf(open), orgName: open.data.values.org_name ?? '', submitNo: as.submitNo, today: open.today,
      sealedAt: beijing(as.at), appVersion: desk.host.appVersion, reason: as.reason, publicKey: hex(as.key.publicKey),
    },
  }
}

function printOf(open: OpenFiling, input: PlanInput, made: Submission): string {
  const { digest, receipt, signer } = made
  const { meta } = input
  const qr = qrText({ unitId: meta.unitId, year: open.filing.year, submitNo: meta.submitNo, digest })
  const fileName = submissionFileName({ orgName: meta.orgName, unitId: meta.unitId, year: open.filing.year, submitNo: meta.submitNo })
  return printPages({
    pack: open.loaded.pack, data: open.data, computed: input.computed, prior: open.prior, findings: open.auditor.findings(), forms: open.auditor.forms(),
    meta: {
      unitId: meta.unitId, orgName: meta.orgName, submitNo: meta.submitNo, receipt, digest, qrText: qr, qrSvg: qrSvg(qr),
      signer, fileName, sealedAt: meta.sealedAt, priorText: priorText(open),
    },
  })
}

function priorText(open: OpenFiling): string {
  if (!open.prior || open.prior.origin === 'none') return '无上年数据'
  if (open.prior.origin === 'own') return `${open.prior.year} 年本单位报送件`
  return open.prior.origin === 'typed' ? `${open.prior.year} 年数据由填报人录入` : `${open.prior.year} 年工作簿`
}
