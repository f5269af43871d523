import { z } from 'zod'
import type { FilingData } from '../filing/filing.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const cells = z.record(key, z.string().min(1).max(4000))
const rowId = z.int().positive()
/** `row` null: the row was added on the other computer. */
const row = z.strictObject({ row: rowId.nullable(), cells })
const answers = z.strictObject({ values: cells, tables: z.record(key, z.array(row).max(20000)) })

/** What a part file says; docs/part-file.md is the specification. */
export const partBody = z.strictObject({
  kind: z.enum(['given', 'returned']),
  /** The part's own number: the same in the given and the returned file. */
  part: hex(16),
  unit: z.strictObject({ uid: hex(16), name: z.string().min(1).max(100), uscc: z.string().max(18), unitSeq: z.string().max(2) }),
  pack: z.strictObject({ id: z.string().regex(/^[a-z]+-\d{4}$/), version: z.string().max(20), digest: hex(64) }),
  year: z.int(),
  forms: z.array(z.string().min(1).max(20)).min(1).max(100),
  from: z.string().max(100),
  to: z.string().max(30),
  note: z.string().max(2000),
  /** Who wrote this file, and when. */
  by: z.string().max(100),
  at: z.iso.datetime(),
  /** The chosen forms when they were given, and the digest of that. */
  base: answers,
  baseDigest: hex(64),
  /** The chosen forms as they are in this file; of a given one, null: the base. */
  now: answers.nullable(),
  /** The unit's 业务日期 under a 「示例」 pack. */
  today: z.iso.date().nullable(),
  /** Items of other forms that the chosen ones compute with; only in a given file. */
  context: cells,
})
export const partFile = z.strictObject({
  format: z.literal('jianbao-part-1'),
  body: partBody,
  /** SHA-256 of the canonical JSON of `body`. */
  digest: hex(64),
  /** Ed25519 over the text `jianbao-part-1:` and the digest, by the unit's key; both or neither. */
  publicKey: hex(64).nullable(),
  signature: z.base64().max(200).nullable(),
})
export type PartBody = z.infer<typeof partBody>
export type PartFile = z.infer<typeof partFile>
/** Answers of the chosen forms as a part file has them. */
export type PartAnswers = z.infer<typeof answers>

/** The text that is signed. */
export const partMessage = (digest: string): string => `jianbao-part-1:${digest}`

/** Answers as a part file has them, every row by its id, or by what `idOf` calls it. */
export function answersOf(data: FilingData, idOf: (table: string, row: number) => number | null = (_, id) => id): PartAnswers {
  return { values: { ...data.values }, tables: Object.fromEntries(Object.entries(data.tables).map(([table, rows]) => [table, rows.map(r => ({ row: idOf(table, r.id), cells: { ...r.cells } }))])) }
}
