import { z } from 'zod'
import { TOLERANCE } from './tolerance.ts'
import { inputSpecSchema, tableSpecSchema } from '../consolidate/schema.ts'
import { bulletinSchema } from '../bulletin/schema.ts'
import { noRatios, ratiosSchema } from '../review/ratio.ts'
import { noWatch, watchSchema } from '../watch/schema.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]*$/)
const coded = z.strictObject({ code: z.string().min(1), name: z.string().min(1) })

/** How a cell must be filled; `when` carries a condition of the rule language. */
const requirement = z.enum(['always', 'when', 'optional', 'computed'])

const cellShape = {
  no: z.string(),
  key,
  name: z.string().min(1),
  unit: z.string().nullable(),
  type: z.enum(['text', 'integer', 'decimal', 'code', 'month', 'date']),
  maxLength: z.int().positive().optional(),
  decimals: z.int().min(0).max(6).optional(),
  codeLength: z.int().positive().optional(),
  /** The item's own short list. */
  enum: z.array(coded).optional(),
  /** Name of a code table of the pack (E1 … E5) instead of `enum`. */
  enumRef: z.string().optional(),
  /** Codes of `enumRef` that this cell does not take. */
  enumExcept: z.array(z.string()).optional(),
  /** A reference list searched by code, name or pinyin: `region` or `industry`. */
  pick: z.enum(['region', 'industry']).optional(),
  required: requirement,
  requiredWhen: z.string().optional(),
  formula: z.string().optional(),
  /** What the 提示 column says of a computed item, e.g. 03 至 07 之和. */
  formulaHint: z.string().optional(),
  /** Free words on the format, printed with the explanation. */
  format: z.string().optional(),
  prior: z.enum(['carry', 'compare']).nullable(),
  source: z.enum(['N', 'R', 'S', 'G', 'P']).optional(),
  explanation: z.string(),
  indent: z.int().min(0).max(3).optional(),
  /** Part of the switchable block `local_ext` (forms.md 1.3). */
  local: z.boolean().optional(),
  /** A numeric item that may be below zero (F031). */
  mayBeNegative: z.boolean().optional(),
  /** Other keys under which JSON input may give this item (an older or newer name). */
  aliases: z.array(key).optional(),
  /** Column proposals: the value another column of the row suggests, e.g. a default theme. */
  suggest: z.strictObject({ from: key, table: z.string(), field: z.string() }).optional(),
}
export const itemSchema = z.strictObject(cellShape)

/** Sums shown while typing: the parts against what they must add up to. */
const balance = z.strictObject({
  /** An expression of the rule language. */
  total: z.string(),
  /** Items or `table.column` that are added up; blank counts as 0 here. */
  parts: z.array(z.string()).min(1),
  relation: z.enum(['=', '<=']).default('='),
  /** A number, or a number and more for each row of a table: `0.05+0.005*rows(domains)`. */
  tolerance: z.string().regex(TOLERANCE).default('0'),
  unit: z.string(),
  /** What the total is called in the heading, e.g. 301.02 服务收入. */
  label: z.string().optional(),
})
const groupSchema = z.strictObject({ key, title: z.string(), items: z.array(key).min(1), balance: balance.optional() })
const tableSchema = z.strictObject({
  no: z.string(), key, name: z.string(), rowKey: key, note: z.string(),
  columns: z.array(itemSchema).min(1),
  footers: z.array(z.strictObject({ column: key, balance })).default([]),
})
export const formSchema = z.strictObject({
  no: z.string(),
  name: z.string(),
  /** The short name for the form tree, e.g. 业务状况. */
  short: z.string(),
  scope: z.string(),
  appliesWhen: z.string().optional(),
  /** Forms of one group stand for each other: 201-1, 201-2, 201-3. */
  variantOf: z.string().optional(),
  groups: z.array(groupSchema),
  items: z.array(itemSchema),
  tables: z.array(tableSchema),
  /** Lines printed below the form. */
  notes: z.array(z.string()).default([]),
})

