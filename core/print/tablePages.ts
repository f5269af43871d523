import type { Form, Item, Table } from '../pack/schema.ts'
import { formHead, legalNote, signLine } from './head.ts'
import { esc } from './html.ts'
import type { Page, PrintInput } from './input.ts'
import { roomOf } from './layout.ts'
import { ems, lines, paginate, splitRow } from './measure.ts'
import { isFigure } from '../submission/show.ts'
import { show } from './show.ts'

const [WIDTH, PT, MOST, BLANK_ROW] = [178, 9, 30, 8]
/** Columns up to this many ems are not squeezed. */
const SHORT = 7.6
interface Line { readonly mm: number; readonly html: string }

/** The pages of a form's repeating table; a table without rows prints one page that says so, a blank one a page of empty lines. */
export function tablePages(input: PrintInput, form: Form, table: Table): readonly Page[] {
  const rows = input.data.tables[table.key] ?? []
  if (rows.length === 0 && form.items.length > 0 && !input.blank) return []
  const shown = rows.map((row) => table.columns.map((column) => show(input.pack, column, row.cells[column.key] ?? '')))
  const widths = columnWidths(table, input.blank ? [table.columns.map(written)] : shown)
  const title = form.items.length > 0 ? table.name : form.name
  const room = roomOf(input, { title, thead: headHeight(table, widths), notes: [] })
  const all = input.blank ? blankLines(table, room.last) : shown.flatMap((cells, at) => linesOf(table, cells, { at, widths }))
  const pages = paginate(all, room.page, room.last)
  return pages.map((part, at) => ({
    part: form.no,
    stamp: at === pages.length - 1,
    body: formHead(input, table.no, title) + legalNote(input) + sheet(table, widths, part) + signLine(input)
      + (at < pages.length - 1 ? '<p class="more">（续下页）</p>' : ''),
  }))
}

/** About as wide as a hand writes it. */
const written = (column: Item): string => '　'.repeat(isFigure(column) ? 5 : column.type === 'text' ? 9 : 5)

/** Widths in mm: short columns (codes, dates, figures) keep what they need, long texts share the rest and wrap. */
function columnWidths(table: Table, shown: readonly (readonly string[])[]): readonly number[] {
  const em = PT * 0.3528
  const room = (WIDTH - 9) / em
  const wanted = table.columns.map((column, at) => {
    const longest = shown.reduce((most, cells) => Math.max(most, ems(cells[at] ?? '')), 0)
    return Math.min(16, Math.max(longest, Math.min(4, ems(column.name)), 2.4)) + 0.9
  })
  const long = wanted.map((width, at) => width > (table.columns[at]?.key === table.rowKey ? 11 : SHORT))
  const kept = wanted.reduce((sum, width, at) => sum + (long[at] ? 0 : width), 0)
  const wished = wanted.reduce((sum, width, at) => sum + (long[at] ? width : 0), 0)
  const fits = wished > 0 && kept < room * 0.75
  const stretch = fits ? (room - kept) / wished : room / (kept + wished)
  return wanted.map((width, at) => (long[at] || !fits ? width * stretch : width) * em)
}

const headText = (column: Item): string => `${column.name}${column.unit ? `\n（${column.unit}）` : ''}`
const headHeight = (table: Table, widths: readonly number[]): number =>
  Math.max(6.4, 1 + 3.8 * Math.max(...table.columns.map((column, at) => lines(headText(column), (widths[at] ?? 10) + 2.2, 8.5)))) + 4.8

function linesOf(table: Table, cells: readonly string[], row: { readonly at: number; readonly widths: readonly number[] }): readonly Line[] {
  return splitRow(cells, row.widths, PT, MOST).map((part, n) => {
    const tall = Math.max(1, ...part.map((text, col) => lines(text, row.widths[col] ?? 10, PT)))
    const tds = table.columns.map((column, col) => `<td class="${cellClass(column)}">${esc(part[col] ?? '')}</td>`)
    return { mm: 5.1 + (tall - 1) * 3.85, html: `<tr><td class="mid">${n === 0 ? row.at + 1 : '续'}</td>${tds.join('')}</tr>` }
  })
}

function blankLines(table: Table, room: number): readonly Line[] {
  const tds = '<td></td>'.repeat(table.columns.length)
  return Array.from({ length: Math.floor(room / (BLANK_ROW + 0.1)) }, (_, at) => ({ mm: BLANK_ROW, html: `<tr class="open"><td class="mid">${at + 1}</td>${tds}</tr>` }))
}

const cellClass = (column: Item): string => (isFigure(column) ? 'fig' : 'txt')

function sheet(table: Table, widths: readonly number[], rows: readonly Line[]): string {
  const cols = ['<col style="width:9mm">', ...widths.map((mm) => `<col style="width:${mm.toFixed(2)}mm">`)].join('')
  const heads = table.columns.map((column) => `<th>${esc(headText(column)).replace('\n', '<br>')}</th>`)
  const letters = table.columns.map((column) => `<th>${esc(column.no)}</th>`)
  const body = rows.map((row) => row.html).join('') || `<tr><td class="mid" colspan="${table.columns.length + 1}">没有填列</td></tr>`
  return `<table class="small"><colgroup>${cols}</colgroup><thead><tr><th>行</th>${heads.join('')}</tr><tr class="sub"><th></th>${letters.join('')}</tr></thead><tbody>${body}</tbody></table>`
}
