import { z } from 'zod'

const key = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** Ratios by which a unit is held beside others of its kind, as pack data (`ratios.json`). */
export const ratiosSchema = z.strictObject({
  /** The item that says a unit's size class. */
  size: key,
  /** The table of domains: the row whose `flag` is `is` is the main one, `code` names it. */
  main: z.strictObject({ table: key, flag: key, is: z.string(), code: key }),
  /** A class of fewer units says nothing. */
  fewest: z.int().min(3),
  /** How many robust deviations (0.6745 · distance ÷ MAD) are too many, with at most two decimals. */
  limit: z.string().regex(/^\d+(\.\d{1,2})?$/),
  list: z.array(z.strictObject({
    key, name: z.string().min(1), unit: z.string(),
    of: key, by: key,
    /** What the quotient is multiplied with, e.g. 10000 from 万元 to 元. */
    times: z.int().positive().default(1),
    decimals: z.int().min(0).max(4),
  })),
})
export type Ratios = z.infer<typeof ratiosSchema>
export type RatioSpec = Ratios['list'][number]

/** Nothing is compared. */
export const noRatios = { size: 'none', main: { table: 'none', flag: 'none', is: '', code: 'none' }, fewest: 8, limit: '3.5', list: [] } as const
