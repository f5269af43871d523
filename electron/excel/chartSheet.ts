import type { TableResult } from '../../core/contract/regulator/tables.ts'
import type { GridCell, GridLine, GridSheet } from './gridBook.ts'
import type { Look } from './gridStyles.ts'

const base: Look = { format: '@', font: 'body', align: 'left', border: true, fill: 'none', indent: 0, wrap: false }
const strong: Look = { ...base, font: 'bold', fill: 'head', align: 'center' }
const text = (t: string, look = base): GridCell => ({ text: t, number: false, look })

/** The figures behind a table's charts, one chart below the other, ready to be drawn; null where it has none. */
export function chartSheet(table: TableResult): GridSheet | null {
  if (table.charts.length === 0) return null
  const lines = table.charts.flatMap((chart): GridLine[] => [
    { cells: [text(chart.title, { ...base, font: 'bold', border: false })] },
    { cells: [text('名称', strong), ...chart.series.map(s => text(s.name, strong))] },
    ...chart.names.map((name, i): GridLine => ({ cells: [text(name), ...chart.series.map(s => number(s.values[i] ?? null))] })),
    { cells: [] },
  ])
  const most = Math.max(...table.charts.map(c => c.series.length))
  return { name: `${table.id.replace(':', '-')}图`, landscape: false, widths: [36, ...Array<number>(most).fill(16)], frozen: { lines: 0, columns: 0, repeatFrom: 1 }, lines, merges: [] }
}

function number(value: string | null): GridCell {
  if (value === null) return text('')
  const decimals = value.split('.')[1]?.length ?? 0
  return { text: value, number: true, look: { ...base, align: 'right', format: `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}` } }
}
