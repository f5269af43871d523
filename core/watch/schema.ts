import { z } from 'zod'

const id = z.string().regex(/^[A-Z]\d{2}$/)
const key = z.string().regex(/^[a-z][a-z0-9_]*$/)
const percent = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/)
const table = z.string().regex(/^T\d{2}[A-Z]?(:[a-z]+)?$/)
const said = { id, title: z.string().min(1) }

/** One rule of monitoring (监测预警), pack data. Percentages are decimal texts. */
const watchRuleSchema = z.discriminatedUnion('kind', [
  /** An item of a unit against its own last year's; `least`: in the item's unit, below which both years are left alone; `explainedBy`: the audit rule whose explanation answers it. */
  z.strictObject({ ...said, kind: z.literal('jump'), item: key, up: percent, down: percent, least: percent, explainedBy: z.string().optional() }),
  /** Ratios outside the usual range of the unit's class: the pack's ratios. */
  z.strictObject({ ...said, kind: z.literal('outlier') }),
  /** The largest `top` units hold more than `share` percent of an item; `least` units in all. */
  z.strictObject({ ...said, kind: z.literal('concentration'), item: key, top: z.int().positive(), share: percent, least: z.int().positive() }),
  /** A certificate that expires within so many months. */
  z.strictObject({ ...said, kind: z.literal('certificate'), table: key, until: key, number: key, status: key, valid: z.string(), months: z.int().positive() }),
  z.strictObject({ ...said, kind: z.literal('late') }),
  /** Lamps that are behind. */
  z.strictObject({ ...said, kind: z.literal('target') }),
  /** Checks of these consolidated tables that do not hold. */
  z.strictObject({ ...said, kind: z.literal('share'), tables: z.array(table).min(1) }),
])
const indicatorsSchema = z.strictObject({
  /** Rows of this table are the indicators; of three labels the first two are the levels above. */
  table,
  /** Columns that hold a year's figure: a fixed year, or so many years from the scope's. */
  points: z.array(z.strictObject({ column: key, year: z.int().optional(), offset: z.int().optional(), kind: z.enum(['input', 'computed', 'target']) })).min(1),
  actual: key, target: key,
  /** The column of the base year; `zero`: the path starts from nothing. */
  base: key,
  /** Rows that are no indicators. */
  except: z.array(key).default([]),
})
export const watchSchema = z.strictObject({
  indicators: indicatorsSchema, themes: indicatorsSchema,
  baseYear: z.int(), targetYear: z.int(),
  /** 偏慢: at least this part of the progress that is due; less is 滞后. */
  slow: z.strictObject({ of: z.int().positive(), by: z.int().positive() }),
  rules: z.array(watchRuleSchema),
})
export type Watch = z.infer<typeof watchSchema>
export type WatchRule = Watch['rules'][number]
const none = { table: 'T00', points: [], actual: 'none', target: 'none', base: 'zero', except: [] }
/** A pack without monitoring. */
export const noWatch = { indicators: none, themes: none, baseYear: 0, targetYear: 1, slow: { of: 1, by: 2 }, rules: [] } satisfies Watch
