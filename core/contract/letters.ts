import { z } from 'zod'
import type { FilingState } from '../filing/filing.ts'
import type { KeptQuery, SealedCells } from '../letter/answers.ts'
import type { LetterKind } from '../letter/letter.ts'

const id = z.int().positive()

/** Arguments of the calls about a regulator's letters: 退回单, 任务书, 受理回执. */
export const letterRequests = {
  /** Opens a letter of any kind; one under another key than before only when `confirmKey` says that the fingerprint was compared. */
  'letter.open': z.strictObject({ path: z.string().min(1).max(4096), confirmKey: z.boolean().optional() }),
  /** Writes the reply to a query; an empty text takes it away. */
  'letter.reply': z.strictObject({ filing: id, query: z.string().max(80), text: z.string().max(2000) }),
} as const

/** How far a regulator's key is known here: never seen, seen before, or another one that somebody has confirmed. */
export type LetterTrust = 'first-seen' | 'known' | 'confirmed'
/** Who sent a letter, under which key. */
export interface LetterFrom { readonly regulator: string; readonly signer: string; readonly at: string }
/** What opening a letter did. */
export interface LetterOpened {
  readonly kind: Exclude<LetterKind, 'findings'>
  readonly unit: number
  readonly filing: number
  readonly name: string
  readonly year: number
  /** The filing's state afterwards. */
  readonly state: FilingState
  readonly regulator: string
  readonly signer: string
  readonly trust: LetterTrust
  /** It had been opened before; nothing was done again. */
  readonly again: boolean
  /** Of a task: the unit, or the year, was made by it. */
  readonly made: 'unit' | 'year' | null
  readonly submitNo: number | null
  readonly queries: number
  /** Replies taken from the sheet 查询. */
  readonly replies: number
}
/** A query with what became of it. */
export interface QueryView extends KeptQuery {
  /** The submission it was put on. */
  readonly submitNo: number
  readonly form: string
  readonly code: string
  readonly rowKey: string | null
  readonly name: string
  readonly value: string
  readonly question: string
  readonly due: string | null
  readonly at: string
  readonly regulator: string
  readonly repliedAt: string | null
  /** The submission that answered it; null while none did. */
  readonly answeredIn: number | null
}
/** Everything that letters said about a filing. */
export interface Correspondence {
  /** The newest return of the newest submission, while it stands. */
  readonly returned: LetterFrom & { readonly submitNo: number; readonly reason: string; readonly due: string | null } | null
  readonly accepted: LetterFrom & { readonly submitNo: number; readonly receipt: string; readonly acceptedAt: string } | null
  readonly task: LetterFrom & { readonly deadline: string; readonly forms: readonly string[] } | null
  /** Every query, oldest submission first; those on the newest one wait for an answer. */
  readonly queries: readonly QueryView[]
  /** The newest submission's cells while the filing is open again; null otherwise. */
  readonly sealed: SealedCells | null
}
/** Answers of these calls. */
export interface LetterAnswers {
  readonly 'letter.open': LetterOpened
  readonly 'letter.reply': Correspondence
}
