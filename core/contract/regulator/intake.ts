import { z } from 'zod'

const id = z.int().positive()
const path = z.string().min(1).max(4096)
/** What became of a file or submission (D9). */
export const submissionStates = ['received', 'quarantined', 'unknown_pack', 'other_year', 'other_region', 'not_in_register', 'duplicate', 'conflict', 'superseded', 'in_review', 'returned', 'accepted'] as const
const verdicts = ['sealed', 'resaved', 'altered', 'unsealed', 'foreign', 'damaged', 'quarantined'] as const

/** Arguments of the calls of intake (收件). */
export const intakeRequests = {
  /** Begins a batch over files, folders and zip archives, and answers at once; reading goes on in processes of its own. */
  'intake.start': z.strictObject({ paths: z.array(path).min(1).max(10000) }),
  'intake.progress': z.strictObject({ batch: id.nullable() }),
  'intake.control': z.strictObject({ batch: id, do: z.enum(['pause', 'go', 'stop']) }),
  'intake.files': z.strictObject({ batch: id.nullable(), verdict: z.enum(verdicts).nullable().default(null), list: z.enum(['all', 'todo', 'again']).default('all'), state: z.enum(submissionStates).nullable().default(null), search: z.string().max(100).default(''), offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(200) }),
  'intake.file': z.strictObject({ file: id }),
  /** The batch's result as a workbook and its machine-readable twin (NDJSON). */
  'intake.result': z.strictObject({ batch: id, folder: path }),
  /** Takes a hand-filled template in under the ledger's key (D18). */
  'intake.takeHand': z.strictObject({ file: id, unit: z.string().max(40).optional(), reason: z.string().min(1).max(500) }),
  /** Writes the findings of a hand-filled template as a letter to its unit. */
  'intake.findings': z.strictObject({ file: id, path }),
  'intake.confirmKey': z.strictObject({ unit: z.string().max(40), signer: z.string().regex(/^[0-9a-f]{16}$/), reason: z.string().min(1).max(500) }),
  /** A receipt code or the text of a QR code from paper: which submission, and whether the content is the same. */
  'intake.match': z.strictObject({ code: z.string().min(1).max(400) }),
} as const

export interface IntakeProgress {
  readonly batch: number; readonly source: string; readonly startedAt: string
  readonly state: 'listing' | 'running' | 'paused' | 'stopped' | 'done'
  readonly done: number; readonly total: number; readonly now: string
  /** Seconds; speed in files a second over the last moments. */
  readonly elapsed: number; readonly left: number | null; readonly speed: number
  readonly counts: Readonly<Record<(typeof verdicts)[number], number>>
  /** Files that wait for a person, and files of units that reported before. */
  readonly todo: number; readonly again: number
  /** What ended it early, in words. */
  readonly problem?: string
}
export interface IntakeFile {
  readonly id: number; readonly batch: number; readonly path: string; readonly file: string; readonly size: number; readonly at: string
  readonly verdict: (typeof verdicts)[number]; readonly state: (typeof submissionStates)[number] | 'skipped'
  readonly unit: string | null; readonly name: string | null; readonly year: number | null; readonly submitNo: number | null; readonly changed: number
  readonly errors: number | null; readonly warnings: number | null; readonly submission: number | null
  /** A short sentence: what was done with it. */
  readonly did: string
  readonly trust: 'known' | 'first-seen' | 'changed' | 'unknown'
}
export interface IntakeDetail extends IntakeFile {
  readonly why: string; readonly todo: string; readonly sha256: string; readonly pack: string | null; readonly signer: string | null; readonly receipt: string | null
  readonly knownSince: string | null; readonly confirmedBy: string | null
  readonly changes: readonly { readonly sheet: string; readonly cell: string; readonly item: string | null; readonly row: string | null; readonly sealed: string | null; readonly found: string | null }[]
  /** Where what the file claims differs from what was computed again. */
  readonly mismatches: readonly { readonly kind: 'computed' | 'finding' | 'prior'; readonly what: string; readonly claimed: string; readonly found: string }[]
  readonly findings: readonly { readonly rule: string; readonly severity: 'error' | 'warning'; readonly detail: string; readonly explained: boolean }[]
  /** Where a quarantined original is kept. */
  readonly kept: string | null
  /** The other submission it is a duplicate of, in conflict with, or older than. */
  readonly other: number | null
}
export interface Match { readonly submission: number; readonly unit: string; readonly name: string; readonly year: number; readonly submitNo: number; readonly receipt: string; readonly state: string; /** Whether the whole digest agrees; null when only a code was given. */ readonly same: boolean | null }
/** Answers of these calls. */
export interface IntakeAnswers {
  readonly 'intake.start': IntakeProgress
  readonly 'intake.progress': IntakeProgress | null
  readonly 'intake.control': IntakeProgress
  readonly 'intake.files': { readonly files: readonly IntakeFile[]; readonly total: number; readonly counts: { readonly all: number; readonly todo: number; readonly again: number } }
  readonly 'intake.file': IntakeDetail
  readonly 'intake.result': { readonly xlsx: string; readonly json: string }
  readonly 'intake.takeHand': IntakeFile
  readonly 'intake.findings': { readonly path: string }
  readonly 'intake.confirmKey': { readonly unit: string; readonly signer: string }
  readonly 'intake.match': readonly Match[]
}
export type SubmissionState = (typeof submissionStates)[number]
export type IntakeVerdict = (typeof verdicts)[number]
