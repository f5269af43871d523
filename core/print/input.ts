import type { Finding } from '../audit/finding.ts'
import type { FormState } from '../contract.ts'
import type { FilingData, Prior } from '../filing/filing.ts'
import type { Item, Pack } from '../pack/schema.ts'

/** What identifies the sealed filing on every printed page. */
export interface PrintMeta {
  readonly unitId: string
  readonly orgName: string
  readonly submitNo: number
  readonly receipt: string
  readonly digest: string
  readonly qrText: string
  /** An <svg> element of the QR code. */
  readonly qrSvg: string
  readonly signer: string
  readonly fileName: string
  /** Local time of sealing, 2027-03-08 11:02:45. */
  readonly sealedAt: string
  /** Where last year's figures come from, in words. */
  readonly priorText: string
}
/** Everything the printed form shows. */
export interface PrintInput {
  readonly pack: Pack
  readonly data: FilingData
  readonly computed: Readonly<Record<string, string | null>>
  readonly prior: Prior | null
  readonly findings: readonly Finding[]
  readonly forms: readonly FormState[]
  readonly meta: PrintMeta
}
/** A page before it is numbered: which part it belongs to, and its inner HTML. */
export interface Page { readonly part: string; readonly body: string; readonly stamp: boolean }

/** The text of an item this year: computed first, then typed. */
export function textOf(input: PrintInput, item: Item): string {
  const made = input.computed[item.key]
  return made === undefined || item.required !== 'computed' ? (input.data.values[item.key] ?? '') : (made ?? '')
}
