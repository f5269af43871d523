import type { Finding } from '../audit/finding.ts'
import type { FormState } from '../contract.ts'
import type { FilingData, Prior } from '../filing/filing.ts'
import type { CellNote } from '../filing/note.ts'
import type { Item, Pack } from '../pack/schema.ts'
import type { PlanAnswer } from '../submission/input.ts'

/** What a seal puts on every printed page. */
export interface PrintSeal {
  readonly receipt: string
  readonly digest: string
  /** An <svg> element of the QR code. */
  readonly qrSvg: string
  readonly signer: string
  /** The workbook whose content the pages show. */
  readonly fileName: string
  /** Local time of sealing, 2027-03-08 11:02:45. */
  readonly sealedAt: string
}
/** What identifies the filing on every printed page. */
export interface PrintMeta {
  readonly unitId: string
  readonly orgName: string
  /** The submission that the pages show; without a seal, the number that comes next. */
  readonly submitNo: number
  /** Where last year's figures come from, in words. */
  readonly priorText: string
  /** null: a copy to check, marked so. */
  readonly seal: PrintSeal | null
}
/** Everything the printed form shows. */
export interface PrintInput {
  readonly pack: Pack
  readonly data: FilingData
  readonly computed: Readonly<Record<string, string | null>>
  readonly prior: Prior | null
  readonly findings: readonly Finding[]
  readonly forms: readonly FormState[]
  /** Notes that go with the submission; others are never printed. */
  readonly notes: readonly Pick<CellNote, 'item' | 'row' | 'text'>[]
  /** Answers to queries that go with the submission. */
  readonly answers?: readonly PlanAnswer[]
  readonly meta: PrintMeta
  /** Empty forms to write on by hand. */
  readonly blank: boolean
}
/** A page before it is numbered: which part it belongs to, and its inner HTML. */
export interface Page { readonly part: string; readonly body: string; readonly stamp: boolean }
/** Finished pages: one HTML document without scripts, and how many pages it has. */
export interface Printed { readonly html: string; readonly pages: number }

/** The text of an item this year: computed first, then typed. */
export function textOf(input: PrintInput, item: Item): string {
  const made = input.computed[item.key]
  return made === undefined || item.required !== 'computed' ? (input.data.values[item.key] ?? '') : (made ?? '')
}

/** The filing without any answer, to be written on by hand. */
export const emptied = (input: PrintInput): PrintInput =>
  ({ ...input, blank: true, data: { values: {}, tables: {} }, computed: {}, prior: null, findings: [], notes: [], answers: [], meta: { ...input.meta, seal: null } })
