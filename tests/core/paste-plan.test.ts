import { describe, expect, test } from 'vitest'
import type { FilingData, Prior, Row } from '../../core/filing/filing.ts'
import { opsOf } from '../../core/paste/ops.ts'
import type { PasteOptions, PastePlan, PlanCell } from '../../core/paste/plan.ts'
import { planPaste } from '../../core/paste/planPaste.ts'
import { parseTsv } from '../../core/paste/tsv.ts'
import { squared } from '../../core/paste/matrix.ts'
import { pasteSentence } from '../../core/text/paste.ts'
import { loadedSeedPack } from '../support/pack.ts'

const { pack } = loadedSeedPack('annual-2026')
interface Given { readonly values?: FilingData['values']; readonly tables?: FilingData['tables']; readonly computed?: Readonly<Record<string, string>>; readonly prior?: FilingData; readonly row?: number | null; readonly options?: PasteOptions }

function plan(item: string, text: string, given: Given = {}): PastePlan {
  const matrix = squared(parseTsv(text))
  if (!matrix.ok) throw new Error(matrix.problem.code)
  const prior: Prior | null = given.prior ? { origin: 'own', year: 2025, data: given.prior } : null
  const made = planPaste({ pack, data: { values: given.values ?? {}, tables: given.tables ?? {} }, computed: given.computed ?? {}, prior, matrix: matrix.value, target: { item, row: given.row ?? null }, ...(given.options ? { options: given.options } : {}) })
  if (!made) throw new Error('no plan')
  return made
}
const where = (cell: PlanCell): string => `${cell.item ?? '—'}${cell.row === null ? '' : `@${cell.row}`}${cell.added === null ? '' : `+${cell.added}`}`
const lines = (made: PastePlan): readonly string[] => made.cells.map(cell => [where(cell), cell.verdict, ...(cell.old === cell.now ? [] : [`${cell.old}→${cell.now}`]), ...[cell.words, cell.converted, cell.notice].flatMap(w => (w ? [pasteSentence(w)] : []))].join(' '))

describe('一列数粘到一张表', () => {
  test('逐格判定', () => {
    const made = plan('rev_total', '1,000.00\r\n900\r\n500.00\r\n300\r\n约 3\r\n-\r\n1.234', { values: { rev_testing: '500', rev_inspect: '299', rev_calib: '7' }, computed: { rev_total: '1000.00', rev_core: '800.00' } })
    expect(lines(made)).toEqual([
      'rev_total same', 'rev_core refused 自动计算，不写入', 'rev_testing same', 'rev_inspect changed 299→300.00',
      'rev_ident text →约 3 不是数字，原样写入并标记', 'rev_calib changed 7→ 清空', 'rev_safety text →1.234 小数多于 2 位，原样写入并标记',
    ])
    expect(made.counts).toMatchObject({ same: 2, refused: 1, changed: 2, text: 2, writes: 4 })
    expect(made.cells.map(c => c.suggest)).toEqual([null, null, null, null, '3.00', null, '1.23'])
    expect(opsOf(made)).toEqual({ cells: [{ item: 'rev_inspect', row: null, text: '300.00' }, { item: 'rev_ident', row: null, text: '约 3' }, { item: 'rev_calib', row: null, text: '' }, { item: 'rev_safety', row: null, text: '1.234' }], rows: [] })
    expect(opsOf(made, { '4:0': '3.00', '5:0': null, '6:0': null }).cells).toEqual([{ item: 'rev_inspect', row: null, text: '300.00' }, { item: 'rev_ident', row: null, text: '3.00' }])
  })
  test('空白可以不动现有的数；零不是空白', () => {
    expect(lines(plan('rev_testing', '\r\n0', { values: { rev_testing: '5' }, options: { blanks: 'keep' } }))).toEqual(['rev_testing skipped 空白，不动现有的内容', 'rev_inspect fill →0.00'])
  })
  test('第一行是表头', () => expect(lines(plan('rev_testing', '本年（万元）\r\n5\r\n6'))).toEqual(['— skipped 不写入，表头', 'rev_testing fill →5.00', 'rev_inspect fill →6.00']))
  test('多出来的格子没有地方', () => expect(lines(plan('public_commit', '1\t9\r\n2'))).toEqual(['public_commit fill →1', '— refused 超出表格，不写入', '— refused 超出表格，不写入', '— skipped 这一列不写入']))
  test('一行数可以竖着粘', () => expect(lines(plan('rev_testing', '5\t6', { options: { transpose: true } }))).toEqual(['rev_testing fill →5.00', 'rev_inspect fill →6.00']))
  test('十倍于现在或上年的请看一眼', () => {
    expect(lines(plan('rpt_gov', '43860\r\n5', { values: { rpt_gov: '4386' }, prior: { values: { rpt_social: '100' }, tables: {} } }))).toEqual(['rpt_gov changed 4386→43860 是现在的 10 倍，请看一眼', 'rpt_social fill →5 是上年的 0.05 倍，请看一眼'])
  })
  test('按旁边的名称或代码对应', () => {
    const text = '指标名称\t代码\t计量单位\t本年\t上年\r\n其中：检验（含检疫）\t04\t万元\t300\t200\r\n其中：检测\t03\t万元\t500\t400\r\n别的什么\t99\t万元\t1\t1\r\n合计\t\t\t800\t600'
    const made = plan('geo_city', text)
    expect(made.match).toBe('label')
    expect(made.cells.filter(c => c.c === 3).map(c => `${where(c)} ${c.verdict} ${c.now}`)).toEqual(['— skipped ', 'rev_inspect fill 300.00', 'rev_testing fill 500.00', '— skipped ', '— skipped '])
    expect(plan('geo_city', '03\t500\r\n04\t300').cells.filter(c => c.c === 1).map(where)).toEqual(['rev_testing', 'rev_inspect'])
  })
  test('没有这一格就没有计划', () => expect(planPaste({ pack, data: { values: {}, tables: {} }, computed: {}, prior: null, matrix: [['1']], target: { item: 'no_such', row: null } })).toBeNull())
})

