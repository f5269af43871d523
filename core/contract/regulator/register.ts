import { z } from 'zod'

const path = z.string().min(1).max(4096)
const unit = z.string().min(1).max(40)
const text = (max: number): z.ZodString => z.string().max(max)
/** The fields of a unit in the register (名录). Groups and risk class are the regulator's own, never survey data. */
const fields = z.strictObject({
  name: text(100), region: z.string().regex(/^(\d{6})?$/), contact: text(50), phone: text(50), certs: z.array(text(60)).max(50),
  forms: z.array(text(10)).max(20), groups: z.array(text(40)).max(20), risk: text(20), deadline: z.iso.date().nullable(), active: z.boolean(),
})
export const registerColumns = ['uscc', 'unit_seq', 'unit_id', 'name', 'region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline'] as const
const mapping = z.partialRecord(z.enum(registerColumns), z.int().min(0).max(500))
const filter = { search: text(100).default(''), region: z.string().regex(/^\d{0,6}$/).default(''), group: text(40).default(''), state: z.enum(['all', 'missing', 'received', 'accepted', 'returned', 'inactive']).default('all') }

/** Arguments of the calls on the register. */
export const registerRequests = {
  'register.look': z.strictObject({ ...filter, offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(200) }),
  /** Reads a sheet: columns, a proposed mapping, and what every line would do. */
  'register.preview': z.strictObject({ path, sheet: text(100).optional(), head: z.int().min(0).max(50).optional(), mapping: mapping.optional() }),
  /** Takes the sheet in; lines with a problem are left out and named. `effective` dates the changes. */
  'register.import': z.strictObject({ path, sheet: text(100).optional(), head: z.int().min(0).max(50).optional(), mapping: mapping.optional(), effective: z.iso.date(), reason: text(500).default('') }),
  'register.set': z.strictObject({ unit, fields: fields.partial(), effective: z.iso.date(), reason: z.string().min(1).max(500) }),
  'register.history': z.strictObject({ unit }),
  /** Writes a task file for every chosen unit (D25). */
  'register.issue': z.strictObject({ units: z.union([z.literal('all'), z.array(unit).min(1).max(100000)]), folder: path }),
  /** Who has not reported: 催报, by region and deadline, as a list or as a workbook with contacts. */
  'register.missing': z.strictObject({ region: z.string().regex(/^\d{0,6}$/).default(''), path: path.optional() }),
} as const

export interface RegisterUnit {
  readonly unit: string; readonly name: string; readonly region: string; readonly regionName: string; readonly contact: string; readonly phone: string
  readonly certs: readonly string[]; readonly forms: readonly string[]; readonly groups: readonly string[]; readonly risk: string; readonly deadline: string; readonly active: boolean
  /** Where this year's reporting stands, and the newest submission. */
  readonly state: 'missing' | 'received' | 'in_review' | 'conflict' | 'returned' | 'accepted'
  readonly submission: number | null; readonly submitNo: number | null; readonly receivedAt: string | null; readonly late: boolean; readonly handFiled: boolean
}
export interface RegisterLine { readonly line: number; readonly unit: string; readonly name: string; readonly does: 'new' | 'change' | 'same' | 'refused'; readonly changed: readonly string[]; readonly problem: string | null }
export interface RegisterPreview {
  readonly sheets: readonly string[]; readonly sheet: string; readonly head: number
  readonly columns: readonly { readonly at: number; readonly title: string; readonly sample: readonly string[] }[]
  readonly mapping: Partial<Record<(typeof registerColumns)[number], number>>
  readonly lines: readonly RegisterLine[]
  readonly counts: { readonly new: number; readonly change: number; readonly same: number; readonly refused: number }
  /** Units of the register that the sheet does not name: they stay. */
  readonly absent: number
}
export interface MissingUnit { readonly unit: string; readonly name: string; readonly region: string; readonly regionName: string; readonly contact: string; readonly phone: string; readonly deadline: string; readonly daysLate: number; readonly state: 'missing' | 'returned' }
/** Answers of these calls. */
export interface RegisterAnswers {
  readonly 'register.look': { readonly units: readonly RegisterUnit[]; readonly total: number; readonly all: number; readonly groups: readonly string[]; readonly regions: readonly { readonly code: string; readonly name: string; readonly due: number; readonly received: number }[] }
  readonly 'register.preview': RegisterPreview
  readonly 'register.import': RegisterPreview
  readonly 'register.set': RegisterUnit
  readonly 'register.history': readonly { readonly at: string; readonly by: string; readonly effective: string; readonly field: string; readonly old: string; readonly now: string; readonly reason: string }[]
  readonly 'register.issue': { readonly files: number; readonly folder: string }
  readonly 'register.missing': { readonly units: readonly MissingUnit[]; readonly byRegion: readonly { readonly code: string; readonly name: string; readonly due: number; readonly received: number; readonly missing: number; readonly late: number }[]; readonly path: string | null }
}
export type RegisterFields = z.infer<typeof fields>
