import { placeOf, type SheetCell } from '../../core/import/sheet.ts'
import { proposeColumns } from '../../core/register/columns.ts'
import { readCells, type Contents } from '../excel/book.ts'

/** Rows that may be the heading. */
const TOP = 8

/** Whether a workbook's first sheet is headed like a register (名录): a credit code and the unit's name or number. */
export function looksLikeRegister(contents: Contents): boolean {
  const [first = ''] = contents.sheets.keys()
  const cells = readCells(contents, new Set([first]))
  if (!cells.ok) return false
  const rows = Array.from({ length: TOP }, () => new Map<number, SheetCell>())
  for (const [ref, { text }] of cells.value.get(first) ?? []) {
    const place = placeOf(ref)
    if (place) rows[place.row - 1]?.set(place.column, { text, kind: 'text', damaged: false })
  }
  return rows.some((row, i) => {
    const { uscc, unit_id, name, unit_seq } = proposeColumns({ row: i + 1, cells: row })
    return (uscc !== undefined || unit_id !== undefined) && (name !== undefined || unit_seq !== undefined)
  })
}
