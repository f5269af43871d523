import type { FilingChange, FilingView } from '../../core/contract.ts'
import type { FilingData, Row } from '../../core/filing/filing.ts'

const sameCells = (a: Row['cells'], b: Row['cells']): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

const keepRows = (old: readonly Row[], now: readonly Row[]): readonly Row[] => {
  const known = new Map(old.map((row) => [row.id, row]))
  return now.map((row) => {
    const before = known.get(row.id)
    return before && sameCells(before.cells, row.cells) ? before : row
  })
}

/** New tables in which every unchanged row is the old object, so that only changed rows are drawn again. */
export const keepTables = (old: FilingData['tables'], now: FilingData['tables']): FilingData['tables'] =>
  Object.fromEntries(Object.entries({ ...old, ...now }).map(([table, rows]) => [table, keepRows(old[table] ?? [], rows)]))

/** The view after a committed change, whose `values` and `tables` hold only what it touched. */
export const mergeChange = (view: FilingView, change: FilingChange): FilingView => ({
  ...view,
  savedAt: change.savedAt,
  data: { values: { ...view.data.values, ...change.values }, tables: keepTables(view.data.tables, change.tables) },
  computed: change.computed,
  forms: change.forms,
  findings: change.findings,
  inactive: change.inactive,
  notes: change.notes ?? view.notes,
  prior: change.prior === undefined ? view.prior : change.prior,
  undo: change.undo,
  redo: change.redo,
})
