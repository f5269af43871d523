import type { Caption, TableCell, TableResult, TableRow } from '../contract/regulator/tables.ts'
import { aggregatesBehind, notesOf, orderedRows, warningsOf, type CellValues, type Figures, type Warning } from './compute.ts'
import { switchesOf, type Frame, type GridCell, type GridRow } from './expand.ts'
import { exactText, figureText, plainText } from './figure.ts'
import type { Formula } from './formula.ts'
import { cellName, type TableProgram } from './program.ts'
import { yearWords } from './words.ts'

/** A computed table, ready to be laid out. */
export interface Computed {
  readonly program: TableProgram
  readonly frame: Frame
  readonly values: CellValues
  readonly figures: Figures
  /** With adjustments and imputations; null where there are none in scope. */
  readonly adjusted: CellValues | null
  readonly caption: Caption
  readonly edition: 'internal' | 'public'
  /** Cells of the public edition that are kept back, by cellName, and lines' figures. */
  readonly hidden: { readonly cells: ReadonlySet<string>; readonly formula: (f: Formula) => boolean }
}
/** What the internal edition keeps back. */
export const nothingHidden: Computed['hidden'] = { cells: new Set(), formula: () => false }

/** Lays a table out: heads, merged stubs, figures as they are printed. */
export function layOutTable(c: Computed): TableResult {
  const { program, frame } = c
  const { spec, columns } = program.grid
  const warnings = warningsOf(program, c.values, c.figures).filter((w) => !c.hidden.cells.has(cellName(w.row, w.column)))
  const rows = orderedRows(program, c.values, switchesOf(spec, frame.switches))
  return {
    id: spec.id, title: titleOf(spec.title, frame), layout: spec.layout, head: headOf(program, frame), columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rowsOf(rows, c, warnings), notes: notesOf(program, c.values, c.figures, c.hidden.formula), warnings: [...warnings], caption: c.caption, charts: chartsOf(rows, c), edition: c.edition,
  }
}

/** A title with its year and region. */
export const titleOf = (title: string, frame: Pick<Frame, 'year' | 'regionName'>): string => yearWords(title, frame.year).replaceAll('{region}', frame.regionName.replaceAll(' ', ''))

type HeadCell = TableResult['head'][number][number]

function headOf({ grid }: TableProgram, { year }: Frame): TableResult['head'] {
  const { spec, columns } = grid
  if (spec.head) return headGiven(grid, year)
  const grouped = columns.some((c) => c.group !== null)
  const depth = grouped ? 2 : 1
  const stub = spec.stub.map((text): HeadCell => ({ text: yearWords(text, year), colspan: 1, rowspan: depth, column: null }))
  if (!grouped) return [[...stub, ...columns.map((c) => ({ text: c.label, colspan: 1, rowspan: 1, column: c.key }))]]
  const first: HeadCell[] = [...stub]
  for (const [i, c] of columns.entries()) {
    if (c.group === null) first.push({ text: c.label, colspan: 1, rowspan: 2, column: c.key })
    else if (i === 0 || columns[i - 1]?.group !== c.group) {
      const rest = columns.slice(i)
      const end = rest.findIndex((d) => d.group !== c.group)
      first.push({ text: c.group, colspan: end < 0 ? rest.length : end, rowspan: 1, column: null })
    }
  }
  return [first, columns.filter((c) => c.group !== null).map((c) => ({ text: c.label, colspan: 1, rowspan: 1, column: c.key }))]
}

/** Heads as the pack draws them; a cell over one column alone names it. */
function headGiven({ spec, columns }: TableProgram['grid'], year: number): TableResult['head'] {
  const lines = spec.head ?? []
  return lines.map((line, at) => {
    let place = 0
    return line.map(({ text, colspan = 1, rowspan = 1 }) => {
      const column = colspan === 1 && at + rowspan === lines.length ? (columns[place - spec.stub.length]?.key ?? null) : null
      place += colspan
      return { text: yearWords(text, year), colspan, rowspan, column }
    })
  })
}

