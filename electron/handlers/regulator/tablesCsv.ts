import type { TableCell, TableResult } from '../../../core/contract/regulator/tables.ts'
import { captionLines } from '../../excel/tableSheet.ts'
import { csvOf } from '../../csvTable.ts'

/** The figure as a program reads it: no separators, no suffix, a plain minus; `*` where it is hidden, nothing where there is none. */
export function plainFigure(cell: Pick<TableCell, 'text' | 'exact' | 'hidden'>): string {
  if (cell.hidden) return '*'
  if (cell.exact === null) return cell.text === '—' || cell.text === '-' ? '' : cell.text
  const found = /^([+−]?)([\d,]+(?:\.\d+)?)/u.exec(cell.text)
  return found ? `${found[1] === '−' ? '-' : ''}${(found[2] ?? '').replaceAll(',', '')}` : cell.text
}

/** Column labels with the heading above them: 营业收入/占比（%）. */
function columnLabels({ head, columns }: TableResult): readonly string[] {
  return columns.map(column => {
    const line = head.find(l => l.some(h => h.column === column.key)) ?? []
    if (head.length < 2 || line === head[0]) return column.label
    let covered = 0
    const under = columns.filter(c => line.some(h => h.column === c.key)).indexOf(column)
    const above = (head[0] ?? []).filter(h => h.column === null && h.rowspan === 1).find(h => { covered += h.colspan; return under < covered })
    return above === undefined || above.text === '' ? column.label : `${above.text}/${column.label}`
  })
}

/** One table as CSV: heads, figures without separators, then the caption and notes. */
export function tableCsv(table: TableResult): Uint8Array {
  const stubs = Math.max(1, table.rows[0]?.labels.length ?? 1)
  const stubHead = Array.from({ length: stubs }, (_, i) => (stubs === 1 ? (table.head[0]?.[0]?.text ?? '') : `项目${i + 1}`))
  const rows = table.rows.map(row => [...row.labels, ...row.cells.map(plainFigure)])
  return csvOf([[table.title], [...stubHead, ...columnLabels(table)], ...rows, ...captionLines(table).map(t => [t]), ...table.notes.map(t => [t]), ...table.warnings.map(w => [w.text])])
}

const fields: readonly (readonly [string, string, string])[] = [
  ['table', 'string', '表号，T02:monitor 等为变体'], ['row', 'string', '行的键'], ['row_label', 'string', '行的名称，多级以 / 相连'], ['row_kind', 'string', 'data 数据，subtotal 小计，total 合计，memo 其中'],
  ['column', 'string', '栏的键'], ['column_label', 'string', '栏的名称，含上级栏名'], ['value', 'decimal', '未四舍五入的数（商到12位）；公开版为印出的数；空为没有数'], ['printed', 'string', '表中印出的字'],
  ['adjusted', 'string', '含调整和补录的数，与原数相同时为空'], ['hidden', 'boolean', '公开版中不列的数'], ['year', 'int', '调查年度'], ['region', 'string', '地区代码前几位，空为全部'],
  ['basis', 'string', 'accepted 已接收，received 含已收件尚未接收'], ['edition', 'string', 'internal 内部版，public 公开版'], ['cutoff', 'string', '数据截止时间'], ['received', 'int', '已报家数'], ['due', 'int', '应报家数'],
]

/** Every figure of every table on a line of its own, under fixed names and types, fit to be read into Parquet. */
export function longCsv(tables: readonly TableResult[]): Uint8Array {
  return csvOf([fields.map(([name]) => name), ...tables.flatMap(longRows)])
}

function longRows(table: TableResult): readonly (readonly string[])[] {
  const { caption } = table
  const labels = columnLabels(table)
  const about = [String(caption.year), caption.region, caption.basis, table.edition, caption.cutoff, String(caption.received), String(caption.due)]
  return table.rows.filter(r => r.kind !== 'head').flatMap(row => row.cells.map((cell, i) => {
    const value = cell.exact === null ? '' : table.edition === 'public' ? plainFigure(cell) : cell.exact
    return [table.id, row.key, row.labels.join('/'), row.kind, cell.column, labels[i] ?? '', value, cell.text, cell.adjusted ?? '', String(cell.hidden), ...about]
  }))
}

/** What the fields, tables, rows and columns of the long CSV are. */
export function dictionaryCsv(tables: readonly TableResult[]): Uint8Array {
  return csvOf([
    ['kind', 'table', 'key', 'type', 'name', 'note'],
    ...fields.map(([name, type, note]) => ['field', '', name, type, '', note]),
    ...tables.flatMap(table => {
      const labels = columnLabels(table)
      return [
        ['table', table.id, '', '', table.title, `单位：${table.caption.unit}；口径：${table.caption.scope}`],
        ...table.columns.map((c, i) => ['column', table.id, c.key, 'decimal', labels[i] ?? '', '']),
        ...table.rows.filter(r => r.kind !== 'head').map(r => ['row', table.id, r.key, r.kind, r.labels.join('/'), '']),
      ]
    }),
  ])
}
