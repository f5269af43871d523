import { z } from 'zod'
import type { SubmissionState } from './intake.ts'

const id = z.int().positive()
const path = z.string().min(1).max(4096)
const text = z.string().min(1).max(2000)
const query = z.string().max(80)
const reason = z.string().min(1).max(500)

/** Arguments of the calls of review (审阅). */
export const reviewRequests = {
  'review.queue': z.strictObject({ search: z.string().max(100).default(''), state: z.enum(['all', 'in_review', 'returned', 'accepted', 'other']).default('all'), offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(500) }),
  'review.open': z.strictObject({ submission: id }),
  /** A new query on a cell, or another text of one that was not sent. `item` null: on the whole submission. */
  'review.query': z.strictObject({ submission: id, query: query.optional(), item: z.string().max(60).nullable(), row: z.int().nullable(), text, due: z.iso.date() }),
  'review.dropQuery': z.strictObject({ query }),
  /** Settles an answered query: closed, or asked again with a new text. */
  'review.settle': z.strictObject({ query, do: z.enum(['close', 'reopen']), text: z.string().max(2000).default(''), due: z.iso.date().optional() }),
  /** Accepts; with a folder also writes the signed acceptance receipt. `force` accepts over findings of 强制性 with a reason. */
  'review.accept': z.strictObject({ submission: id, reason: z.string().max(500).default(''), folder: path.optional() }),
  /** Returns with the queries that were not sent yet, and writes the return slip. */
  'review.return': z.strictObject({ submission: id, reason, due: z.iso.date(), folder: path }),
  /** Takes an acceptance or return back, with a reason; nothing is erased. */
  'review.revoke': z.strictObject({ submission: id, reason }),
  /** What would be accepted in bulk (D9), and what not and why. */
  'review.clean': z.strictObject({}),
  'review.acceptClean': z.strictObject({ submissions: z.array(id).min(1).max(100000), folder: path.optional() }),
  /** Says which of two submissions in conflict counts, or lets one of an unknown unit or region in. */
  'review.admit': z.strictObject({ submission: id, reason }),
  /** Corrects or imputes a value in a layer of its own; the submission is never edited. `text` null withdraws. */
  'review.adjust': z.strictObject({ unit: z.string().max(40), year: z.int(), item: z.string().max(60), row: z.int().nullable(), text: z.string().max(200).nullable(), reason }),
  'review.adjustments': z.strictObject({ unit: z.string().max(40).optional() }),
} as const