function rowsOf(rows: readonly GridRow[], c: Computed, warnings: readonly Warning[]): readonly TableRow[] {
  const { spec } = c.program.grid
  const labels = rows.map((r) => spec.stub.map((_, i) => r.labels[i] ?? ''))
  return rows.map((r, i) => ({
    key: r.key, kind: r.kind, indent: r.indent, labels: labels[i] ?? [],
    spans: spec.stub.map((_, at) => spanOf(rows, labels, { row: i, at }, spec.merged)),
    cells: r.cells.map((cell) => cellOf(cell, c, warnings)),
  }))
}

interface StubAt { readonly row: number; readonly at: number }
type Labels = readonly (readonly string[])[]

/** Rows that a stub cell covers, 0 where the one above covers it. The last stub column merges only where the pack says so. */
function spanOf(rows: readonly GridRow[], labels: Labels, { row, at }: StubAt, merged: readonly (readonly string[])[]): number {
  const joined = (i: number): boolean => {
    const [above, here] = [rows[i - 1]?.key, rows[i]?.key]
    if (above === undefined || here === undefined) return false
    if (at === 0 && merged.some((group) => group.includes(above) && group.includes(here))) return true
    return at < (labels[i]?.length ?? 0) - 1 && labels[i]?.[at] !== '' && labels[i]?.slice(0, at + 1).every((text, k) => text === labels[i - 1]?.[k]) === true
  }
  if (joined(row)) return 0
  let n = 1
  while (joined(row + n)) n++
  return n
}

function cellOf(cell: GridCell, c: Computed, warnings: readonly Warning[]): TableCell {
  const name = cellName(cell.row, cell.column)
  const { spec } = c.program.grid
  if (cell.text !== null) return { column: cell.column, text: cell.text, exact: null, adjusted: null, hidden: false, opens: false, warned: false }
  const value = c.values.get(name) ?? null
  const decimals = c.program.cells.get(name)?.decimals ?? cell.format.decimals
  const format = { ...cell.format, decimals }
  const hidden = c.hidden.cells.has(name)
  const adjusted = c.adjusted?.get(name) ?? null
  const changed = adjusted !== null && (value === null || exactText(adjusted) !== exactText(value))
  return {
    column: cell.column, text: hidden ? '*' : value === null ? spec.none : figureText(value, format),
    exact: hidden || value === null ? null : exactText(value), adjusted: hidden || !changed ? null : figureText(adjusted, format),
    hidden, opens: !hidden && aggregatesBehind(c.program, name).length > 0, warned: warnings.some((w) => w.row === cell.row && w.column === cell.column),
  }
}

function chartsOf(rows: readonly GridRow[], c: Computed): TableResult['charts'] {
  const { spec, columns } = c.program.grid
  return spec.chart.flatMap((chart) => {
    const column = columns.find((k) => k.key === chart.column)
    if (!column) return []
    const shown = rows.filter((r) => (chart.rows ? chart.rows.includes(r.key) : r.kind === 'data'))
    const values = shown.map((r) => {
      const name = cellName(r.key, column.key)
      const value = c.hidden.cells.has(name) ? null : (c.values.get(name) ?? null)
      const cell = c.program.cells.get(name)
      return value === null || !cell ? null : plainText(value, { ...cell.cell.format, decimals: cell.decimals })
    })
    return [{ kind: chart.kind, title: titleOf(chart.title, c.frame), unit: column.label, names: shown.map((r) => r.labels.at(-1) ?? ''), series: [{ name: column.label, values }] }]
  })
}

/** Figures of a row as plain decimals, as programs read them; null where there is none, words as they stand. */
export function plainCells(row: TableRow, { program, values }: Pick<Computed, 'program' | 'values'>): readonly (string | null)[] {
  return row.cells.map((cell) => {
    const name = cellName(row.key, cell.column)
    const of = program.cells.get(name)
    const value = values.get(name) ?? null
    if (!of || of.cell.text !== null) return of?.cell.text ?? null
    return cell.hidden || value === null ? null : plainText(value, { ...of.cell.format, decimals: of.decimals })
  })
}
