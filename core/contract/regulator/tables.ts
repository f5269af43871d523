import { z } from 'zod'

const id = z.string().regex(/^T\d{2}[A-Z]?(:[a-z]+)?$/)
/** What a consolidated table is made over. */
export const tableScope = z.strictObject({
  /** Survey year; the ledger's year when left out. */
  year: z.int().optional(),
  /** A region inside the ledger's, by its leading digits; the whole when left out. */
  region: z.string().regex(/^\d{0,6}$/).optional(),
  /** Accepted submissions, or also those received and not yet accepted; the caption says so (D9). */
  basis: z.enum(['accepted', 'received']).default('accepted'),
  /** Certificate level (资质级别) of `qual_level`, or all. */
  level: z.enum(['all', '1', '2', '3']).default('all'),
  edition: z.enum(['internal', 'public']).default('internal'),
  /** Choices of the table's switches by key. */
  switches: z.record(z.string(), z.string()).default({}),
})
const scoped = { table: id, scope: tableScope }
const kinds = z.enum(['upper', 'base', 'target', 'theme', 'manual'])

/** Arguments of the calls on consolidated tables. */
export const tableRequests = {
  'tables.list': z.strictObject({}),
  'tables.make': z.strictObject(scoped),
  /** The units behind one cell, those left out, and the sum done over again. */
  'tables.lineage': z.strictObject({ ...scoped, row: z.string().max(80), column: z.string().max(60), limit: z.int().min(1).max(100000).default(200) }),
  'tables.export': z.strictObject({ tables: z.array(id).max(60), scope: tableScope, format: z.enum(['xlsx', 'csv', 'data']), folder: z.string().min(1).max(4096) }),
  'tables.inputs': z.strictObject({}),
  'tables.setInput': z.strictObject({ kind: kinds, key: z.string().min(1).max(60), year: z.int().min(1990).max(2100), value: z.string().regex(/^-?\d{1,14}(\.\d{1,6})?$/).nullable(), source: z.string().min(1).max(200), date: z.iso.date(), reason: z.string().max(500).default('') }),
} as const

export interface TableName { readonly id: string; readonly short: string; readonly title: string; readonly switches: readonly { readonly key: string; readonly label: string; readonly default: string; readonly options: readonly { readonly key: string; readonly label: string }[] }[]; readonly charts: number }
/** One figure. `text` is what is printed, `exact` the unrounded value as a decimal (quotients to 12 places), null when there is none. */
export interface TableCell {
  readonly column: string
  readonly text: string
  readonly exact: string | null
  /** The same with imputations and adjustments, where they change it. */
  readonly adjusted: string | null
  /** Hidden in the public edition. */
  readonly hidden: boolean
  /** Whether lineage can open it. */
  readonly opens: boolean
  readonly warned: boolean
}
export interface TableRow { readonly key: string; readonly kind: 'data' | 'subtotal' | 'total' | 'memo' | 'head'; readonly indent: number; readonly labels: readonly string[]; /** Rows each stub cell spans; 0 where the one above covers it. */ readonly spans: readonly number[]; readonly cells: readonly TableCell[] }
export interface Caption { readonly unit: string; readonly scope: string; /** 数据截止时间, local minutes. */ readonly cutoff: string; readonly received: number; readonly due: number; readonly accepted: number; readonly basis: 'accepted' | 'received'; readonly region: string; readonly year: number; readonly adjustments: number }
export interface TableResult {
  readonly id: string
  readonly title: string
  readonly layout: 'paper' | 'grid'
  readonly head: readonly (readonly { readonly text: string; readonly colspan: number; readonly rowspan: number; readonly column: string | null }[])[]
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
  readonly warnings: readonly { readonly row: string; readonly column: string; readonly text: string }[]
  readonly caption: Caption
  readonly charts: readonly { readonly kind: 'bar' | 'line' | 'pie'; readonly title: string; readonly unit: string; readonly names: readonly string[]; readonly series: readonly { readonly name: string; readonly values: readonly (string | null)[] }[] }[]
  readonly edition: 'internal' | 'public'
}
/** A unit's share in one figure. `parts` are its values of the aggregates of the cell, in their order. */
export interface LineageUnit { readonly submission: number; readonly unitId: string; readonly name: string; readonly submitNo: number; readonly state: string; readonly parts: readonly (string | null)[]; /** Percent of the first aggregate, two decimals. */ readonly share: string | null; readonly marks: readonly ('hand-filed' | 'altered' | 'resaved' | 'adjusted' | 'imputed')[] }
export interface Lineage {
  readonly table: string; readonly row: string; readonly column: string
  readonly label: string
  readonly text: string
  /** Unrounded, the rounding that was applied, and whether the slow obvious computation agrees. */
  readonly exact: string | null; readonly rounding: string | null; readonly agrees: boolean
  /** The cell's expression and its aggregates, each with the items it reads in words. */
  readonly expression: string
  readonly aggregates: readonly { readonly source: string; readonly items: readonly { readonly code: string; readonly form: string; readonly name: string }[]; readonly value: string; readonly units: number }[]
  readonly units: readonly LineageUnit[]
  readonly total: number
  readonly left: readonly { readonly unitId: string; readonly name: string; readonly submitNo: number | null; readonly reason: 'superseded' | 'returned' | 'in_review' | 'cancelled' | 'other_region' | 'hand_filed' | 'conflict' | 'duplicate' | 'quarantined' | 'condition' | 'not_received' }[]
  readonly inputs: readonly InputFigure[]
}
/** A total or target that comes from outside the survey. */
export interface InputFigure { readonly kind: z.infer<typeof kinds>; readonly key: string; readonly name: string; readonly year: number; readonly value: string | null; readonly unit: string; readonly source: string; readonly date: string; readonly by: string; readonly at: string }
/** Answers of these calls. */
export interface TableAnswers {
  readonly 'tables.list': readonly TableName[]
  readonly 'tables.make': TableResult
  readonly 'tables.lineage': Lineage
  readonly 'tables.export': { readonly files: readonly string[]; readonly cells: number }
  /** Every input the pack's tables ask for, set or not. */
  readonly 'tables.inputs': readonly InputFigure[]
  readonly 'tables.setInput': readonly InputFigure[]
}
export type TableScope = z.infer<typeof tableScope>
