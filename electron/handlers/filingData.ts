import type { FilingData, Row } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { Reader } from '../db/open.ts'
import { rowsOf } from '../db/tableRow.ts'
import { valuesOf } from '../db/value.ts'

/** The answers of a filing as the work file has them. */
export function dataOf(db: Reader, id: number, loaded: LoadedPack): FilingData {
  const index = lookup(loaded.pack)
  const values: Record<string, string> = {}
  const cells = new Map<string, Record<string, string>>()
  for (const { item, row, text } of valuesOf(db, id)) {
    if (row === 0) { values[item] = text; continue }
    const at = `${index.item(item)?.table?.key ?? ''}/${row}`
    const held = cells.get(at) ?? {}
    held[item] = text
    cells.set(at, held)
  }
  const tables: Record<string, Row[]> = Object.fromEntries(index.tables.map(t => [t.table.key, []]))
  for (const { table, row } of rowsOf(db, id)) tables[table]?.push({ id: row, cells: cells.get(`${table}/${row}`) ?? {} })
  return { values, tables }
}
