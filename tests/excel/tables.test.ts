import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { figureCell, tableSheet } from '../../electron/excel/tableSheet.ts'
import { writeTables } from '../../electron/handlers/regulator/tablesExport.ts'
import { good } from '../support/desk.ts'
import { shapingba, shelf, tableOf, workOf, type Edition } from '../consolidate/held.ts'

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const loaded = good(shelf.get('annual-2023'))
const edition: Edition = { loaded, held: shapingba(), region: '500106', public: false, inputs: { 'upper units 2023': '756', 'upper rpt 2023': '98050', 'upper rev 2023': '1084542', 'upper staff 2023': '30618' } }
const work = workOf(edition)
const tables = loaded.pack.tables.map((spec) => tableOf(spec, edition, work))
const look = { format: '@', font: 'body', align: 'right', border: true, fill: 'none', indent: 0, wrap: false } as const

it.each([
  ['26,029.37', '26029.37', '26029.37', '#,##0.00'], ['26029', '26029.37', '26029', '0'], ['3.44%', '3.4391', '3.44', '#,##0.00"%"'], ['−0.37', '-0.37', '-0.37', '#,##0.00;−#,##0.00'],
  ['+12.50', '12.5', '12.50', '+#,##0.00;−#,##0.00;#,##0.00'], ['+1.20个百分点', '1.2', '1.20', '+#,##0.00"个百分点";−#,##0.00"个百分点";#,##0.00"个百分点"'],
] as const)('%s is the number %s as printed, under its format', (text, exact, number, format) => {
  const cell = figureCell({ text, exact, warned: false }, look)
  expect([cell.number, cell.text, cell.look.format]).toEqual([true, number, format])
})

it.each([['—', null], ['*', null], ['预期性', null], ['正常', '2']] as const)('%s stays a text', (text, exact) => {
  expect(figureCell({ text, exact, warned: false }, look)).toMatchObject({ number: false, text })
})

it('one workbook holds every table and the figures of their charts, and can be read back', () => {
  const { files, cells } = good(writeTables(tables, { format: 'xlsx', folder }))
  expect([files.map((f) => basename(f)), cells]).toEqual([['汇总表_2023_500106_内部版.xlsx'], tables.reduce((n, t) => n + t.rows.length * t.columns.length, 0)])
  const sheets = good(readSheets(new Uint8Array(readFileSync(files[0] ?? ''))))
  expect(sheets.map((s) => s.name)).toEqual(['目录', ...tables.map((t) => t.id.replace(':', '-')), ...tables.filter((t) => t.charts.length > 0).map((t) => `${t.id.replace(':', '-')}图`)])
  const t01 = sheets.find((s) => s.name === 'T01')
  const texts = t01?.rows.map((r) => [...r.cells.values()].map((c) => c.text)) ?? []
  expect(texts.slice(0, 3)).toEqual([['表1.我区2023年全区检验检测机构情况'], ['类别', '2023年', '占全市比重（%）'], [`机构数量（个）\n　其中：大型机构（从业人数300人及以上）\n　　　　中型机构（从业人数100-299人）\n　　　　小型机构（从业人数10-99人）\n　　　　微型机构（从业人数10人以下）`, '26', '3.44']])
  expect(texts.map((r) => r.join(' '))).toEqual(expect.arrayContaining(['营收（万元） 26029 2.4', expect.stringMatching(/^截止　2024-03-29 18:00　已报 26 \/ 应报 26/)]))
  expect(readFileSync(files[0] ?? '').includes('<f>')).toBe(false)
})

it('heads that span keep their places', () => {
  const t02 = tables.find((t) => t.id === 'T02')
  const t07 = tables.find((t) => t.id === 'T07')
  if (!t02 || !t07) throw new Error('tables')
  expect(tableSheet(t02, 'T02').merges.slice(0, 6)).toEqual(['A1:H1', 'A2:C2', 'A3:A4', 'A5:A6', 'A7:A9', 'A10:A12'])
  expect(tableSheet(t07, 'T07').merges.slice(0, 4)).toEqual(['A1:J1', 'A2:A3', 'B2:D2', 'E2:G2'])
})

it('a second export stands beside the first', () => {
  expect(good(writeTables(tables.slice(0, 1), { format: 'xlsx', folder })).files.map((f) => basename(f))).toEqual(['汇总表_2023_500106_内部版（2）.xlsx'])
})

it('a CSV each, without separators, heads with the heading above them', () => {
  const { files } = good(writeTables(tables, { format: 'csv', folder: join(folder, 'csv') }))
  expect(files).toHaveLength(tables.length)
  const text = readFileSync(files.find((f) => basename(f).startsWith('T07_')) ?? '', 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text.split('\r\n').slice(1, 3)).toEqual(['所有制,机构数/家,机构数/占比（%）,机构数/同比（%）,营业收入/万元,营业收入/占比（%）,营业收入/同比（%）,从业人员（人）,报告数（份）,户均营收（万元）', '国有及国有控股,9,34.62,,8571.28,32.93,,525,186300,952.36'])
})

it('long data with a dictionary: a figure a line, fields named and typed', () => {
  const { files, cells } = good(writeTables(tables, { format: 'data', folder: join(folder, 'data') }))
  expect(readdirSync(join(folder, 'data'))).toHaveLength(2)
  const [data = '', dictionary = ''] = files.map((f) => readFileSync(f, 'utf8'))
  const lines = data.trim().split('\r\n')
  expect(lines.length).toBeGreaterThan(cells / 2)
  expect(lines).toContain('T01,rev,营收（万元）,data,value,2023年,26029,26029,,false,2023,500106,accepted,internal,2024-03-29 18:00,26,26')
  for (const field of (lines[0] ?? '').replace('\uFEFF', '').split(',')) expect(dictionary).toContain(`field,,${field},`)
  expect(existsSync(files[1] ?? '')).toBe(true)
})

it('the public edition gives nothing away in any file', () => {
  const shut: Edition = { ...edition, public: true }
  const kept = workOf(shut)
  const list = loaded.pack.tables.map((spec) => tableOf(spec, shut, kept))
  const { files } = good(writeTables(list, { format: 'data', folder: join(folder, 'public') }))
  expect(basename(files[0] ?? '')).toBe('汇总数据_2023_500106_公开版.csv')
  const rows = readFileSync(files[0] ?? '', 'utf8').trim().split('\r\n').map((l) => l.split(','))
  const hidden = rows.filter((r) => r[9] === 'true')
  expect(hidden.length).toBeGreaterThan(100)
  for (const row of hidden) expect([row[6], row[7], row[8]]).toEqual(['', '*', ''])
})
