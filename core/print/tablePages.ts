import type { Row } from '../filing/filing.ts'
import type { Form, Item, Table } from '../pack/schema.ts'
import { formHead, legalNote, signLine } from './head.ts'
import { esc } from './html.ts'
import type { Page, PrintInput } from './input.ts'
import { ems, lines, paginate } from './measure.ts'
import { isFigure } from '../submission/show.ts'
import { show } from './show.ts'

const WIDTH = 178
const BODY = 165
const PT = 9
/** Columns up to this many ems are not squeezed. */
const SHORT = 7.6
interface Line { readonly mm: number; readonly html: string }

/** The pages of a form's repeating table; a table without rows prints one page that says so. */
export function tablePages(input: PrintInput, form: Form, table: Table): readonly Page[] {
  const rows = input.data.tables[table.key] ?? []
  if (rows.length === 0 && form.items.length > 0) return []
  const shown = rows.map((row) => table.columns.map((column) => show(input.pack, column, row.cells[column.key] ?? '')))
  const widths = columnWidths(table, shown)
  const pages = paginate(rows.map((row, at) => line(table, shown[at] ?? [], { row, at, widths })), BODY)
  const title = form.items.length > 0 ? table.name : form.name
  return pages.map((part, at) => ({
    part: form.no,
    stamp: at === pages.length - 1,
    body: formHead(input, table.no, title) + legalNote(input) + sheet(table, widths, part) + signLine(input)
      + (at < pages.length - 1 ? '<p class="more">（续下页）</p>' : ''),
  }))
}

/** Widths in mm: short columns (codes, dates, figures) keep what they need, long texts share the rest and wrap. */
function columnWidths(table: Table, shown: readonly (readonly string[])[]): readonly number[] {
  const em = PT * 0.3528
  const room = (WIDTH - 9) / em
  const wanted = table.columns.map((column, at) => {
    const longest = Math.max(0, ...shown.map((cells) => ems(cells[at] ?? '')))
    return Math.min(16, Math.max(longest, Math.min(4, ems(column.name)), 2.4)) + 0.9
  })
  const long = wanted.map((width, at) => width > (table.columns[at]?.key === table.rowKey ? 11 : SHORT))
  const kept = wanted.reduce((sum, width, at) => sum + (long[at] ? 0 : width), 0)
  const wished = wanted.reduce((sum, width, at) => sum + (long[at] ? width : 0), 0)
  const stretch = wished > 0 ? (room - kept) / wished : 1
  const even = wished > 0 ? 1 : room / kept
  return wanted.map((width, at) => (long[at] ? width * stretch : width * even) * em)
}

function line(table: Table, cells: readonly string[], at: { readonly row: Row; readonly at: number; readonly widths: readonly number[] }): Line {
  const tall = Math.max(1, ...cells.map((text, col) => lines(text, at.widths[col] ?? 10, PT)))
  const tds = table.columns.map((column, col) => `<td class="${cellClass(column)}">${esc(cells[col] ?? '')}</td>`)
  return { mm: 5 + (tall - 1) * 3.8, html: `<tr><td class="mid">${at.at + 1}</td>${tds.join('')}</tr>` }
}

const cellClass = (column: Item): string => (isFigure(column) ? 'fig' : 'txt')

function sheet(table: Table, widths: readonly number[], rows: readonly Line[]): string {
  const cols = ['<col style="width:9mm">', ...widths.map((mm) => `<col style="width:${mm.toFixed(2)}mm">`)].join('')
  const heads = table.columns.map((column) => `<th>${esc(column.name)}${column.unit ? `<br>（${esc(column.unit)}）` : ''}</th>`)
  const letters = table.columns.map((column) => `<th>${esc(column.no)}</th>`)
  const body = rows.map((row) => row.html).join('') || `<tr><td class="mid" colspan="${table.columns.length + 1}">没有填列</td></tr>`
  return `<table class="small"><colgroup>${cols}</colgroup><thead><tr><th>行</th>${heads.join('')}</tr><tr class="sub"><th></th>${letters.join('')}</tr></thead><tbody>${body}</tbody></table>`
}
