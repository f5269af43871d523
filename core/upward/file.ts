import { z } from 'zod'

const hex = (length: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const region = z.string().regex(/^\d{0,6}$/)
const text = (max: number): z.ZodString => z.string().max(max)

/** The first line of an upward file, before anything else is read. */
export const upwardFormat = 'jianbao-upward-1'
/** A unit of the sender's register. */
export const upwardUnit = z.strictObject({
  k: z.literal('register'), unit: text(40), name: text(100), region, contact: text(50), phone: text(50), certs: z.array(text(60)).max(50), forms: z.array(text(10)).max(20),
  groups: z.array(text(40)).max(20), risk: text(20), deadline: z.iso.date().nullable(), active: z.boolean(),
})
/** An accepted submission: the payload's canonical text as it was signed by its unit, and how the sender received and accepted it. */
export const upwardSubmission = z.strictObject({
  k: z.literal('submission'), payload: z.string(), signature: text(200), publicKey: hex(64), verdict: z.enum(['sealed', 'resaved', 'altered', 'unsealed']), handFiled: z.boolean(),
  receivedAt: text(40), acceptedAt: text(40), acceptedBy: text(60), late: z.boolean(),
})
/** An imputation or adjustment that stands. */
export const upwardAdjustment = z.strictObject({ k: z.literal('adjustment'), unit: text(40), year: z.int(), item: text(60), row: z.int().nullable(), num: z.int().nullable(), text: text(200), old: text(200), imputed: z.boolean(), reason: text(500), by: text(60), at: text(40), publicKey: hex(64), signature: text(200) })
export const upwardRecord = z.discriminatedUnion('k', [upwardUnit, upwardSubmission, upwardAdjustment])
export type UpwardRecord = z.infer<typeof upwardRecord>
export type UpwardUnit = z.infer<typeof upwardUnit>
export type UpwardSubmission = z.infer<typeof upwardSubmission>
export type UpwardAdjustment = z.infer<typeof upwardAdjustment>

/** What the sender says the file holds: who, what, how much, and the sums that must come out again. */
export const upwardManifest = z.strictObject({
  bureau: text(60), region, pack: text(40), year: z.int(), at: text(40), appVersion: text(40),
  counts: z.strictObject({ register: z.int().min(0), submissions: z.int().min(0), adjustments: z.int().min(0) }),
  /** Scaled sums of accepted submissions by item, as decimal texts. */
  totals: z.array(z.strictObject({ item: text(60), value: z.string().regex(/^-?\d{1,20}(\.\d{1,6})?$/) })).max(50),
  /** SHA-256 of all record lines, each with its line end. */
  body: hex(64),
})
export type UpwardManifest = z.infer<typeof upwardManifest>
/** The last line. */
export const upwardTrailer = z.strictObject({ k: z.literal('end'), manifest: upwardManifest, digest: hex(64), publicKey: hex(64), signature: text(200) })

/** Items whose sums are reconciled at each step upward. */
export const reconciledItems = ['rev_total', 'staff_total', 'eq_cnt', 'eq_val', 'rpt_total', 'rd_total'] as const
/** What the regulator's key signs: these characters as UTF-8. */
export const upwardMessage = (digestHex: string): string => `jianbao-upward-1:${digestHex}`
