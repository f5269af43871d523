import type { TableCell, TableResult } from '../../core/contract/regulator/tables.ts'
import { columnName, type GridCell, type GridLine, type GridSheet } from './gridBook.ts'
import type { Look } from './gridStyles.ts'

/** The sheet of a consolidated table: title, heads, figures as numbers with the printed decimals, then caption, notes and warnings. */
export function tableSheet(table: TableResult, name: string): GridSheet {
  const stubs = table.rows[0]?.labels.length ?? 1
  const width = stubs + table.columns.length
  const above = 1 + table.head.length
  const first = above + 1
  return {
    name, landscape: table.columns.length > 6, widths: widthsOf(table, stubs),
    frozen: { lines: above, columns: stubs, repeatFrom: 2 },
    lines: [titleLine(table, width), ...headLines(table, width), ...bodyLines(table, stubs), ...footLines(table)],
    merges: [`A1:${columnName(width - 1)}1`, ...headMerges(table), ...stubMerges(table, { first, stubs }), ...footLines(table).map((_, i) => `A${first + table.rows.length + i}:${columnName(width - 1)}${first + table.rows.length + i}`)],
  }
}

const base: Look = { format: '@', font: 'body', align: 'left', border: true, fill: 'none', indent: 0, wrap: true }
const textCell = (text: string, look: Look): GridCell => ({ text, number: false, look })
const paper = (table: TableResult): boolean => table.layout === 'paper'

function titleLine({ title, edition }: TableResult, width: number): GridLine {
  const look: Look = { ...base, font: 'title', align: 'center', border: false }
  return { height: 30, cells: [textCell(edition === 'public' ? `${title}（公开版）` : title, look), ...Array<null>(width - 1).fill(null)] }
}

interface HeadPlace { readonly row: number; readonly column: number; readonly colspan: number; readonly rowspan: number; readonly text: string }

/** Where each head cell stands: those that span from above push the others on. */
function headPlaces({ head }: TableResult): readonly HeadPlace[] {
  const taken = new Set<string>()
  return head.flatMap((line, row) => {
    let column = 0
    return line.map(cell => {
      while (taken.has(`${row} ${column}`)) column++
      const place = { row, column, colspan: cell.colspan, rowspan: cell.rowspan, text: cell.text }
      for (let r = row; r < row + cell.rowspan; r++) for (let c = column; c < column + cell.colspan; c++) taken.add(`${r} ${c}`)
      return place
    })
  })
}

function headLines(table: TableResult, width: number): readonly GridLine[] {
  const look: Look = { ...base, font: paper(table) ? 'paperBold' : 'bold', align: 'center', fill: paper(table) ? 'none' : 'head' }
  const places = new Map(headPlaces(table).map(p => [`${p.row} ${p.column}`, p.text] as const))
  return table.head.map((_, row) => ({ height: paper(table) ? 24 : 30, cells: Array.from({ length: width }, (_cell, column) => textCell(places.get(`${row} ${column}`) ?? '', look)) }))
}

const headMerges = (table: TableResult): readonly string[] =>
  headPlaces(table).flatMap(p => (p.colspan === 1 && p.rowspan === 1 ? [] : [`${columnName(p.column)}${p.row + 2}:${columnName(p.column + p.colspan - 1)}${p.row + p.rowspan + 1}`]))

function bodyLines(table: TableResult, stubs: number): readonly GridLine[] {
  const font = paper(table) ? 'paper' : 'body'
  return table.rows.map((row, i) => {
    const strong = row.kind === 'total' || row.kind === 'subtotal' || row.kind === 'head'
    const look: Look = { ...base, font: strong && font === 'body' ? 'bold' : font, fill: strong && !paper(table) ? 'sum' : 'none' }
    const labels = row.labels.map((label, at) => textCell(row.spans[at] === 0 ? '' : joined(table, { row: i, at }) ?? label, { ...look, indent: at === stubs - 1 && joined(table, { row: i, at }) === null ? row.indent : 0, align: paper(table) && at < stubs - 1 ? 'center' : 'left' }))
    return { height: paper(table) ? 24 : 18, cells: [...labels, ...row.cells.map(cell => figureCell(cell, { ...look, align: paper(table) ? 'center' : 'right', wrap: false }))] }
  })
}

