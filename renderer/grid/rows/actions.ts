import type { Row } from '../../../core/filing/filing.ts'
import type { Pack, Table } from '../../../core/pack/schema.ts'
import { cellId, cellOf } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { focusCell } from '../GridContext.ts'
import { selectedCells, useSelection } from '../select/selection.ts'

const rowsNow = (table: Table): readonly Row[] => useFiling.getState().view?.data.tables[table.key] ?? []

const serial = (table: Table): Record<string, string> => {
  const column = table.columns.find((c) => c.key === table.rowKey)
  if (column?.type !== 'integer') return {}
  const used = rowsNow(table).map((row) => Number(row.cells[table.rowKey] ?? 0) || 0)
  return { [table.rowKey]: String(Math.max(0, ...used) + 1) }
}

const want = (form: string, table: Table, row: number, item?: string): void => {
  const first = table.columns.find((c) => c.required !== 'computed' && !(c.key === table.rowKey && c.type === 'integer')) ?? table.columns[0]
  const key = item ?? first?.key
  if (key) useFocus.getState().want({ form, item: key, row })
}

/** Adds a row after another (at the end for undefined) and puts the caret into it. */
export const addRow = async (form: string, table: Table, after?: number | null, cells: Readonly<Record<string, string>> = {}): Promise<void> => {
  const last = rowsNow(table).at(-1)?.id ?? null
  const row = await useFiling.getState().row({ op: 'add', table: table.key, after: after === undefined ? last : after, cells: { ...serial(table), ...cells } })
  if (row !== null) want(form, table, row)
}

/** Copies a row below itself, without its key. */
export const copyRow = (form: string, table: Table, row: Row): Promise<void> => {
  const { [table.rowKey]: _, ...rest } = row.cells
  return addRow(form, table, row.id, rest)
}

/** Moves a row one place up or down, the caret stays in it. */
export const moveRow = async (table: Table, row: number, by: 1 | -1): Promise<void> => {
  const rows = rowsNow(table)
  const at = rows.findIndex((r) => r.id === row)
  const to = at + by
  if (at < 0 || to < 0 || to >= rows.length) return
  const after = by === 1 ? rows[to]?.id : rows[to - 1]?.id
  await useFiling.getState().row({ op: 'move', table: table.key, row, after: after ?? null })
}

/** The selected rows of the table that the row is among, else the row alone. */
export const rowsWith = (table: Table, row: Row): readonly Row[] => {
  const ids = new Set((selectedCells() ?? []).map((cells) => cellOf(cells[0] ?? '').row))
  const selected = useSelection.getState().surface?.table === table.key && ids.has(row.id)
  return selected ? rowsNow(table).filter((r) => ids.has(r.id)) : [row]
}

/** Removes rows as one step; when the file had taken it, so that it can be put back as long as nothing came after. */
export const deleteRows = async (form: string, table: Table, gone: readonly Row[]): Promise<{ readonly count: number; readonly at: string | null }> => {
  const rows = rowsNow(table)
  const ids = new Set(gone.map((r) => r.id))
  const first = rows.findIndex((r) => ids.has(r.id))
  const last = rows.findLastIndex((r) => ids.has(r.id))
  await useFiling.getState().row({ op: 'delete', table: table.key, rows: [...ids] })
  const neighbour = rows[last + 1] ?? rows[first - 1]
  if (neighbour) want(form, table, neighbour.id)
  return { count: ids.size, at: useFiling.getState().view?.savedAt ?? null }
}

const suggested = (pack: Pack, from: { readonly table: string; readonly field: string }, code: string): string | null => {
  if (from.field === 'theme') return pack.themeDefault[code] ?? null
  const value = pack.codes[from.table]?.find((c) => c.code === code)?.[from.field]
  return typeof value === 'string' ? value : null
}

/** Cells of the same row that follow from a typed one and are still blank, e.g. the usual theme of a domain. */
export const following = (pack: Pack, table: Table, id: string, text: string): readonly { item: string; row: number | null; text: string }[] => {
  const { item, row } = cellOf(id)
  const cells = rowsNow(table).find((r) => r.id === row)?.cells
  return table.columns.flatMap((column) => {
    if (column.suggest?.from !== item || (cells?.[column.key] ?? '') !== '') return []
    const value = suggested(pack, column.suggest, text)
    return value === null ? [] : [{ item: column.key, row, text: value }]
  })
}

/** Puts the caret into a cell that may not be drawn yet. */
export const reach = (form: string, id: string): void => {
  const { item, row } = cellOf(id)
  if (!focusCell(cellId(item, row))) useFocus.getState().want({ form, item, row })
}
