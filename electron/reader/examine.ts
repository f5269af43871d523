import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Finding } from '../../core/audit/finding.ts'
import { findingName } from '../../core/audit/explanation.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { priorOf } from '../../core/filing/prior.ts'
import type { Mismatch } from '../../core/intake/mismatch.ts'
import { againstAccepted, recompute } from '../../core/intake/recompute.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { no } from '../../core/result.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingOf, payloadSchema, type Payload } from '../../core/submission/payload.ts'
import { receiptCode } from '../../core/submission/receipt.ts'
import { signerOf } from '../excel/submission.ts'
import type { PackShelf } from '../packs.ts'
import type { ReadFinding, ReadSubmission } from './messages.ts'

/** A payload whose digest and signature were verified, or that was just made here. */
export interface Proven { readonly payload: Payload; readonly text: string; readonly digest: string; readonly signature: string }

/** Everything the ledger stores of a proven payload, computed again from its raw values. */
export function examined(shelf: PackShelf, proven: Proven, as: { readonly verdict: ReadSubmission['verdict']; readonly changed: number }): ReadSubmission {
  const { payload, text, digest, signature } = proven
  const loaded = shelf.knows(payload.pack) ? shelf.forSealed(payload.pack) : no(problem('pack-unknown', { pack: payload.pack.id }))
  const again = loaded.ok ? recompute(loaded.value, payload) : null
  const findings = (again?.findings ?? []).map((one) => readFinding(one, again?.claimed ?? new Set()))
  return {
    unitId: payload.unit_id, orgName: (payload.values['org_name'] ?? payload.org_name).slice(0, 200), region: regionOf(payload),
    year: payload.survey_year, submitNo: payload.submit_no, pack: payload.pack, packKnown: loaded.ok,
    digest, receipt: receiptCode(digest), signer: signerOf(payload.signer.public_key), publicKey: payload.signer.public_key, signature,
    payload: new Uint8Array(deflateRawSync(text, { level: 1 })), today: payload.today, sealedAt: payload.sealed_at.slice(0, 40),
    ...as, values: again?.values ?? { items: [], rows: [], nums: [], texts: [] }, findings, ...countsOf(findings),
    mismatches: again?.mismatches ?? [], answers: payload.answers,
  }
}

/** Counts of findings as they are shown and judged by. */
export function countsOf(findings: readonly ReadFinding[]): { readonly errors: number; readonly warnings: number; readonly unexplained: number } {
  const warnings = findings.filter((one) => one.severity === 'warning')
  return { errors: findings.length - warnings.length, warnings: warnings.length, unexplained: warnings.filter((one) => !one.explained).length }
}

/** A finding as the ledger keeps it; `claimed` are those the file names itself. */
export function readFinding(one: Finding, claimed: ReadonlySet<string>): ReadFinding {
  const { rule, severity, row, rowKey, item, detail, explanation, explained } = one
  return { rule, severity, row, rowKey, item, detail, explanation, explained, claimed: claimed.has(findingName(one)), fingerprint: explanation === null ? null : explanationPrint(explanation) }
}

/** A mark that is the same for the same words, whatever their spacing, width and punctuation. */
export function explanationPrint(text: string): string | null {
  const words = text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}\p{C}]/gu, '')
  return words === '' ? null : createHash('sha256').update(words).digest('hex').slice(0, 16)
}

/** What no honest application seals although it may be signed; such a payload is refused as a whole. */
export function unsoundPart(payload: Payload): Problem | null {
  const odd = (what: string): Problem => problem('payload-unreadable', { what })
  if (!/^[\x21-\x7e]{1,40}$/.test(payload.unit_id)) return odd('unit_id')
  if (payload.pack.id.length > 60 || payload.pack.version.length > 40 || payload.pack.digest.length > 200) return odd('pack')
  if (payload.submit_no > 9999) return odd('submit_no')
  for (const [name, { rows }] of Object.entries(payload.tables)) {
    const ids = new Set(rows.map((row) => row.id))
    if (ids.size !== rows.length || rows.some((row) => row.id < 1)) return odd(`tables.${name}`.slice(0, 60))
  }
  return null
}

/** By 行政区划 of the main place; '' where none is filled. */
const regionOf = (payload: Payload): string => { const code = payload.values['biz_region'] ?? ''; return /^\d{6}$/.test(code) ? code : '' }

/** The canonical text of a stored payload. */
export const payloadText = (stored: Uint8Array): string => inflateRawSync(stored, { maxOutputLength: 64 << 20 }).toString('utf8')
/** A stored payload. */
export const storedPayload = (stored: Uint8Array): Payload => payloadSchema.parse(JSON.parse(payloadText(stored)))

/** The second audit (D7): a submission against the ledger's accepted payload of the year before. */
export function againstStored(shelf: PackShelf, payload: Payload, accepted: Uint8Array): readonly Mismatch[] {
  const loaded = shelf.forSealed(payload.pack)
  const before = storedPayload(accepted)
  const from = shelf.forSealed(before.pack)
  return loaded.ok && from.ok ? againstAccepted(loaded.value, payload, carried(from.value, loaded.value, before)) : []
}

const carried = (from: LoadedPack, to: LoadedPack, before: Payload): FilingData => priorOf(from.pack, to.pack, filingOf(before), 'own').data
