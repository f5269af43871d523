import type { CellRef } from '../filing/filing.ts'

export type Severity = 'error' | 'warning'

/** What one rule says about one filing, row or cell. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** Row id of a row rule or of a cell rule in a table; null otherwise. */
  readonly row: number | null
  /** The row's key as typed, for display and for JSON. */
  readonly rowKey: string | null
  /** The cell's item, for cell rules only. */
  readonly item: string | null
  /** Every cell the rule reads here, the one to mark first. */
  readonly cells: readonly CellRef[]
  /** The pack's sentence without values. */
  readonly message: string
  /** Title, sentence with the actual values, short fact, what to do. */
  readonly title: string
  readonly detail: string
  readonly fact: string
  readonly todo: string
  readonly hints: readonly string[]
  /** The text given, null if none. */
  readonly explanation: string | null
  /** Whether the explanation is good enough (length, no boilerplate). */
  readonly explained: boolean
}
