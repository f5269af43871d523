import { writeFileSync } from 'node:fs'
import XLSX from 'xlsx'

type Cell = string | number | Date | null | { readonly v: string | number; readonly z?: string; readonly f?: string; readonly t?: string }

/** Writes sheets as another program would: numbers as numbers, days as serial numbers with a format. */
export function writeForeignBook(path: string, sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): string {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map(row => row.map(cell => (cell instanceof Date || cell === null || typeof cell !== 'object' ? cell : { t: typeof cell.v === 'number' ? 'n' : 's', ...cell }))), { cellDates: false })
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: false }) as Buffer)
  return path
}

/** A 科目余额表 as accounting software exports it: title, two rows of headings, accounts in 元, totals, who made it. */
export const balanceRows: readonly (readonly Cell[])[] = [
  ['科目余额表'],
  ['编制单位：浙江澜序示例检测科技有限公司', null, null, null, '期间：2026年1月—2026年12月', null, null, '单位：元'],
  ['科目编码', '科目名称', '期初余额', null, '本期发生额', null, '期末余额', null],
  [null, null, '借方', '贷方', '借方', '贷方', '借方', '贷方'],
  ['1601', '固定资产', 13210000, null, 1654000.55, 300000, 14564000.55, null],
  ['160101', '检测设备', 12000000, null, 1654000.55, 300000, 13354000.55, null],
  ['6001', '主营业务收入', null, null, 32867401.37, 32867401.37, null, null],
  ['6051', '其他业务收入', null, null, 120000.1, 120000.1, null, null],
  ['6601', '销售费用', null, null, '1,250,000.00', '1,250,000.00', null, null],
  ['6602', '管理费用', null, null, 4100000.004, 4100000.004, null, null],
  ['6603', '财务费用', null, null, -35000, -35000, null, null],
  ['合计', null, 13210000, 13210000, 9999999, 9999999, 14564000.55, 14564000.55],
  ['制表人：周样例', null, null, '审核：'],
]

/** A LIMS report list: one row a report, `count` of them over five domains, a total at the end. */
export function limsRows(count: number): readonly (readonly Cell[])[] {
  const domains = ['食品及食品接触材料', '环境监测', '建筑工程', '机动车', '宠物用品']
  const rows = Array.from({ length: count }, (_, n): Cell[] => [`LX-2026-${String(n + 1).padStart(5, '0')}`, `委托方${n % 37}`, n % 4 === 0 ? '监督抽查' : '委托检验', domains[n % 5] ?? '', 250.1 + (n % 3), { v: 46023 + (n % 365), z: 'yyyy-mm-dd' }])
  return [['报告清单（2026年度）'], ['报告编号', '委托单位', '检验类别', '专业领域', '检测费（元）', '签发日期'], ...rows, ['合计', null, null, null, { v: 1, f: `SUM(E3:E${count + 2})` }, null]]
}

/** A table as CSV. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ',', end = '\r\n'): string =>
  rows.map(row => row.map(cell => (/["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join(end) + end

let gb: Map<string, number> | null = null
/** Text as GB18030, two-byte characters only. */
export function gb18030(text: string): Buffer {
  gb ??= twoBytes()
  const bytes: number[] = []
  for (const c of text) {
    const code = c.charCodeAt(0) < 128 ? c.charCodeAt(0) : gb.get(c)
    if (code === undefined) throw new Error(`not in the table: ${c}`)
    if (code < 128) bytes.push(code)
    else bytes.push(code >> 8, code & 255)
  }
  return Buffer.from(bytes)
}

function twoBytes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), (high << 8) | low)
  return table
}
