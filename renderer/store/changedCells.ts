import type { FilingData, Row } from '../../core/filing/filing.ts'

type Cells = Readonly<Record<string, string>>
const none: Cells = {}

const inCells = (a: Cells, b: Cells): number => {
  if (a === b) return 0
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].filter((key) => (a[key] ?? '') !== (b[key] ?? '')).length
}

const inRows = (a: readonly Row[], b: readonly Row[]): number => {
  if (a === b) return 0
  const old = new Map(a.map((row) => [row.id, row.cells]))
  const now = new Set(b.map((row) => row.id))
  const gone = a.filter((row) => !now.has(row.id)).reduce((n, row) => n + inCells(row.cells, none), 0)
  return b.reduce((n, row) => n + inCells(old.get(row.id) ?? none, row.cells), gone)
}

/** In how many cells two states of a filing differ; a row that came or went counts with the cells it has. */
export const changedCells = (a: FilingData, b: FilingData): number => {
  const tables = new Set([...Object.keys(a.tables), ...Object.keys(b.tables)])
  return [...tables].reduce((n, table) => n + inRows(a.tables[table] ?? [], b.tables[table] ?? []), inCells(a.values, b.values))
}
