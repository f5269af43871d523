import type { Problem } from '../problem.ts'

/** One cell that an import would fill, and what becomes of it. */
export interface ImportCell {
  /** Where it comes from: sheet and reference, `F3`, or the cells that were counted or added up, `A2:A90`. */
  readonly sheet: string
  readonly cell: string
  /** What stands there. */
  readonly source: string
  readonly form: string
  readonly item: string
  readonly name: string
  readonly table: string | null
  /** The row it goes to; null for an item that stands once and for a row to be added. */
  readonly row: number | null
  /** Number, from 1, of the row to be added to the table. */
  readonly added: number | null
  readonly rowKey: string | null
  readonly old: string
  readonly now: string
  readonly verdict: 'same' | 'fills' | 'replaces' | 'refused'
  /** Why it is refused. */
  readonly problem: Problem | null
  /** What was done to it: rounded. */
  readonly note: Problem | null
}
/** What is wrong with the file or the mapping as a whole. */
export interface ImportFault { readonly sheet: string; readonly cell: string | null; readonly item: string | null; readonly problem: Problem }
/** A row that is left out on purpose. */
export interface ImportSkip { readonly sheet: string; readonly row: number; readonly text: string; readonly problem: Problem }
/** Everything an import would do; nothing is changed by making it. */
export interface ImportPlan {
  readonly cells: readonly ImportCell[]
  readonly faults: readonly ImportFault[]
  readonly skipped: readonly ImportSkip[]
  /** Rows that a part in the mode `replace` takes out first. */
  readonly removed: readonly { readonly table: string; readonly row: number; readonly rowKey: string | null }[]
}

/** What an import does to a filing, in this order: rows out, cells set, rows added at the end. */
export interface ImportSteps {
  readonly remove: readonly { readonly table: string; readonly row: number }[]
  readonly set: readonly { readonly item: string; readonly row: number | null; readonly text: string }[]
  readonly add: readonly { readonly table: string; readonly cells: Readonly<Record<string, string>> }[]
}

/** The sound cells of a plan as steps. */
export function stepsOf(plan: ImportPlan): ImportSteps {
  const sound = plan.cells.filter((cell) => cell.verdict === 'fills' || cell.verdict === 'replaces')
  const added = new Map<string, { table: string; cells: Record<string, string> }>()
  for (const cell of sound) {
    if (cell.added === null || cell.table === null) continue
    const id = `${cell.table}/${cell.added}`
    const row = added.get(id) ?? { table: cell.table, cells: {} }
    row.cells[cell.item] = cell.now
    added.set(id, row)
  }
  return {
    remove: plan.removed.map(({ table, row }) => ({ table, row })),
    set: sound.filter((cell) => cell.added === null).map(({ item, row, now }) => ({ item, row, text: now })),
    add: [...added.values()],
  }
}

/** How many cells and faults stand in the way. */
export const refusedCount = (plan: ImportPlan): number => plan.faults.length + plan.cells.filter((cell) => cell.verdict === 'refused').length
