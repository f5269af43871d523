import { z } from 'zod'

/**
 * A consolidated table as pack data (D15). Every cell is an expression over the base set U of the scope:
 * latest counting submission of each unit in the region and year, without op_status "6" (forms.md 5).
 *
 * The grammar is the rule language's (forms.md 1.8). Aggregates, conditions evaluated per unit or, after a column, per row:
 *   count(U) count(U: c)          units
 *   sum(item) sum(item: c)        a scalar over units; sum(column: c) a column over rows (c may name the unit's items too)
 *   rows(table: c)                rows
 *   distinct(item: c)             different non-blank texts
 *   any(table: c) inside c        the unit has such a row
 *   count(R: c) sum(R.name: c)    over the register and its reporting facts instead of U (T19), names in core/consolidate/reporting.ts
 * Outside aggregates: + − × ÷, numbers, and
 *   prev(x) at(-n, x)             the same in the year before, n years before
 *   same(x)                       only over units that count in this year and in the year before
 *   total(x)                      without the row's own condition
 *   cell("row", "column")         another cell of this table
 *   upper("key") base("key", 2022) target("key", 2027) theme("01") manual("key")    the regulator's inputs with source and date
 *   days()                        calendar days of the year
 *   round(x, n)
 * A blank counts as false in a condition and as 0 in a sum; a quotient by 0 and a missing input give no value, printed as the table's `none`.
 * `$name` is replaced by the row's `with` before parsing.
 */
const expression = z.string().min(1)
const key = z.string().regex(/^[a-z][a-z0-9_]*$/)

const figure = {
  /** Decimals shown; values are rounded only here. */
  decimals: z.int().min(0).max(6).optional(),
  /** Printed after the figure, e.g. %. */
  suffix: z.string().optional(),
  /** With thousands separators; paper layouts have none. */
  grouped: z.boolean().optional(),
  /** Always with + or −. */
  signed: z.boolean().optional(),
  /** Whether the public edition may have to hide it (money, staff, reports, equipment). */
  sensitive: z.boolean().optional(),
}
const cellSchema = z.union([z.null(), z.string(), z.strictObject({ e: expression.optional(), text: z.string().optional(), where: expression.optional(), ...figure })])

const columnSchema = z.strictObject({
  key,
  /** May hold {year}, {year-1} … */
  label: z.string(),
  /** A heading above this and the neighbours that share it. */
  group: z.string().optional(),
  /** Absent: the row or `cells` gives it. */
  e: expression.optional(),
  where: expression.optional(),
  /** Only under this choice of a switch, e.g. labels=corrected. */
  only: z.string().optional(),
  ...figure,
})
const rowShape = {
  key,
  /** One label a stub column; equal neighbours of a column merge. May hold $name and {year}. */
  labels: z.array(z.string()).min(1),
  /** The corrected labels (校正标签) where they differ. */
  corrected: z.array(z.string()).optional(),
  indent: z.int().min(0).max(3).optional(),
  kind: z.enum(['data', 'subtotal', 'total', 'memo', 'head']).default('data'),
  where: expression.optional(),
  with: z.record(z.string(), z.string()).default({}),
  /** Cells of this row that differ from their column's expression; null prints the table's `none`. */
  cells: z.record(key, cellSchema).default({}),
  /** Keys of the rows that add up to this one in additive columns. */
  sumOf: z.array(key).optional(),
  ...figure,
}
const eachSchema = z.strictObject({
  /** One row a code: `codes:E4`, `enum:own_group`, or `regions` for the places in scope. */
  each: z.string(),
  /** The code is $code, the name $name; in a region also $len (digits). */
  row: z.strictObject({ ...rowShape, key: z.string() }),
  only: z.array(z.string()).optional(),
})
const switchSchema = z.strictObject({
  key, label: z.string(),
  options: z.array(z.strictObject({ key, label: z.string(), where: expression.optional() })).min(2),
  default: key,
})
const checkSchema = z.strictObject({
  /** A condition over cell(), warned about when it is false. */
  ok: expression,
  /** The cell to point at. */
  row: key, column: key,
  /** The sentence, may hold {expr:decimals}. */
  text: z.string(),
})
export const tableSpecSchema = z.strictObject({
  /** T01 … T20, a variant as T03S or T02:monitor. */
  id: z.string().regex(/^T\d{2}[A-Z]?(:[a-z]+)?$/),
  /** The name in lists. */
  short: z.string(),
  /** The printed title; may hold {year} and {region}. */
  title: z.string(),
  /** 单位 and 口径 of the caption. */
  unit: z.string(), scope: z.string(),
  /** `paper`: as the seed prints it, rules and no separators; `grid`: the house's table. */
  layout: z.enum(['paper', 'grid']),
  /** Heads of the stub columns. */
  stub: z.array(z.string()).min(1),
  /** Head cells above the stub and columns where they are not just the labels; a head may span. */
  head: z.array(z.array(z.strictObject({ text: z.string(), colspan: z.int().min(1).optional(), rowspan: z.int().min(1).optional() }))).optional(),
  /** Rows whose first stub cell is one merged cell holding all their labels, as in T01. */
  merged: z.array(z.array(key)).default([]),
  none: z.string().default('—'),
  switches: z.array(switchSchema).default([]),
  columns: z.array(columnSchema).min(1),
  rows: z.array(z.union([z.strictObject(rowShape), eachSchema])).min(1),
  /** Lines below, may hold {expr:decimals}. */
  notes: z.array(z.string()).default([]),
  checks: z.array(checkSchema).default([]),
  /** Row or column pairs for which the figures add up, so that hidden cells cannot be derived and totals reconcile. */
  chart: z.strictObject({ kind: z.enum(['bar', 'line', 'pie']), column: key, rows: z.array(key).optional(), title: z.string() }).array().default([]),
})
/** A consolidated table of a pack. */
export type TableSpec = z.infer<typeof tableSpecSchema>
export type SpecRow = z.infer<z.ZodObject<typeof rowShape>>
export type SpecColumn = z.infer<typeof columnSchema>
