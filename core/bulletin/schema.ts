import { z } from 'zod'

const id = z.string().regex(/^[a-z][a-z0-9-]*$/)
const table = z.string().regex(/^T\d{2}[A-Z]?(:[a-z]+)?$/)
const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['title', 'heading', 'text']), id, text: z.string().min(1) }),
  /** Columns of a consolidated table; `rows` left out: all. `top` keeps the highest of a column. */
  z.strictObject({ kind: z.literal('table'), id, text: z.string(), table, columns: z.array(z.string()).min(1), rows: z.array(z.string()).optional(), top: z.strictObject({ column: z.string(), count: z.int().positive() }).optional() }),
  z.strictObject({ kind: z.literal('chart'), id, text: z.string(), chart: z.enum(['bar', 'line', 'pie']), table, column: z.string(), rows: z.array(z.string()).optional(), top: z.strictObject({ column: z.string(), count: z.int().positive() }).optional() }),
  /** Warnings of monitoring of these kinds, one line each. */
  z.strictObject({ kind: z.literal('warnings'), id, text: z.string(), of: z.array(z.string()).min(1), most: z.int().positive(), none: z.string() }),
])
/**
 * The template of the bulletin (信息通报), pack data. Words may hold:
 *   {year} {region} {bureau} {cutoff}
 *   {expression:decimals}                a figure of the consolidated tables' language, with separators
 *   {expression:decimals|rise|fall|same} the words for above, below and exactly zero as rounded; # in them is the size without its sign
 *   [[ … ]]                              left out when a figure inside has no value
 */
export const bulletinSchema = z.strictObject({ blocks: z.array(blockSchema).min(1) })
export type BulletinTemplate = z.infer<typeof bulletinSchema>
export type TemplateBlock = BulletinTemplate['blocks'][number]
