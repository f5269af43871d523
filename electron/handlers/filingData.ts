import type { FilingData, Row } from '../../core/filing/filing.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { sheetItem, sheetOf, type PackSheet } from '../../core/pack/sheet.ts'
import type { Reader } from '../db/open.ts'
import { rowsOf } from '../db/tableRow.ts'
import { valuesOf } from '../db/value.ts'

/** The answers of a filing as the work file has them. */
export const dataOf = (db: Reader, id: number, loaded: LoadedPack): FilingData => dataUnder(db, id, sheetOf(loaded.pack))

/** The same by what is kept of a pack. */
export function dataUnder(db: Reader, id: number, sheet: PackSheet): FilingData {
  const values: Record<string, string> = {}
  const cells = new Map<string, Record<string, string>>()
  for (const { item, row, text } of valuesOf(db, id)) {
    if (row === 0) { values[item] = text; continue }
    const at = `${sheetItem(sheet, item)?.table ?? ''}/${row}`
    const held = cells.get(at) ?? {}
    held[item] = text
    cells.set(at, held)
  }
  const tables: Record<string, Row[]> = Object.fromEntries(sheet.tables.map(table => [table, []]))
  for (const { table, row } of rowsOf(db, id)) tables[table]?.push({ id: row, cells: cells.get(`${table}/${row}`) ?? {} })
  return { values, tables }
}
