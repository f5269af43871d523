import type { OpenCounts } from '../audit/open.ts'
import type { FilingState } from '../filing/filing.ts'

/** How far one form is: filled of required, findings by severity; `applies` false greys it with `why`. */
export interface FormState {
  readonly form: string
  readonly applies: boolean
  readonly why: string | null
  readonly filled: number
  readonly required: number
  readonly errors: number
  /** Errors that say more than that a required cell is still blank. */
  readonly wrong: number
  readonly toExplain: number
  readonly explained: number
  /** Entered cells that are not blank, and rows: to say 5 行, 4 张. */
  readonly entered: number
  readonly rows: number
}
/** What lists show of a regulator's letters about a filing. */
export interface LetterSummary {
  /** Queries on the newest submission, and those that have neither reply nor correction. */
  readonly queries: number
  readonly waiting: number
  /** The forms of those that wait. */
  readonly forms: readonly string[]
  /** The day by which the return must be answered. */
  readonly due: string | null
  readonly acceptedAt: string | null
  /** The regulator's name and key, of a task. */
  readonly task: { readonly regulator: string; readonly signer: string } | null
}
/** One year of a unit, as lists show it. */
export interface FilingSummary {
  readonly filing: number
  readonly year: number
  readonly pack: string
  readonly state: FilingState
  readonly submitNo: number
  readonly receipt: string | null
  readonly sealedAt: string | null
  /** The day of the newest sealing as audits saw it: the 业务日期 under a 「示例」 pack, else the clock's. */
  readonly sealedOn: string | null
  /** The pack's, or the task's where there is one. */
  readonly deadline: string
  readonly forms: readonly FormState[]
  /** What its findings still ask for, counted as on every screen. */
  readonly open: OpenCounts
  readonly letters: LetterSummary
  /** Who gave the forms that are filled here, to be written back; null where the filing is nobody's part. */
  readonly givenBy: string | null
}
/** A reporting unit with its years. */
export interface UnitSummary {
  readonly unit: number
  readonly unitId: string
  readonly name: string
  readonly legalForm: string | null
  /** The date that audits of this unit use: the settable 业务日期 under a 「示例」 pack, else the clock's. */
  readonly today: string
  /** The handover note, empty when there is none. */
  readonly note: string
  /** Newest year first. */
  readonly filings: readonly FilingSummary[]
}
/** What lists show of a pack. */
export interface PackSummary { readonly id: string; readonly version: string; readonly title: string; readonly year: number; readonly sample: boolean; readonly deadline: string }
