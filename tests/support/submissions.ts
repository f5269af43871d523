import { createHash, createPrivateKey, createPublicKey, sign as signWith } from 'node:crypto'
import { createAuditor, type AuditInput } from '../../core/audit/run.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { organisationCheck, usccCheck } from '../../core/identity/uscc.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { PlanInput } from '../../core/submission/input.ts'
import { sealFiling, type Submission } from '../../electron/excel/submission.ts'
import { auditOf, loadedPack, sample } from '../core/samples.ts'
import type { SampleKind } from './sample.ts'

/** What a made-up unit seals; whatever is not said is as a sample unit has it. */
export interface UnitSays {
  /** Which unit. */
  readonly n: number
  readonly kind?: SampleKind
  readonly year?: 2025 | 2026
  readonly submitNo?: number
  readonly values?: Readonly<Record<string, string>>
  /** Whose key: a text; a unit's own where none is said. */
  readonly key?: string
  /** A last look at what is sealed, for a unit that tells untruths. */
  readonly twist?: (input: PlanInput) => PlanInput
}

/** The credit code of a made-up unit, with right check characters. */
export function usccOf(n: number): string {
  const org = `MAY${String(n).padStart(5, '0')}`
  const first = `91330114${org}${organisationCheck(org) ?? '0'}`
  return `${first}${usccCheck(first) ?? '0'}`
}
/** The code of a made-up unit. */
export const unitOf = (n: number): string => `${usccOf(n)}-00`
export const nameOf = (n: number): string => `示例检测机构${n}`

/** A key that is always the same for the same words. */
export function keyOf(words: string): { readonly publicKey: string; readonly sign: (message: Uint8Array) => Uint8Array } {
  const seed = createHash('sha256').update(`test unit ${words}`).digest()
  const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' })
  return { publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'), sign: (message) => new Uint8Array(signWith(null, message, key)) }
}

/** A sample's answers and its year before under another name and code, wherever they stand. */
function renamed(input: AuditInput, n: number): AuditInput {
  const { org_name: name = '', uscc = '' } = input.data.values
  const { data, prior, explanations } = input
  return { ...input, ...JSON.parse(JSON.stringify({ data, prior, explanations }).replaceAll(name, nameOf(n)).replaceAll(uscc, usccOf(n))) as Pick<AuditInput, 'data' | 'prior' | 'explanations'> }
}

/** A unit's sealed workbook, made by the application's own code. */
export function sealedUnit(says: UnitSays): Submission {
  const { n, kind = 'enterprise', year = 2026, submitNo = 1, values = {}, twist = (input) => input } = says
  const input = renamed(auditOf(sample(kind, year)), n)
  const data: FilingData = { ...input.data, values: { ...input.data.values, unit_seq: '00', ...values } }
  const auditor = createAuditor({ ...input, data })
  const { publicKey, sign } = keyOf(says.key ?? String(n))
  const pack: LoadedPack = loadedPack(`annual-${year}`)
  return sealFiling(twist({
    pack, data, computed: auditor.computed(), prior: input.prior, findings: auditor.findings(), forms: auditor.forms(), explanations: input.explanations,
    meta: { unitId: unitOf(n), orgName: nameOf(n), submitNo, today: `${year + 1}-03-10`, sealedAt: `${year + 1}-03-10 11:02:45`, appVersion: '0.1.0', reason: submitNo === 1 ? null : '更正', publicKey },
  }), sign)
}
