import { z } from 'zod'

/**
 * A consolidated table as pack data (D15). Every cell is an expression over the base set U of the scope:
 * latest counting submission of each unit in the region and year, without op_status "6" (forms.md 5).
 *
 * The grammar is the rule language's (forms.md 1.8). Aggregates, conditions evaluated per unit or, after a column, per row:
 *   count(U) count(U: c)          units
 *   sum(item) sum(item: c)        a scalar over units; sum(column: c) a column over rows of all units (c may name the unit's items too).
 *                                 Instead of one item a sum of items, each perhaps times a number: sum(std_intl+std_nat); a blank in it counts as 0
 *   rows(table) rows(table: c)    rows
 *   distinct(item: c)             different non-blank texts
 *   any(table: c) inside c        the unit has such a row; c may name the unit's items too
 *   count(R: c) sum(R.name: c)    over the register and its reporting facts instead of U (T19), names in core/consolidate/reporting.ts
 * Inside a condition: items, columns, texts, numbers, period_end, = != < <= > >=, in {…}, between, and, or, not, + - * (no quotient),
 * substr(s,i,j), blank(x), any(table: c), rows(table: c) as a number. Months and dates compare as ISO texts.
 * Outside aggregates: + - * /, numbers, comparisons for pick and checks, and
 *   prev(x) at(-n, x)             the same in the year before, n years before
 *   same(x)                       only over units that count in the year where it stands and in the year before: same(x)/same(prev(x))-1
 *   total(x)                      without the row's own condition (the column's and the switch's stay)
 *   cell("row", "column")         another cell of this table
 *   upper("key")  manual("key")   the regulator's inputs of the scope's year (of the year before inside prev); base("key", 2022) target("key", 2027)
 *   theme("01", 2027)             with the year written out. Names and units of all of them: the pack's inputs.json
 *   days()                        calendar days of the year
 *   round(x, n)  abs(x)  root(x, n) the nth root, to 20 places  median(x, y, …)
 *   first(x, y, …)  plus(x, y, …) the first that has a value; the sum of those that have one (none where none has)
 *   pick(c, x, y)                 x where the condition over figures is true, else y
 *   chosen("switch", "option")    whether the switch stands so
 * A blank counts as false in a condition and as 0 in a sum; a quotient by 0 and a missing input give no value, printed as the table's `none`;
 * so does everything of a year for which the ledger has no counting submission at all.
 * Before parsing, `$name` is replaced by the row's `with` (whose texts may hold $code and the other fields of an `each`), $row by the row's key, and {year}, {year-1}, {year+1} … by the year; so "{year+1}-03-31" is a date.
 * A unit's condition in `where` of a row, column or switch is added to every aggregate of the cell; one that names a column of a repeating
 * table only fits aggregates over that table's rows.
 */
const expression = z.string().min(1)
const key = z.string().regex(/^[a-z][a-z0-9_]*$/)

const figure = {
  /** Decimals shown; values are rounded only here. */
  decimals: z.int().min(0).max(6).optional(),
  /** Printed after the figure, e.g. %. */
  suffix: z.string().optional(),
  /** Zeros at the end of the decimals left out: 10, not 10.0000. */
  trim: z.boolean().optional(),
  /** With thousands separators; paper layouts have none. */
  grouped: z.boolean().optional(),
  /** Always with + or −. */
  signed: z.boolean().optional(),
  /** Whether the public edition may have to hide it (money, staff, reports, equipment). */
  sensitive: z.boolean().optional(),
}
/** An expression; null prints the table's `none`; `text` prints as it stands. */
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
  /** Words printed instead of figures: {"2": "正常", "1": "偏慢"}. */
  words: z.record(z.string(), z.string()).optional(),
  /** Whether rows with `sumOf` add up here; when left out, where the cells are plain sums or counts. */
  additive: z.boolean().optional(),
  ...figure,
})
const rowShape = {
  key,
  /** One label a stub column; equal neighbours of a column merge. May hold $name and {year}. */
  labels: z.array(z.string()).min(1),
  /** The corrected labels (校正标签) where they differ. */
  corrected: z.array(z.string()).optional(),
  indent: z.int().min(0).max(4).optional(),
  kind: z.enum(['data', 'subtotal', 'total', 'memo', 'head']).default('data'),
  where: expression.optional(),
  with: z.record(z.string(), z.string()).default({}),
  /** Cells of this row that differ from their column's expression; null prints the table's `none`. */
  cells: z.record(key, cellSchema).default({}),
  /** Keys of the rows that add up to this one in additive columns. */
  sumOf: z.array(key).optional(),
  /** The row that the rows of one `each` add up to in additive columns, told from their side; may hold $code and, in a region, $city and $province. */
  into: z.string().optional(),
  /** Only under this choice of a switch, e.g. scope=all. */
  only: z.string().optional(),
  ...figure,
}
const eachSchema = z.strictObject({
  /**
   * One row a code: `codes:E4`, `enum:own_group`, or places in scope that have units: `regions` (the level below the scope),
   * `regions:2` provinces, `regions:4` cities, `regions:6` counties.
   */
  each: z.string().regex(/^(codes:\w+|enum:\w+|regions(:[246])?)$/),
  /**
   * The code is $code, the name $name; in a region also $len (digits), $city and $province (its first 4 and 2 digits). Of a code table its other fields too ($kind, $theme);
   * a list of texts becomes a set: $regions is {"11","12"}. The row's key holds $code, e.g. d$code.
   */
  row: z.strictObject({ ...rowShape, key: z.string() }),
  only: z.array(z.string()).optional(),
  /** Orders these rows by a column, largest first, under a choice of a switch, e.g. order=revenue; without a figure last. */
  sort: z.array(z.strictObject({ only: z.string(), column: key })).default([]),
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
  /** Columns that add up to another in rows of plain sums and counts, so that hidden cells cannot be derived and totals reconcile. */
  sums: z.array(z.strictObject({ total: key, parts: z.array(key).min(2) })).default([]),
  chart: z.strictObject({ kind: z.enum(['bar', 'line', 'pie']), column: key, rows: z.array(key).optional(), title: z.string() }).array().default([]),
})
const inputKind = z.enum(['upper', 'base', 'target', 'theme', 'manual'])
/**
 * Names for people of the inputs that the tables ask for (inputs.json of the pack, a list). The years come from the expressions.
 * With `each` (as in a row) one input a code: key and name hold $code and $name.
 */
export const inputSpecSchema = z.strictObject({ kind: inputKind, key: z.string().min(1), name: z.string(), unit: z.string(), each: z.string().optional() })
export type InputSpec = z.infer<typeof inputSpecSchema>
export type InputKind = z.infer<typeof inputKind>
/** A consolidated table of a pack. */
export type TableSpec = z.infer<typeof tableSpecSchema>
export type SpecRow = z.infer<z.ZodObject<typeof rowShape>>
export type SpecColumn = z.infer<typeof columnSchema>
export type SpecEach = z.infer<typeof eachSchema>
export type SpecCell = z.infer<typeof cellSchema>
