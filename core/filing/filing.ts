/** A row of a repeating table. `id` is a per-table serial, never reused (D8). */
export interface Row { readonly id: number; readonly cells: Readonly<Record<string, string>> }

/**
 * A unit's answers: the typed text of every entered cell, by item key; absent or white space = blank.
 * Sign-off fields stand among `values`. Computed items are never stored here.
 */
export interface FilingData {
  readonly values: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

/** Where last year's figures come from (D7). */
export type PriorOrigin = 'own' | `workbook:${string}` | 'typed' | 'none'

/** Last year's filing, already carried to this year's keys, computed items included. */
export interface Prior { readonly origin: PriorOrigin; readonly year: number; readonly data: FilingData }

/** A cell of a filing; `row` is a row id, null for an item that stands once. */
export interface CellRef { readonly form: string; readonly item: string; readonly row: number | null }

/** An explanation of one 核实性 finding; `row` and `item` as in the finding. */
export interface Explanation { readonly rule: string; readonly row: number | null; readonly item: string | null; readonly text: string }

export type FilingState = 'draft' | 'sealed' | 'returned' | 'reopened' | 'accepted'
