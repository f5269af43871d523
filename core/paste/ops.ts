import { writes } from './planPaste.ts'
import type { PastePlan, PlanCell } from './plan.ts'

/** What `filing.apply` needs of a plan. */
export interface PasteOps { readonly cells: { readonly item: string; readonly row: number | null; readonly text: string }[]; readonly rows: { readonly table: string; readonly cells: Record<string, string> }[] }
/** Choices by place `r:c`: another text to write, or null for a cell that is not written. */
export type PasteChoices = Readonly<Record<string, string | null>>

/** The place of a cell as choices name it. */
export const placeOf = (cell: Pick<PlanCell, 'r' | 'c'>): string => `${cell.r}:${cell.c}`

/** Cells and new rows for `filing.apply`, in the order of the copy; a new row without any text is left out. */
export function opsOf(plan: PastePlan, choices: PasteChoices = {}): PasteOps {
  const ops: PasteOps = { cells: [], rows: [] }
  const rows = new Map<number, Record<string, string>>()
  for (const cell of plan.cells) {
    const chosen = choices[placeOf(cell)]
    const text = chosen === undefined ? (writes(cell) ? cell.now : null) : chosen
    if (cell.item === null || text === null || cell.verdict === 'waiting') continue
    if (cell.added === null) { ops.cells.push({ item: cell.item, row: cell.row, text }); continue }
    const row = rows.get(cell.added) ?? {}
    if (text.trim() !== '') row[cell.item] = text
    rows.set(cell.added, row)
  }
  for (const [, cells] of [...rows].sort(([a], [b]) => a - b)) if (plan.table !== null && Object.keys(cells).length > 0) ops.rows.push({ table: plan.table, cells })
  return ops
}
