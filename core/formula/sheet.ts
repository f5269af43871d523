import { readScaled } from '../amount.ts'
import type { FilingData, Row } from '../filing/filing.ts'
import type { Entry, PackIndex } from '../pack/lookup.ts'
import { isDate, isMonth, lengthOf, type Scalar } from './value.ts'

/** A row while formulas run: typed texts and values by column. */
export interface SheetRow { readonly id: number; at: number; typed: (string | undefined)[]; values: (Scalar | null | undefined)[] }

/** A filing while formulas run. `values` holds undefined where a text was not read yet, null where it is blank. */
export interface Sheet {
  readonly index: PackIndex
  readonly typed: (string | undefined)[]
  readonly values: (Scalar | null | undefined)[]
  /** By form; what does not apply is blank. */
  readonly applies: boolean[]
  readonly rows: SheetRow[][]
}

/** Lays a filing out for formulas; every form applies until told otherwise. */
export function layOut(index: PackIndex, data: FilingData): Sheet {
  const typed = index.scalars.map((e) => (e.computed ? undefined : ownText(data.values, e.item.key)))
  const rows = index.tables.map((t) => layRows(index, t.at, data.tables[t.table.key] ?? []))
  return { index, typed, values: new Array<undefined>(typed.length).fill(undefined), applies: index.forms.map(() => true), rows }
}

/** The typed text of a cell; only own keys count. */
export function ownText(cells: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(cells, key) ? cells[key] : undefined
}

/** Lays the rows of one table out. */
export function layRows(index: PackIndex, table: number, rows: readonly Row[]): SheetRow[] {
  const columns = index.tables[table]?.columns ?? []
  return rows.map((row, at) => ({ id: row.id, at, typed: columns.map((c) => ownText(row.cells, c.item.key)), values: columns.map(() => undefined) }))
}

/** Whether nothing but white space was typed. */
export function isEmpty(text: string | undefined): boolean {
  return text === undefined || text === '' || text.trim() === ''
}

/** The value a text stands for in an item; null when it is blank or does not fit. */
export function valueOf(entry: Entry, text: string | undefined): Scalar | null {
  if (text === undefined || isEmpty(text)) return null
  if (entry.numeric) return readScaled(text, entry.decimals)
  return fits(entry, text) ? text : null
}

/** Whether a text fits an item that is not numeric: in its codes, a real day or month, not too long. */
export function fits(entry: Entry, text: string): boolean {
  if (entry.codes) return entry.codes.has(text)
  switch (entry.item.type) {
    case 'month': return isMonth(text)
    case 'date': return isDate(text)
    default: return entry.item.maxLength === undefined || text.length <= entry.item.maxLength || lengthOf(text) <= entry.item.maxLength
  }
}

/** The value of a scalar. */
export function scalar(sheet: Sheet, at: number): Scalar | null {
  const known = sheet.values[at]
  if (known !== undefined) return known
  const entry = sheet.index.scalars[at] as Entry
  const applies = entry.formAt < 0 || sheet.applies[entry.formAt] === true
  const value = applies && !entry.computed ? valueOf(entry, sheet.typed[at]) : null
  sheet.values[at] = value
  return value
}

/** The value of a cell of a row, whose form applies. */
export function cellValue(sheet: Sheet, table: number, row: SheetRow, column: number): Scalar | null {
  const known = row.values[column]
  if (known !== undefined) return known
  const value = valueOf(sheet.index.tables[table]?.columns[column] as Entry, row.typed[column])
  row.values[column] = value
  return value
}

const none: readonly SheetRow[] = []

/** The rows of a table, none where its form does not apply. */
export function rowsOf(sheet: Sheet, table: number): readonly SheetRow[] {
  return sheet.applies[sheet.index.tables[table]?.formAt ?? 0] === true ? (sheet.rows[table] ?? none) : none
}
