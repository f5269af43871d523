import { problem, type Problem } from '../problem.ts'
import { columnName } from '../submission/sheet.ts'
import type { ColumnRef } from './mapping.ts'
import { columnAt, isTotalRow, type ForeignSheet, type SheetRow } from './sheet.ts'

/** The rows of data of a sheet and where its columns are now. */
export interface Block {
  readonly sheet: ForeignSheet
  readonly rows: readonly SheetRow[]
  readonly totals: readonly SheetRow[]
  readonly at: (ref: ColumnRef) => number
  /** What a list of columns lacks. */
  readonly missing: readonly Problem[]
}
/** How a mapping names its rows of data. */
export interface BlockRef { readonly sheet: string; readonly headerRow: number; readonly lastRow: number | null }

/** The sheet of a name; a file with a single sheet (a CSV always) may be called anything. */
export function sheetOf(sheets: readonly ForeignSheet[], name: string): ForeignSheet | Problem {
  const plain = (text: string): string => text.trim().toLowerCase()
  const found = sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => plain(sheet.name) === plain(name)) ?? (sheets.length === 1 ? sheets[0] : undefined)
  return found ?? problem('import-sheet-missing', { sheet: name, found: sheets.map((sheet) => sheet.name).slice(0, 10).join('、') })
}

/** A heading as it is compared: without spaces and line breaks. */
export const headingOf = (text: string): string => text.replace(/\s/g, '')

/** Finds the rows of data; headings that have moved to another row or column are found again. */
export function blockOf(sheet: ForeignSheet, ref: BlockRef, columns: readonly ColumnRef[]): Block {
  const wanted = columns.flatMap((column) => (column.header === null || headingOf(column.header) === '' ? [] : [headingOf(column.header)]))
  const headerRow = headingRow(sheet, ref.headerRow, wanted)
  const heading = sheet.rows.find((row) => row.row === headerRow)
  const last = ref.lastRow === null ? Infinity : ref.lastRow + headerRow - ref.headerRow
  const below = sheet.rows.filter((row) => row.row > headerRow && row.row <= last)
  const at = (column: ColumnRef): number => columnIn(heading, column)
  return {
    sheet, at, rows: below.filter((row) => !isTotalRow(row)), totals: below.filter(isTotalRow),
    missing: columns.filter((column) => at(column) < 0).map((column) => problem('import-column-missing', { sheet: sheet.name, column: column.header ?? column.column })),
  }
}

const headings = (row: SheetRow): ReadonlySet<string> => new Set([...row.cells.values()].map((cell) => headingOf(cell.text)))

function headingRow(sheet: ForeignSheet, given: number, wanted: readonly string[]): number {
  const has = (row: SheetRow | undefined): boolean => row !== undefined && wanted.every((text) => headings(row).has(text))
  if (wanted.length === 0 || has(sheet.rows.find((row) => row.row === given))) return given
  return sheet.rows.slice(0, 60).find(has)?.row ?? given
}

/** The given column if its heading is right, else the only one of that heading; −1 when there is none or more than one. */
function columnIn(heading: SheetRow | undefined, { column, header }: ColumnRef): number {
  const given = columnAt(column)
  if (header === null || headingOf(header) === '') return given
  const same = [...(heading?.cells ?? [])].filter(([, cell]) => headingOf(cell.text) === headingOf(header)).map(([c]) => c)
  return same.includes(given) ? given : same.length === 1 ? (same[0] ?? -1) : -1
}

/** A cell's reference in a sheet. */
export const refAt = (row: number, column: number): string => `${columnName(column)}${row}`

/** The cells of a column from the first to the last of some rows. */
export function rangeOf(rows: readonly SheetRow[], column: number): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || column < 0) return ''
  return first === last ? refAt(first.row, column) : `${refAt(first.row, column)}:${refAt(last.row, column)}`
}