const domain = (id: number, code: string, rev: string, rpt: string): Row => ({ id, cells: { dom_code: code, dom_rev: rev, dom_rpt: rpt } })
const domains = [domain(1, '03', '512.60', '4386'), domain(4, '05', '128.30', '1690')]

describe('粘到可增行的表', () => {
  test('从一格起往右往下，超出的成新行', () => {
    const made = plan('dom_rev', '600\t5000\r\n700\t6000\r\n800\t7000', { tables: { domains }, row: 4 })
    expect(made).toMatchObject({ match: 'position', addedRows: 2, table: 'domains' })
    expect(lines(made)).toEqual(['dom_rev@4 changed 128.30→600.00', 'dom_rpt@4 changed 1690→5000', 'dom_rev+0 new-row →700.00', 'dom_rpt+0 new-row →6000', 'dom_rev+1 new-row →800.00', 'dom_rpt+1 new-row →7000'])
    expect(opsOf(made).rows).toEqual([{ table: 'domains', cells: { dom_rev: '700.00', dom_rpt: '6000' } }, { table: 'domains', cells: { dom_rev: '800.00', dom_rpt: '7000' } }])
  })

  const book = '项目类别\t检验检测服务收入\t出具报告数\r\n环境监测\t512.6\t43,860\r\n水质检测\t131.45\t1724\r\n建筑工程\t33.45\t728\r\n无损探伤\t66.5\t58\r\n合  计\t744\t46370'
  test('按表头对列，按代码对行；合计行不写，对不上的等选定', () => {
    const made = plan('dom_code', book, { tables: { domains } , options: { columns: ['dom_code', 'dom_rev', 'dom_rpt'] } })
    expect(made).toMatchObject({ match: 'key', addedRows: 1, columns: ['dom_code', 'dom_rev', 'dom_rpt'], headings: ['项目类别', '检验检测服务收入', '出具报告数'] })
    expect(lines(made).slice(3)).toEqual([
      'dom_code@1 same “环境监测”对应 03 环境监测', 'dom_rev@1 same', 'dom_rpt@1 changed 4386→43860 是现在的 10 倍，请看一眼',
      'dom_code@4 same “水质检测”对应 05 水质', 'dom_rev@4 changed 128.30→131.45', 'dom_rpt@4 changed 1690→1724',
      'dom_code+0 new-row →01 “建筑工程”对应 01 建筑工程', 'dom_rev+0 new-row →33.45', 'dom_rpt+0 new-row →728',
      'dom_code waiting 选定后再写', 'dom_rev waiting 选定后再写', 'dom_rpt waiting 选定后再写',
      '— skipped 不写入，合计行', '— skipped 不写入，合计行', '— skipped 不写入，合计行',
    ])
    expect(opsOf(made).rows).toEqual([{ table: 'domains', cells: { dom_code: '01', dom_rev: '33.45', dom_rpt: '728' } }])
    const chosen = plan('dom_code', book, { tables: { domains }, options: { columns: ['dom_code', 'dom_rev', 'dom_rpt'], codes: { 无损探伤: '02' } } })
    expect(chosen).toMatchObject({ addedRows: 2, counts: { waiting: 0 } })
  })
  test('表头认得的列自动对应', () => {
    const made = plan('dom_code', '出具报告数\t专业领域\r\n10\t水质\r\n20\t医学', { tables: { domains } })
    expect(made.columns).toEqual(['dom_rpt', 'dom_code'])
    expect(lines(made).slice(2)).toEqual(['dom_rpt@4 changed 1690→10 是现在的 0.006 倍，请看一眼', 'dom_code@4 same “水质”对应 05 水质', 'dom_rpt+0 new-row →20', 'dom_code+0 new-row →10 “医学”对应 10 医学'])
  })
  test('同一代码出现两次，第二次成新行', () => expect(plan('dom_code', '03\t9\t9\r\n03\t9\t9', { tables: { domains }, row: 1 }).addedRows).toBe(1))
  test('空行不成新行', () => expect(plan('dom_rev', '1\r\n\r\n2', { tables: {} })).toMatchObject({ addedRows: 2, counts: { skipped: 1 } }))
  test('选了按位置就按位置', () => expect(lines(plan('dom_code', '05', { tables: { domains }, row: 1, options: { match: 'position' } }))).toEqual(['dom_code@1 changed 03→05']))
})