/** The labels of a merged cell, each on a line of its own, where they differ. */
function joined({ rows }: TableResult, { row, at }: { readonly row: number; readonly at: number }): string | null {
  const span = rows[row]?.spans[at] ?? 1
  const covered = rows.slice(row, row + span)
  if (span < 2 || covered.every(r => r.labels[at] === covered[0]?.labels[at])) return null
  return covered.map(r => `${'　'.repeat(r.indent)}${r.labels[at] ?? ''}`).join('\n')
}

function stubMerges({ rows }: TableResult, { first, stubs }: { readonly first: number; readonly stubs: number }): readonly string[] {
  return rows.flatMap((row, i) => Array.from({ length: stubs }, (_, at) => at).flatMap(at => {
    const span = row.spans[at] ?? 1
    return span > 1 ? [`${columnName(at)}${first + i}:${columnName(at)}${first + i + span - 1}`] : []
  }))
}

const printed = /^([+−]?)([\d,]+)(?:\.(\d+))?(\D*)$/u

/** A printed figure as a number with its decimals, separators, sign and suffix as the format; anything else as text. */
export function figureCell(cell: Pick<TableCell, 'text' | 'exact' | 'warned'>, look: Look): GridCell {
  const fill = cell.warned ? 'warn' : look.fill
  const found = cell.exact === null ? null : printed.exec(cell.text)
  if (!found) return textCell(cell.text, { ...look, fill })
  const [, sign = '', whole = '', part = '', suffix = ''] = found
  const digits = `${whole.includes(',') || whole.length < 4 ? '#,##0' : '0'}${part === '' ? '' : `.${'0'.repeat(part.length)}`}${suffix === '' ? '' : `"${suffix}"`}`
  const format = sign === '+' ? `+${digits};−${digits};${digits}` : sign === '−' ? `${digits};−${digits}` : digits
  return { text: `${sign === '−' ? '-' : ''}${whole.replaceAll(',', '')}${part === '' ? '' : `.${part}`}`, number: true, look: { ...look, format, fill } }
}

/** The caption (单位, 口径, 截止, 已报/应报), the notes, adjusted figures apart, warnings. */
export function captionLines({ caption, edition }: TableResult): readonly string[] {
  return [
    `单位　${caption.unit}`, `口径　${caption.scope}`,
    `截止　${caption.cutoff}　已报 ${caption.received} / 应报 ${caption.due}　已接收 ${caption.accepted}${caption.basis === 'received' ? '　含已收件尚未接收的' : ''}`,
    ...(edition === 'public' ? ['公开版　少于3家或一家超过85%的数以 * 代替，能由此推出的一并不列'] : []),
  ]
}

function footLines(table: TableResult): readonly GridLine[] {
  const line = (text: string, font: 'note' | 'warn'): GridLine => ({ height: Math.ceil(text.length / 60) * 14 + 2, cells: [textCell(text, { ...base, font, border: false })] })
  return [...captionLines(table).map(t => line(t, 'note')), ...table.notes.map(t => line(t, 'note')), ...adjustedLines(table).map(t => line(t, 'note')), ...table.warnings.map(w => line(w.text, 'warn'))]
}

/** Imputations and adjustments stand apart, never in the figures. */
function adjustedLines(table: TableResult): readonly string[] {
  const changed = table.rows.flatMap(r => r.cells.flatMap(c => (c.adjusted === null ? [] : [`${r.labels.at(-1) ?? ''} ${table.columns.find(k => k.key === c.column)?.label ?? ''} ${c.adjusted}`])))
  return changed.length === 0 ? [] : [`含调整和补录（${table.caption.adjustments} 项）的数　${changed.join('；')}`]
}

/** Columns wide enough for their figures, stubs for their labels; Chinese characters count twice. */
function widthsOf(table: TableResult, stubs: number): readonly number[] {
  const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2000' ? 2 : 1), 0)
  const scale = paper(table) ? 1.25 : 1.05
  const fit = (texts: readonly string[], most: number, least: number): number => Math.min(most, Math.max(least, Math.ceil(Math.max(0, ...texts.map(wide)) * scale) + 2))
  const labels = Array.from({ length: stubs }, (_, at) => fit(table.rows.map(r => `${'　'.repeat(r.indent)}${r.labels[at] ?? ''}`), 52, 8))
  return [...labels, ...table.columns.map((column, i) => fit([column.label, ...table.rows.map(r => r.cells[i]?.text ?? '')], 26, 9))]
}
