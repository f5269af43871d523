import type { Entry, PackIndex } from '../pack/lookup.ts'
import type { Node } from './ast.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import type { Scalar, Type, Value } from './value.ts'

/** The cell a cell rule looks at. */
export interface CellAt { readonly entry: Entry; readonly row: SheetRow | null; readonly typed: string | undefined; readonly value: Scalar | null }

/** What a formula sees while it runs. */
export interface Scope {
  readonly sheet: Sheet
  readonly prior: Sheet | null
  readonly today: string
  /** Row of a row rule. */
  row: SheetRow | null
  /** Row of the aggregate whose condition runs. */
  inner: SheetRow | null
  cell: CellAt | null
  /** Requirement of every entry by its order. */
  readonly required: readonly Requirement[]
  /** Results of aggregates that do not depend on the row, with the epoch they belong to. */
  readonly memo: Value[]
  readonly memoEpoch: number[]
  epoch: number
  /** Rows an aggregate may still visit in this rule. */
  steps: number
  /** 核实性 findings without an explanation of n characters; for meta rules. */
  unexplained: (n: number) => number
}

/** Whether a cell must be filled: always, never, or by a condition. */
export type Requirement = boolean | Run
/** A compiled formula. */
export type Run = (s: Scope) => Value

/** A rule visited more rows than it may. */
export class TooManySteps extends Error {}

/** Everything a formula reads, to know what a change touches and which cells a finding names. */
export interface Reads {
  readonly scalars: Set<Entry>
  /** Columns of the row itself. */
  readonly own: Set<Entry>
  /** Columns over rows. */
  readonly across: Set<Entry>
  /** Tables whose rows are counted. */
  readonly tables: Set<number>
  /** Forms asked for by exists or present. */
  readonly exists: Set<number>
  readonly present: Set<number>
  /** Every entered item (same_as_prior and the like). */
  everything: boolean
  prior: boolean
  explanations: boolean
}

/** An empty list of reads. */
export function noReads(): Reads {
  return { scalars: new Set(), own: new Set(), across: new Set(), tables: new Set(), exists: new Set(), present: new Set(), everything: false, prior: false, explanations: false }
}

/** Adds what `from` reads to `into`. */
export function mergeReads(into: Reads, from: Reads): void {
  for (const name of ['scalars', 'own', 'across'] as const) for (const e of from[name]) into[name].add(e)
  for (const name of ['tables', 'exists', 'present'] as const) for (const n of from[name]) into[name].add(n)
  into.everything ||= from.everything
  into.prior ||= from.prior
  into.explanations ||= from.explanations
}

/** A formula after checking: its type, its scale (−1 for a quotient) and how to run it. */
export interface Code {
  readonly type: Type
  readonly scale: number
  readonly run: Run
  /** Set for a literal. */
  readonly literal?: string
  /** Set for an item or column of codes: what it can be. */
  readonly codes?: ReadonlyMap<string, string> | null
}

/** What the checker knows while it goes through one formula. */
export interface Env {
  readonly index: PackIndex
  readonly reads: Reads
  /** Which names are allowed besides items: columns of a row, `this`, the words of a cell template. */
  readonly allow: { readonly row: boolean; readonly cell: boolean; readonly words: boolean }
  /** The table whose rows are tested; null until a bare column is met. */
  table: number | null
  usesCell: boolean
  /** The table of the aggregate being compiled, −1 outside. */
  inner: number
  /** A name outside the aggregate's own table was met that differs by row or cell. */
  outer: boolean
  /** Numbers the memo slots over a whole program. */
  readonly slots: { next: number }
  readonly compile: (node: Node, env: Env) => Code
}
