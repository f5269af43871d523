import { z } from 'zod'
import type { FilingData } from '../filing/filing.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const cells = z.record(key, z.string().min(1).max(4000))
const rowId = z.int().positive()
/** An explanation of a finding (by `rule`), or a note on a cell; `shared`: it goes with the submission. */
const remark = z.strictObject({ kind: z.enum(['explain', 'note']), rule: z.string().max(10).nullable(), item: key.nullable(), text: z.string().min(1).max(4000), shared: z.boolean() })
/** What the first format had not; absent in a file of it. */
const remarks = z.array(remark).max(20000).optional()
/** `row` null: the row was added on the other computer. */
const row = z.strictObject({ row: rowId.nullable(), cells, remarks })
const answers = z.strictObject({ values: cells, tables: z.record(key, z.array(row).max(20000)), remarks })

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
/** The formats that are read; the second has remarks. A part goes back in the format it came in. */
export const partFormats = ['jianbao-part-1', 'jianbao-part-2'] as const
export type PartFormat = (typeof partFormats)[number]
export const partFile = z.strictObject({
  format: z.enum(partFormats),
  body: partBody,
  /** SHA-256 of the canonical JSON of `body`. */
  digest: hex(64),
  /** Ed25519 over the text of `format`, a colon and the digest, by the unit's key; both or neither. */
  publicKey: hex(64).nullable(),
  signature: z.base64().max(200).nullable(),
})
export type PartBody = z.infer<typeof partBody>
export type PartFile = z.infer<typeof partFile>
/** Answers of the chosen forms as a part file has them. */
export type PartAnswers = z.infer<typeof answers>
export type Remark = z.infer<typeof remark>

/** The format of a body: the first where nothing is said of remarks. */
export const formatOf = ({ base }: Pick<PartBody, 'base'>): PartFormat => (base.remarks === undefined ? 'jianbao-part-1' : 'jianbao-part-2')

/** The text that is signed. */
export const partMessage = (format: PartFormat, digest: string): string => `${format}:${digest}`

/** How rows are called in a file, and what is said about them; without `remarks`, as the first format has it. */
export interface AnswersAs { readonly idOf?: (table: string, row: number) => number | null; readonly remarks?: (table: string | null, row: number | null) => readonly Remark[] }

/** Answers as a part file has them. */
export function answersOf(data: FilingData, { idOf = (_, id) => id, remarks }: AnswersAs = {}): PartAnswers {
  const said = (table: string | null, row: number | null) => (remarks ? { remarks: [...remarks(table, row)] } : {})
  const tables = Object.entries(data.tables).map(([table, rows]) => [table, rows.map(r => ({ row: idOf(table, r.id), cells: { ...r.cells }, ...said(table, r.id) }))])
  return { values: { ...data.values }, tables: Object.fromEntries(tables), ...said(null, null) }
}
