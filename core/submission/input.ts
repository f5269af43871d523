import type { Finding } from '../audit/finding.ts'
import type { FormState } from '../contract/summary.ts'
import type { Explanation, FilingData, Prior } from '../filing/filing.ts'
import type { CellNote } from '../filing/note.ts'
import type { LoadedPack } from '../pack/schema.ts'

/** What a finding contributes to the submission. */
export type PlanFinding = Pick<Finding, 'rule' | 'severity' | 'row' | 'rowKey' | 'item' | 'message' | 'detail' | 'explanation'>

/** A note that goes with the submission. */
export type PlanNote = Pick<CellNote, 'item' | 'row' | 'text'>

/** The answer to a regulator's query, and the cell it was put on. */
export interface PlanAnswer { readonly query: string; readonly item: string; readonly row: number | null; readonly text: string }

/** What identifies one sealing; the clock, the key and the version are the caller's. */
export interface SealMeta {
  readonly unitId: string
  readonly orgName: string
  readonly submitNo: number
  /** The day the audit used (D1). */
  readonly today: string
  /** Local time of sealing, `2027-03-08 11:02:45`. */
  readonly sealedAt: string
  readonly appVersion: string
  /** Why the filing was opened again; null for the first submission. */
  readonly reason: string | null
  /** Raw Ed25519 public key, 64 hex digits. */
  readonly publicKey: string
}
/** Everything a sealed workbook shows. */
export interface PlanInput {
  readonly pack: LoadedPack
  readonly data: FilingData
  readonly computed: Readonly<Record<string, string | null>>
  readonly prior: Prior | null
  readonly findings: readonly PlanFinding[]
  readonly explanations: readonly Explanation[]
  /** Notes on cells that go with the submission. */
  readonly notes?: readonly PlanNote[]
  /** Answers to queries of return slips. */
  readonly answers?: readonly PlanAnswer[]
  readonly forms: readonly Pick<FormState, 'form' | 'applies' | 'filled' | 'required' | 'rows'>[]
  readonly meta: SealMeta
}
