import type { Row } from '../filing/filing.ts'
import type { Form, Item, Table } from '../pack/schema.ts'
import { noteOf } from './formSheet.ts'
import { besides } from './looks.ts'
import { notesBelow, pageHead, signoffLine, valueCell, type Paper } from './paper.ts'
import { choicesOf, isFigure } from './show.ts'
import { blank, done, draft, frame, heightOf, linesOf, put, sheetName, widthOf, type Draft, type SheetPlan } from './sheet.ts'

/** Blank rows of a table in a fill-in template. */
export const templateRows = 50

/** The sheet of a repeating table. */
export function tableSheet(paper: Paper, form: Form, table: Table): SheetPlan {
  const widths = widthsOf(paper, table)
  const sheet = draft(widths)
  const own = form.items.length === 0
  const head = pageHead(sheet, paper, { title: own ? form.name : table.name, no: table.no })
  headRows(sheet, table, head)
  const rows = rowsOf(paper, table)
  rows.forEach((row, i) => tableRow(sheet, paper, { table, row, r: head + 2 + i }))
  const end = head + 2 + rows.length
  frame(sheet, [head, end - 1], [0, widths.length - 1])
  const below = signoffLine(sheet, paper, end)
  notesBelow(sheet, own ? [...form.notes, table.note].filter((note) => note !== '') : [table.note].filter((note) => note !== ''), below)
  const name = own ? `${form.no} ${form.short}` : `${table.no} ${table.name}`
  return done(sheet, { name: sheetName(name), key: `table:${table.key}:${rows[0] === null ? 'blank' : rows.length}`, form: form.no, landscape: widths.reduce((a, b) => a + b, 0) > 108, head: [head, head + 1] })
}

/** A row of the sheet; null where a template has an open one. */
type Slot = Row | null
function rowsOf(paper: Paper, table: Table): readonly Slot[] {
  if (!paper.filing) return Array.from({ length: templateRows }, () => null)
  const rows = paper.filing.data.tables[table.key] ?? []
  return rows.length > 0 ? rows : [null]
}

function headRows(sheet: Draft, table: Table, r: number): void {
  let lines = 1
  table.columns.forEach((column, c) => {
    const text = column.unit ? `${column.name}\n（${column.unit}）` : column.name
    put(sheet, [r, c, c], 'head', { text, note: noteOf(column) })
    put(sheet, [r + 1, c, c], 'letter', { text: column.no })
    lines = Math.max(lines, linesOf(text, sheet.widths[c] ?? 10))
  })
  sheet.heights[r] = heightOf(lines, 20)
  sheet.heights[r + 1] = 14
}

function tableRow(sheet: Draft, paper: Paper, { table, row, r }: { readonly table: Table; readonly row: Slot; readonly r: number }): void {
  let lines = 1
  table.columns.forEach((column, c) => {
    const cell = valueCell(paper, column, row?.cells[column.key] ?? '', row?.id ?? null)
    const look = c % 2 === 0 ? cell.look : besides(cell.look)
    if (!row && paper.filing) return blank(sheet, r, c, look)
    put(sheet, [r, c, c], look, { ...cell.content, choices: choicesOf(paper.pack.pack, column), input: !paper.filing && column.required !== 'computed' })
    if (!cell.content.numeric) lines = Math.max(lines, linesOf(cell.content.text, sheet.widths[c] ?? 10))
  })
  sheet.heights[r] = heightOf(lines, 16.5)
}

function widthsOf(paper: Paper, table: Table): readonly number[] {
  const widths = table.columns.map((column) => columnWidth(paper, column))
  const sum = widths.reduce((a, b) => a + b, 0)
  return sum >= 96 ? widths : widths.map((width) => Math.round((width * 96) / sum))
}

function columnWidth(paper: Paper, column: Item): number {
  if (isFigure(column)) return column.type === 'integer' ? 10 : 14
  if (column.type === 'date') return 13
  if (column.type === 'month') return 11
  const longest = Math.max(0, ...(choicesOf(paper.pack.pack, column) ?? []).map(widthOf))
  if (longest > 0) return Math.min(26, Math.max(10, longest + 3))
  if (column.pick) return 14
  const length = column.maxLength ?? 30
  return length <= 6 ? 10 : length <= 20 ? 20 : 25
}
