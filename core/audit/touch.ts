import type { FilingData } from '../filing/filing.ts'
import type { Scope } from '../formula/scope.ts'
import { layRows, ownText, type SheetRow } from '../formula/sheet.ts'
import type { Entry, TableEntry } from '../pack/lookup.ts'
import type { Changes } from './dependents.ts'

/** A cell, or a row that came, went or moved (then `item` is the table's key or one of its columns). */
export interface Touched { readonly item: string; readonly row: number | null }

/** Brings touched cells of a filing into the sheet and says what changed. */
export function takeOver(scope: Scope, data: FilingData, touched: readonly Touched[]): Changes {
  const changes: Changes = { entries: new Map(), tables: new Set(), forms: new Set() }
  const { index } = scope.sheet
  const laid = new Set<number>()
  for (const { item, row } of touched) {
    const entry = index.item(item)
    if (entry && entry.table === null) takeScalar(scope, data, entry, changes)
    const table = index.table(item) ?? (entry?.table ? index.tables[entry.tableAt] : undefined)
    if (!table) continue
    if (!laid.has(table.at) && rowsDiffer(scope, data, table)) {
      relay(scope, data, table, changes)
      laid.add(table.at)
    }
    if (entry?.table && row !== null && !laid.has(table.at)) takeCell(scope, data, { entry, table, row }, changes)
  }
  return changes
}

function takeScalar(scope: Scope, data: FilingData, entry: Entry, changes: Changes): void {
  if (entry.computed) return
  scope.sheet.typed[entry.at] = ownText(data.values, entry.item.key)
  scope.sheet.values[entry.at] = undefined
  changes.entries.set(entry, null)
}

function rowsDiffer(scope: Scope, data: FilingData, table: TableEntry): boolean {
  const now = data.tables[table.table.key] ?? []
  const laid = scope.sheet.rows[table.at] ?? []
  return now.length !== laid.length || now.some((row, i) => row.id !== laid[i]?.id)
}

/** Lays a whole table out again. */
function relay(scope: Scope, data: FilingData, table: TableEntry, changes: Changes): void {
  scope.sheet.rows[table.at] = layRows(scope.sheet.index, table.at, data.tables[table.table.key] ?? [])
  changes.tables.add(table.at)
  for (const entry of table.columns) changes.entries.set(entry, null)
}

function takeCell(scope: Scope, data: FilingData, at: { entry: Entry; table: TableEntry; row: number }, changes: Changes): void {
  const { entry, table } = at
  const i = (scope.sheet.rows[table.at] ?? []).findIndex((r) => r.id === at.row)
  const row = scope.sheet.rows[table.at]?.[i]
  const stored = data.tables[table.table.key]?.[i]
  if (!row || !stored) return
  row.typed[entry.at] = ownText(stored.cells, entry.item.key)
  row.values[entry.at] = undefined
  const rows = changes.entries.get(entry)
  if (rows === undefined) changes.entries.set(entry, new Set([row.id]))
  else rows?.add(row.id)
}

/** The rows of a changed column: those with the ids, or all. */
export function changedRows(scope: Scope, entry: Entry, ids: Set<number> | null): readonly SheetRow[] {
  const rows = scope.sheet.rows[entry.tableAt] ?? []
  return ids === null ? rows : rows.filter((r) => ids.has(r.id))
}
