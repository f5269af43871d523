import type { Row } from '../../../core/filing/filing.ts'
import type { Pack, Table } from '../../../core/pack/schema.ts'
import { cellId, cellOf } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { focusCell } from '../GridContext.ts'

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

/** Removes a row; gives what is needed to put it back. */
export const deleteRow = async (form: string, table: Table, row: Row): Promise<{ readonly row: Row; readonly after: number | null }> => {
  const rows = rowsNow(table)
  const at = rows.findIndex((r) => r.id === row.id)
  await useFiling.getState().row({ op: 'delete', table: table.key, row: row.id })
  const neighbour = rows[at + 1] ?? rows[at - 1]
  if (neighbour) want(form, table, neighbour.id)
  return { row, after: rows[at - 1]?.id ?? null }
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
