import type { IntakeDetail } from '../contract/regulator/intake.ts'

/**
 * Where what a file claims differs from what was computed again. `computed`: `what` is the item, or `pack`, `unit`, `year`.
 * `finding`: `what` is the rule, with its row and item. `prior`: `what` is an item, with `@row` for a table's, a rule that speaks only
 * with the ledger's figures of last year (D7), or '' where the file carries none.
 */
export type Mismatch = IntakeDetail['mismatches'][number]
