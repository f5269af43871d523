import { z } from 'zod'

const id = z.string().regex(/^[A-Z]\d{2}$/)
const key = z.string().regex(/^[a-z][a-z0-9_]*$/)
const percent = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/)
const table = z.string().regex(/^T\d{2}[A-Z]?(:[a-z]+)?$/)
const said = { id, title: z.string().min(1) }

/** One rule of monitoring (监测预警), pack data. Percentages are decimal texts. */
const watchRuleSchema = z.discriminatedUnion('kind', [
  /** An item of a unit against its own last year's; `least`: in the item's unit, below which both years are left alone. */
  z.strictObject({ ...said, kind: z.literal('jump'), item: key, up: percent, down: percent, least: percent }),
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
  /** Rows of this table are the indicators: labels are level 1, level 2 and name. */
  table, column: key,
  /** The kind of the regulator's inputs for past and for target years; their key is the row's. */
  base: z.enum(['base', 'theme']), target: z.enum(['target', 'theme']),
  rows: z.array(key).optional(),
})
export const watchSchema = z.strictObject({
  indicators: indicatorsSchema, themes: indicatorsSchema,
  /** From the base year to the target year, and the years shown before. */
  baseYear: z.int(), targetYear: z.int(), since: z.int(),
  /** 偏慢: at least this part of the progress that is due; less is 滞后. */
  slow: z.strictObject({ of: z.int().positive(), by: z.int().positive() }),
  rules: z.array(watchRuleSchema),
})
export type Watch = z.infer<typeof watchSchema>
export type WatchRule = Watch['rules'][number]
/** A pack without monitoring. */
export const noWatch = { indicators: { table: 'T00', column: 'none', base: 'base', target: 'target' }, themes: { table: 'T00', column: 'none', base: 'theme', target: 'theme' }, baseYear: 0, targetYear: 1, since: 0, slow: { of: 1, by: 2 }, rules: [] } as const satisfies Watch
