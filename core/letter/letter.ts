import { z } from 'zod'
import { plannedSheets, type PlannedSheet } from '../submission/payload.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const hex = (length: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const line = z.string().min(1).max(200)
const text = z.string().max(4000)
const day = z.iso.date()
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)

/** What every letter of a regulator says first; docs/letter-format.md is the specification. */
const head = {
  format: z.literal('jianbao-letter'),
  format_version: z.literal(1),
  /** The letter's own number, never used twice by one regulator. */
  letter_id: z.string().regex(/^\S{1,300}$/),
  /** `uscc-unit_seq`; empty only where a hand-filled file does not say it. */
  unit_id: z.string().max(200),
  org_name: text,
  survey_year: z.int().min(2000).max(2999),
  pack: z.strictObject({ id: z.string().regex(/^[a-z]+-\d{4}$/), version: z.string().min(1).max(20), digest: hex(64) }),
  /** Beijing time, `2027-03-18 10:02:45`. */
  issued_at: moment,
  regulator: z.strictObject({ name: line, region: z.string().max(20) }),
  signer: z.strictObject({ algorithm: z.literal('Ed25519'), public_key: hex(64) }),
}
/** The submission a letter is about: what the unit sealed, by its digest. */
const about = { submission_id: line, submit_no: z.int().positive(), digest: hex(64) }

const query = z.strictObject({
  /** The query's lasting name; the answer in the next submission names it. */
  query: z.string().regex(/^[\w.:/-]{1,80}$/),
  form: z.string().min(1).max(20),
  /** The item's number on the form. */
  code: z.string().max(20),
  item: key,
  /** Row id of the submission, null for an item that stands once. */
  row: z.int().positive().nullable(),
  row_key: text.nullable(),
  name: line,
  /** The value as it was sealed; '' is blank. */
  value: text,
  question: z.string().min(1).max(2000),
  due: day.nullable(),
})
const slipFinding = z.strictObject({
  rule: z.string().min(1).max(40), severity: z.enum(['error', 'warning']), row_key: text.nullable(),
  form: z.string().max(20).nullable(), code: z.string().max(20).nullable(), item: key.nullable(), name: text.nullable(), value: text.nullable(),
  detail: text, todo: text,
})

/** 退回单: a submission goes back, with questions on its cells. */
export const returnLetter = z.strictObject({ ...head, kind: z.literal('return'), ...about, reason: z.string().min(1).max(2000), due: day.nullable(), queries: z.array(query).max(5000) })
/** 任务书: a unit is to report; the forms expected of it, none where the pack decides. */
export const taskLetter = z.strictObject({ ...head, kind: z.literal('task'), forms: z.array(z.string().min(1).max(20)).max(100), deadline: day, /** The regulator's public line for locked submissions (age). */ recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/).optional() })
/** 受理回执: a submission is accepted. */
export const acceptanceLetter = z.strictObject({ ...head, kind: z.literal('acceptance'), ...about, receipt: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/), accepted_at: moment })
/** 审核意见单: what is found in a hand-filled template, to be worked through without the application. */
export const findingsLetter = z.strictObject({ ...head, kind: z.literal('findings'), file: z.string().min(1).max(1000), due: day.nullable(), findings: z.array(slipFinding).max(20000) })

/** A regulator's letter to a unit. */
export const letterSchema = z.discriminatedUnion('kind', [returnLetter, taskLetter, acceptanceLetter, findingsLetter])
export type Letter = z.infer<typeof letterSchema>
export type LetterKind = Letter['kind']
export type ReturnLetter = z.infer<typeof returnLetter>
export type TaskLetter = z.infer<typeof taskLetter>
export type AcceptanceLetter = z.infer<typeof acceptanceLetter>
export type FindingsLetter = z.infer<typeof findingsLetter>
/** A regulator's question on a cell of a submission. */
export type LetterQuery = ReturnLetter['queries'][number]
/** A finding as a slip for a hand-filled template says it. */
export type SlipFinding = FindingsLetter['findings'][number]

/** What is signed: the letter, and every planned cell of its sheets; `open` are the cells for replies. */
export const letterContent = z.strictObject({ letter: letterSchema, sheets: plannedSheets, open: z.array(z.tuple([z.string(), z.string()])) })
export interface LetterContent { readonly letter: Letter; readonly sheets: readonly PlannedSheet[]; readonly open: readonly (readonly [query: string, cell: string])[] }

/** What a kind of letter is called; the same word stands on its first sheet. */
export const letterNames: Readonly<Record<LetterKind, string>> = { return: '退回单', task: '任务书', acceptance: '受理回执', findings: '审核意见单' }

/** What the regulator's key signs: these characters as UTF-8. */
export const letterMessage = (digestHex: string): string => `jianbao-letter-1:${digestHex}`
