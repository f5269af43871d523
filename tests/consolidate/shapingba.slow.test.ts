import { describe, expect, it } from 'vitest'
import { golden } from '../support/golden.ts'
import { good } from '../support/desk.ts'
import { shapingba, shelf, tableOf, tableText, workOf, type Edition } from './held.ts'

const loaded = good(shelf.get('annual-2023'))
const held = shapingba()
const edition = (more: Partial<Edition> = {}): Edition => ({ loaded, held, region: '500106', public: false, ...more })
const spec = (id: string) => {
  const found = loaded.pack.tables.find((t) => t.id === id)
  if (!found) throw new Error(id)
  return found
}
const cellText = (id: string, row: string, column: string, e = edition()): string | undefined =>
  tableOf(spec(id), e).rows.find((r) => r.key === row)?.cells.find((c) => c.column === column)?.text

const internal = workOf(edition())
it.each(loaded.pack.tables.map((t) => t.id))('%s over the 26 units', (id) => {
  golden(`tables/${id.replace(':', '-')}.txt`, tableText(tableOf(spec(id), edition(), internal)))
})

/** Figures as the paper of Shapingba prints them; they stand here and nowhere in the product. */
describe('the figures that were printed', () => {
  it('table 1', () => {
    const table = tableOf(spec('T01'), edition())
    expect(table.rows.map((r) => r.cells[0]?.text)).toEqual(['26', '0', '3', '19', '4', '26029', '1289', '7443', '32100', '39.22'])
    expect(table.rows.map((r) => r.labels)).toEqual([['机构数量（个）'], ['其中：大型机构（从业人数300人及以上）'], ['中型机构（从业人数100-299人）'], ['小型机构（从业人数10-99人）'], ['微型机构（从业人数10人以下）'], ['营收（万元）'], ['从业人数（人）'], ['仪器设备总台（套）'], ['仪器设备原值（万元）'], ['出具报告（万份）']])
    expect(table.rows.map((r) => r.spans[0])).toEqual([5, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    expect([table.title, table.head.map((l) => l.map((h) => h.text))]).toEqual(['表1.我区2023年全区检验检测机构情况', [['类别', '2023年', '占全市比重（%）']]])
    expect(table.rows.map((r) => r.cells[1]?.text)).toEqual(Array(10).fill('-'))
  })

  it('its shares, and the one that was printed a hundred times too small', () => {
    const inputs = { 'upper units 2023': '756', 'upper rev 2023': '1084542', 'upper staff 2023': '30618', 'upper eq_cnt 2023': '260245', 'upper eq_val 2023': '1234615', 'upper rpt 2023': '98050' }
    const table = tableOf(spec('T01'), edition({ inputs }))
    expect(table.rows.map((r) => r.cells[1]?.text)).toEqual(['3.44%', '-', '-', '-', '-', '2.40%', '4.21%', '2.86%', '2.60%', '0.04%'])
    expect(table.warnings.map((w) => `${w.row} ${w.column}`)).toEqual(['rpt share'])
    const sound = tableOf(spec('T01'), edition({ inputs: { ...inputs, 'upper rpt 2023': '980.5' } }))
    expect([sound.rows.at(-1)?.cells[1]?.text, sound.warnings]).toEqual(['4.00%', []])
  })

  it('table 2, its column of 2023', () => {
    const inputs = { 'manual certs 2023': '5595', 'base cma 2022': '20', 'base rev 2022': '1.4672', 'target rev 2027': '10', 'target rpt 2035': '45', 'target rd 2027': '3' }
    const table = tableOf(spec('T02'), edition({ inputs }))
    expect(table.rows.map((r) => r.cells[1]?.text)).toEqual(['23', '2.4671', '0', '1', '1.5', '0', '2', '21.6974', '5595', '0'])
    expect(table.rows.slice(0, 2).map((r) => r.cells.map((c) => c.text))).toEqual([['20', '23', '-', '-', '预期性'], ['1.4672', '2.4671', '10', '-', '预期性']])
    expect(table.head).toEqual([[{ text: '指标名称', colspan: 3, rowspan: 1, column: null }, ...['2022年', '2023年', '2027年', '2035年', '指标性质'].map((text, i) => ({ text, colspan: 1, rowspan: 1, column: ['y2022', 'y2023', 'y2027', 'y2035', 'nature'][i] }))]])
    expect(table.rows.map((r) => r.spans[0])).toEqual([2, 0, 2, 0, 3, 0, 0, 3, 0, 0])
    expect([table.rows[1]?.labels[2], table.rows[8]?.labels[2]]).toEqual(['总产值/营收（亿万）', '有效认证证书总数张）'])
    const corrected = tableOf(spec('T02'), edition({ switches: { labels: 'corrected' } }))
    expect([1, 4, 8].map((i) => corrected.rows[i]?.labels[2])).toEqual(['总产值/营收（亿元）', '研发投入占机构营收比例（%）', '有效认证证书总数（张）'])
    expect(cellText('T02', 'rpt_cma', 'y2023', edition({ switches: { reports: 'cma' } }))).toBe('21.6974')
  })

  it('the eight fields, the share of traditional ones, and the line on public bodies', () => {
    const fields = tableOf(spec('T03S'), edition())
    expect(fields.rows.map((r) => `${r.labels[0]}${r.cells[0]?.text}`)).toEqual(['建筑5', '产品1', '车辆7', '环境2', '卫生2', '人防1', '其他4', '刑事技术1', '司法鉴定0', '合计23'])
    expect(fields.notes[0]).toBe('传统领域机构占比 69.6%，营业收入占比 35.73%。')
    expect(tableOf(spec('T08'), edition({ switches: { base: 'provincial' } })).notes[0]).toBe('行政和事业单位性质的机构共 6 家，占比 26%。')
    expect(tableOf(spec('T08'), edition()).notes[0]).toBe('行政和事业单位性质的机构共 8 家，占比 31%。')
    expect([cellText('T08', 'firm_legal', 'units', edition({ switches: { base: 'provincial' } })), cellText('T06', 'above', 'units'), cellText('T10', 'cnas', 'units')]).toEqual(['17', '5', '3'])
  })
})
