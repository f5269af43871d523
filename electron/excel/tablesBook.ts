import type { TableResult } from '../../core/contract/regulator/tables.ts'
import { chartSheet } from './chartSheet.ts'
import { gridWorkbook, type GridLine, type GridSheet } from './gridBook.ts'
import type { Look } from './gridStyles.ts'
import { tableSheet } from './tableSheet.ts'

/** One workbook with a list of contents, a sheet a table, and behind them the figures of the charts. */
export function tablesWorkbook(tables: readonly TableResult[]): Uint8Array {
  const charts = tables.flatMap(t => chartSheet(t) ?? [])
  return gridWorkbook([...(tables.length > 1 ? [contents(tables)] : []), ...tables.map(t => tableSheet(t, sheetName(t.id))), ...charts])
}

/** The name of a table's sheet. */
export const sheetName = (id: string): string => id.replace(':', '-')

const base: Look = { format: '@', font: 'body', align: 'left', border: true, fill: 'none', indent: 0, wrap: false }

function contents(tables: readonly TableResult[]): GridSheet {
  const line = (texts: readonly string[], look: Look): GridLine => ({ height: 20, cells: texts.map(text => ({ text, number: false, look })) })
  return {
    name: '目录', landscape: false, widths: [12, 70], frozen: { lines: 1, columns: 0, repeatFrom: 1 }, merges: [],
    lines: [line(['表号', '表名'], { ...base, font: 'bold', fill: 'head', align: 'center' }), ...tables.map(t => line([sheetName(t.id), t.title], base))],
  }
}
