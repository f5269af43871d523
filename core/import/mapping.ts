import { z } from 'zod'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const letters = z.string().regex(/^[A-Z]{1,3}$/)
const name = z.string().max(200)
const unit = z.string().max(20).nullable().default(null)
const rowNumber = z.int().min(0).max(1048576)

/** A column by its letters; where its heading is known too, the heading decides if the column has moved. */
const column = z.strictObject({ column: letters, header: name.nullable().default(null) })
/** What a file calls the codes: 食品 → 01. */
const codes = z.record(z.string().max(100), z.string().max(40)).default({})
/** Only rows whose column holds one of the values. */
const where = z.strictObject({ at: column, values: z.array(name).min(1).max(200) }).nullable().default(null)
/** Where the rows of data are: below the headings (row 0: there are none), to the end unless given. */
const block = { sheet: name, headerRow: rowNumber, lastRow: rowNumber.nullable().default(null) }
const op = z.enum(['count', 'sum', 'distinct'])
/** `match` fills rows of the same key and adds the others, `add` only adds, `replace` takes the present rows out first. */
const mode = z.enum(['match', 'add', 'replace']).default('match')

const part = z.discriminatedUnion('kind', [
  /** One cell is one item. */
  z.strictObject({ kind: z.literal('cell'), sheet: name, cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), item: key, unit, codes }),
  /** The rows whose key column holds one of the keys, their value column added up, are one item: accounts of a balance. */
  z.strictObject({ kind: z.literal('lookup'), ...block, keyAt: column, keys: z.array(name).min(1).max(100), valueAt: column, item: key, unit, codes }),
  /** A count or sum over the rows of a list is one item. */
  z.strictObject({ kind: z.literal('tally'), ...block, op, of: column.nullable().default(null), where, item: key, unit }),
  /** Each row is a row of a repeating table. */
  z.strictObject({ kind: z.literal('table'), ...block, table: key, mode, columns: z.array(z.strictObject({ at: column, item: key, unit, codes })).min(1).max(60) }),
  /** The rows, grouped by a column, are the rows of a repeating table: reports by domain. */
  z.strictObject({
    kind: z.literal('group'), ...block, table: key, mode, where,
    by: z.strictObject({ at: column, item: key, codes }),
    measures: z.array(z.strictObject({ op, of: column.nullable().default(null), item: key, unit })).min(1).max(20),
  }),
])
/** How the cells of a foreign file become cells of a filing. */
export const mappingSchema = z.strictObject({ format: z.literal(1), parts: z.array(part).min(1).max(500) })
export type Mapping = z.infer<typeof mappingSchema>
export type Part = Mapping['parts'][number]
export type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>
export type ColumnRef = z.infer<typeof column>
/** What may be given of a mapping: defaults may be left out. */
export type MappingInput = z.input<typeof mappingSchema>
