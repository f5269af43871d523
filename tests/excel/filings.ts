import { createPrivateKey, createPublicKey, sign as signWith } from 'node:crypto'
import { createAuditor } from '../../core/audit/run.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import type { PlanInput } from '../../core/submission/input.ts'
import { sealFiling, type Submission } from '../../electron/excel/submission.ts'
import { auditOf, loadedPack, sample } from '../core/samples.ts'
import type { SampleKind } from '../support/sample.ts'

/** A fixed key, so that files compare byte by byte. */
const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]), format: 'der', type: 'pkcs8' })
export const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
/** Signs with the fixed key. */
export const sign = (message: Uint8Array): Uint8Array => new Uint8Array(signWith(null, message, key))

/** What a sealed workbook of a sample unit is planned from; `data` replaces its answers. */
export function planInput(kind: SampleKind, data?: FilingData): PlanInput {
  const input = auditOf(sample(kind, 2026))
  const auditor = createAuditor(data ? { ...input, data } : input)
  const values = data ?? input.data
  const unitId = `${input.data.values['uscc']}-${input.data.values['unit_seq']}`
  return {
    pack: loadedPack('annual-2026'), data: values, computed: auditor.computed(), prior: input.prior, findings: auditor.findings(), forms: auditor.forms(), explanations: input.explanations,
    meta: { unitId, orgName: values.values['org_name'] ?? '', submitNo: 1, today: input.today, sealedAt: '2027-03-10 11:02:45', appVersion: '0.1.0', reason: null, publicKey },
  }
}

/** The sealed workbook of a sample unit. */
export const sealedSample = (kind: SampleKind, data?: FilingData): Submission => sealFiling(planInput(kind, data), sign)
