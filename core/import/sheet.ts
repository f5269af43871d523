/** What a cell of a foreign sheet holds. */
export type SheetKind = 'text' | 'number' | 'date' | 'flag' | 'error'

/** A cell of a foreign sheet: plain decimal text of a number, ISO text of a date, as typed otherwise. */
export interface SheetCell {
  readonly text: string
  readonly kind: SheetKind
  /** A long number that the other program has already cut to 15 digits: its last digits are lost. */
  readonly damaged: boolean
}
/** A row that is not blank: its number from 1, its cells by column from 0. */
export interface SheetRow { readonly row: number; readonly cells: ReadonlyMap<number, SheetCell> }
/** A sheet of a workbook, or a CSV file as its only sheet; rows in order, blank ones left out. */
export interface ForeignSheet { readonly name: string; readonly rows: readonly SheetRow[] }

/** Column number from 0 of letters, `A` = 0; −1 when it is none. */
export function columnAt(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Row from 1 and column from 0 of a reference, `B7`; null when it is none. */
export function placeOf(ref: string): { readonly row: number; readonly column: number } | null {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref)
  return parts ? { row: Number(parts[2]), column: columnAt(parts[1] ?? '') } : null
}

/** Whether other programs' totals stand in this row: 合计, 本页小计, 总计, 累计. */
export function isTotalRow(row: SheetRow): boolean {
  const first = [...row.cells.values()].filter((cell) => cell.kind === 'text').map((cell) => cell.text.replace(/\s/g, ''))
  return first.slice(0, 2).some((text) => /^(本页|本期|本月|本年|全年)?(合计|小计|总计|累计|共计)[:：]?$/.test(text))
}