/** One change of a sample filing; the same shape as in tests/data/broken.json. */
const changeSchema = z.strictObject({
  set: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  table: z.string().optional(),
  /** Row key of the row before the change. */
  row: z.union([z.string(), z.number()]).optional(),
  add: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  clear: z.boolean().optional(),
  removeExplanation: z.strictObject({ rule: z.string(), row: z.union([z.string(), z.number()]).optional() }).optional(),
})
const exampleSchema = z.strictObject({
  /** Which sample unit of seeds/demo is the base. */
  on: z.enum(['enterprise', 'institution', 'government']),
  change: z.union([changeSchema, z.array(changeSchema)]).optional(),
  /** Changes of last year's sample filing, or null for no prior year. */
  prior: z.union([changeSchema, z.array(changeSchema), z.null()]).optional(),
  note: z.string().optional(),
})
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{3}$/),
  severity: z.enum(['error', 'warning']),
  formula: z.string(),
  /** The sentence without values, as forms.md prints it. */
  message: z.string(),
  /** At most about 16 characters, for lists: 委托来源合计与服务收入不等. */
  title: z.string(),
  /** The sentence with values: {expr} is an expression of the rule language, {expr:1} the same with so many decimals. */
  detail: z.string(),
  /** At most 12 characters for the 提示 column, may hold {expr}. */
  fact: z.string(),
  /** What to do. */
  todo: z.string(),
  /** Half-sentences offered for the explanation of a 核实性 finding; ____ is a gap. */
  hints: z.array(z.string()).default([]),
  examples: z.strictObject({ breaks: z.array(exampleSchema).min(1), sound: z.array(exampleSchema).min(1) }),
})

/** Last year's item → this year's (product.md, prior year). */
export const carrySchema = z.strictObject({
  from: z.string(),
  renamed: z.array(z.strictObject({ old: key, now: key })),
  split: z.array(z.strictObject({ old: key, now: z.array(key).min(2), note: z.string() })),
  dropped: z.array(z.strictObject({ old: key, note: z.string() })),
})
const codeTable = z.array(z.looseObject({ code: z.string(), name: z.string() }))
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d{4}$/),
  version: z.string().regex(/^\d+\.\d+$/),
  title: z.string(),
  year: z.int(),
  periodEnd: z.iso.date(),
  dates: z.strictObject({ issued: z.iso.date(), deadline: z.iso.date(), revised: z.iso.date(), final: z.iso.date() }),
  /** Header marks; demo packs say 「示例」 in each. */
  marks: z.strictObject({ prefix: z.string(), maker: z.string(), approver: z.string(), approvalNo: z.string(), validUntil: z.string() }),
  legalNote: z.string(),
  sample: z.boolean(),
  localExt: z.boolean(),
  forms: z.array(formSchema),
  signoff: z.array(itemSchema),
  codes: z.record(z.string(), codeTable),
  themeOptions: z.record(z.string(), z.array(z.string())),
  themeDefault: z.record(z.string(), z.string()),
  regions: z.array(z.tuple([z.string(), z.string(), z.enum(['now', 'old'])])),
  industries: z.array(z.tuple([z.string(), z.string()])),
  rules: z.array(ruleSchema),
  carry: z.array(carrySchema),
  /** Consolidated tables (D15). */
  tables: z.array(tableSpecSchema),
  /** Ratios that hold a unit beside others of its size and main domain. */
  ratios: ratiosSchema.default({ ...noRatios, list: [] }),
  /** Monitoring: indicators, lamps, rules of warnings. */
  watch: watchSchema.default({ ...noWatch, rules: [] }),
  /** The template of the bulletin. */
  bulletin: bulletinSchema.nullable().default(null),
  /** Names of the figures from outside that the tables ask for. */
  inputs: z.array(inputSpecSchema),
  boilerplate: z.array(z.string()),
})
export type Item = z.infer<typeof itemSchema>
export type Balance = z.infer<typeof balance>
export type Group = z.infer<typeof groupSchema>
export type Table = z.infer<typeof tableSchema>
export type Form = z.infer<typeof formSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Example = z.infer<typeof exampleSchema>
export type Change = z.infer<typeof changeSchema>
export type Carry = z.infer<typeof carrySchema>
/** One survey year's definition, assembled from the files of its folder. */
export type Pack = z.infer<typeof packSchema>
/** A pack and what identifies its files (D2). */
export interface LoadedPack { readonly pack: Pack; readonly digest: string }