describe('单位', () => {
  const prior: FilingData = { values: { rev_testing: '100', rev_inspect: '200', rev_ident: '50.5', rev_calib: '10', rev_safety: '0', rev_cert: '5', rev_ext: '8' }, tables: {} }
  const yuan = '1,200,000\r\n2,400,000\r\n505,000\r\n280,000\r\n0\r\n60,000\r\n95,000'
  test('多数是上年的约一万倍才问，不自己换算', () => {
    const made = plan('rev_testing', yuan, { prior })
    expect(made.unit).toMatchObject({ hits: 6, compared: 6, against: 'prior', low: 10_000, high: 28_000, example: { from: '1,200,000', to: '120.00' } })
    expect(made.cells[0]?.now).toBe('1200000.00')
    expect(plan('rev_testing', yuan.split('\r\n').slice(0, 4).join('\r\n'), { prior }).unit).toBeNull()
    expect(plan('rev_testing', '120\r\n240\r\n50\r\n28\r\n0\r\n6\r\n9', { prior }).unit).toBeNull()
  })
  test('也与现在的数比；写明单位的不算', () => {
    expect(plan('rev_testing', yuan, { values: prior.values }).unit).toMatchObject({ against: 'present', hits: 6 })
    expect(plan('rev_testing', yuan.replaceAll('\r\n', '元\r\n') + '元', { prior }).unit).toBeNull()
  })
  test('选了“元”才除以一万，份数不变', () => {
    const made = plan('rev_testing', '1,314,500\r\n12.5万元\r\n12345', { options: { yuan: true } })
    expect(lines(made)).toEqual(['rev_testing fill →131.45 由 1314500 元换算成万元', 'rev_inspect fill →12.50 由“12.5万元”读出', 'rev_ident fill →1.23 由 12345 元换算成万元，四舍五入到 2 位小数'])
    expect(lines(plan('rpt_gov', '12345', { options: { yuan: true } }))).toEqual(['rpt_gov fill →12345'])
    expect(plan('rev_testing', '10000\r\n10000', { options: { yuan: ['rev_inspect'] } }).cells.map(c => c.now)).toEqual(['10000.00', '1.00'])
  })
})

test('两千格的计划不到一秒', () => {
  const text = Array.from({ length: 500 }, (_, n) => `${n}.50\t${n}\t3\t环境监测`).join('\r\n')
  const from = performance.now()
  const made = plan('dom_rev', text, { options: { columns: ['dom_rev', 'dom_rpt', 'dom_staff', 'dom_code'] } })
  expect(made.counts.writes).toBe(2000)
  expect(performance.now() - from).toBeLessThan(1000)
})