export interface QueueLine {
  readonly submission: number; readonly unit: string; readonly name: string; readonly submitNo: number; readonly state: SubmissionState
  readonly verdict: 'sealed' | 'resaved' | 'altered' | 'unsealed'; readonly changed: number; readonly receipt: string
  readonly errors: number; readonly warnings: number; readonly unexplained: number
  /** Cells that differ from the previous submission. */
  readonly differences: number
  /** Queries not sent, sent, answered and closed. */
  readonly queries: { readonly draft: number; readonly sent: number; readonly answered: number; readonly closed: number }
  readonly since: string; readonly trust: string; readonly handFiled: boolean; readonly late: boolean
  /** Higher looks first: boilerplate, copied explanations, outliers, changed key; `why` in words. */
  readonly attention: number; readonly why: readonly string[]
}
export interface ReviewQuery { readonly id: string; readonly submission: number; readonly submitNo: number; readonly item: string | null; readonly row: number | null; readonly rowKey: string | null; readonly form: string | null; readonly code: string | null; readonly name: string; readonly text: string; readonly due: string; readonly by: string; readonly at: string; readonly state: 'draft' | 'sent' | 'answered' | 'closed'; readonly answer: string | null; readonly answeredBy: string | null; readonly answeredAt: string | null; readonly answeredIn: number | null }
/** One item or row cell of a submission beside last year's and the previous submission's. */
export interface ReviewLine {
  readonly form: string; readonly code: string; readonly item: string; readonly row: number | null; readonly rowKey: string | null; readonly name: string; readonly unit: string | null
  readonly prior: string; readonly before: string; readonly now: string
  /** now − before and change on last year in percent, as shown; '' where not comparable. */
  readonly delta: string; readonly yoy: string
  readonly numeric: boolean; readonly computed: boolean; readonly differs: boolean
  /** Worth a look: a difference, a finding, a query, an outlier. */
  readonly notable: boolean
  readonly marks: readonly ('error' | 'warning' | 'explained' | 'query' | 'answered' | 'outlier' | 'adjusted' | 'altered')[]
}
export interface ReviewFinding { readonly rule: string; readonly severity: 'error' | 'warning'; readonly title: string; readonly detail: string; readonly cells: readonly { readonly form: string; readonly item: string; readonly row: number | null }[]; readonly explanation: string | null; readonly explained: boolean; /** Other units that gave the very same text. */ readonly copies: readonly string[]; /** False when the submission did not say it itself. */ readonly claimed: boolean }
export interface Outlier { readonly item: string; readonly ratio: string; readonly name: string; readonly value: string; readonly median: string; readonly class: string; readonly units: number; readonly sentence: string }
export interface ReviewView {
  readonly line: QueueLine
  readonly unit: { readonly id: string; readonly name: string; readonly region: string; readonly regionName: string; readonly contact: string; readonly phone: string; readonly risk: string }
  /** `plain`: its pack is not here, so it is shown as it was sealed, under the items' keys. */
  readonly pack: string; readonly plain: boolean; readonly year: number; readonly today: string; readonly sealedAt: string; readonly receivedAt: string; readonly digest: string; readonly signer: string; readonly reason: string | null; readonly notes: readonly { readonly item: string; readonly row: number | null; readonly text: string }[]
  readonly forms: readonly { readonly form: string; readonly short: string; readonly applies: boolean; readonly differences: number; readonly notable: number; readonly errors: number; readonly warnings: number; readonly queries: number }[]
  readonly lines: readonly ReviewLine[]
  readonly findings: readonly ReviewFinding[]
  readonly queries: readonly ReviewQuery[]
  readonly outliers: readonly Outlier[]
  /** Every submission of the unit for the year, oldest first. */
  readonly submissions: readonly { readonly submission: number; readonly submitNo: number; readonly state: SubmissionState; readonly receipt: string; readonly at: string; readonly handFiled: boolean }[]
  /** Prior figures the unit carried that differ from the ledger's accepted ones (D7). */
  readonly priors: readonly { readonly item: string; readonly name: string; readonly carried: string; readonly ledger: string }[]
  readonly changes: readonly { readonly sheet: string; readonly cell: string; readonly item: string | null; readonly sealed: string | null; readonly found: string | null }[]
  readonly decisions: readonly { readonly at: string; readonly by: string; readonly kind: string; readonly reason: string }[]
  readonly adjustments: readonly Adjustment[]
  /** Why accepting is closed, in words; null when it may be accepted. */
  readonly blocked: string | null
  readonly previous: number | null; readonly next: number | null
}
export interface Adjustment { readonly id: number; readonly unit: string; readonly name: string; readonly year: number; readonly item: string; readonly itemName: string; readonly row: number | null; readonly old: string; readonly now: string; readonly imputed: boolean; readonly reason: string; readonly by: string; readonly at: string; readonly signer: string; /** Whether the signature holds; one that does not is shown and counts nowhere. */ readonly sound: boolean; readonly withdrawn: string | null }
export interface CleanPreview { readonly ready: readonly QueueLine[]; readonly not: readonly { readonly line: QueueLine; readonly why: string }[] }
/** Answers of these calls. */
export interface ReviewAnswers {
  readonly 'review.queue': { readonly lines: readonly QueueLine[]; readonly total: number; readonly counts: Readonly<Record<'in_review' | 'returned' | 'accepted' | 'other', number>> }
  readonly 'review.open': ReviewView
  readonly 'review.query': ReviewView
  readonly 'review.dropQuery': ReviewView
  readonly 'review.settle': ReviewView
  readonly 'review.accept': { readonly view: ReviewView; readonly file: string | null }
  readonly 'review.return': { readonly view: ReviewView; readonly file: string; readonly queries: number }
  readonly 'review.revoke': ReviewView
  readonly 'review.clean': CleanPreview
  readonly 'review.acceptClean': { readonly accepted: number; readonly not: number; readonly files: number }
  readonly 'review.admit': ReviewView
  readonly 'review.adjust': readonly Adjustment[]
  readonly 'review.adjustments': readonly Adjustment[]
}
