import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../core/contract.ts'
import { mappingSchema, type MappingInput } from '../../core/import/mapping.ts'
import { balanceRows, csvOf, gb18030, limsRows, writeForeignBook } from '../support/foreign.ts'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit() })
afterEach(() => clerk.leaves())

const at = (name: string): string => join(clerk.folder, name)
const previews = (path: string, parts: MappingInput['parts']): Promise<Answer<'import.preview'>> => clerk.asks('import.preview', { filing: clerk.filing, path, mapping: mappingSchema.parse({ format: 1, parts }) })
const runs = async (path: string, parts: MappingInput['parts'], skipRefused = false): Promise<Answer<'import.run'>> => {
  const mapping = mappingSchema.parse({ format: 1, parts })
  const { digest } = await clerk.asks('import.preview', { filing: clerk.filing, path, mapping })
  return clerk.asks('import.run', { filing: clerk.filing, path, mapping, digest, skipRefused })
}
const shown = (cells: Answer<'import.preview'>['cells']): unknown => cells.map(c => [c.cell, c.item, c.old, c.now, c.verdict, c.problem?.code ?? c.note?.code ?? null])

const account = (keys: string[], item: string, column = 'F'): MappingInput['parts'][number] =>
  ({ kind: 'lookup', sheet: '科目余额表', headerRow: 4, keyAt: { column: 'A' }, valueAt: { column, header: column === 'G' ? '借方' : '贷方' }, keys, item, unit: '元' })

describe('an accounting balance in 元', () => {
  const parts = [account(['6001', '6051'], 'fe_rev'), account(['6601'], 'fe_sell'), account(['6602'], 'fe_admin'), account(['6603'], 'fe_fin'), account(['1601'], 'fe_fixed', 'G')]

  it('is mapped by account, converted to 万元 and taken as one step', async () => {
    await clerk.types('fe_sell', '125.00')
    await clerk.types('fe_admin', '400.00')
    const path = writeForeignBook(at('余额表.xlsx'), { 科目余额表: balanceRows, 凭证: [['x']] })
    const preview = await previews(path, parts)
    expect(preview.faults).toEqual([])
    expect(shown(preview.cells)).toEqual([
      ['F7+F8', 'fe_rev', '', '3298.74', 'fills', 'import-rounded'], ['F9', 'fe_sell', '125.00', '125.00', 'same', null], ['F10', 'fe_admin', '400.00', '410.00', 'replaces', 'import-rounded'],
      ['F11', 'fe_fin', '', '-3.50', 'fills', null], ['G5', 'fe_fixed', '', '1456.40', 'fills', 'import-rounded'],
    ])
    expect((await clerk.sees()).data.values).not.toHaveProperty('fe_rev')
    const { change, counts } = await runs(path, parts)
    expect([change.undo, counts]).toEqual(['import', { fills: 3, replaces: 1, same: 1, refused: 0, rowsAdded: 0, rowsRemoved: 0 }])
    expect(change.values).toEqual({ fe_rev: '3298.74', fe_admin: '410.00', fe_fin: '-3.50', fe_fixed: '1456.40' })
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await clerk.sees()).data.values).toMatchObject({ fe_admin: '400.00' })
    expect((await clerk.sees()).data.values).not.toHaveProperty('fe_rev')
  })

  it('next year’s sheet of another name, with rows and columns moved, is read by its headings', async () => {
    const moved = [['导出时间 2027-01-03'], ...balanceRows].map(row => [null, ...row])
    const path = writeForeignBook(at('2026.xlsx'), { Sheet1: moved })
    const preview = await previews(path, [{ kind: 'lookup', sheet: '科目余额表', headerRow: 3, keyAt: { column: 'A', header: '科目编码' }, valueAt: { column: 'E', header: '本期发生额' }, keys: ['6601'], item: 'fe_sell', unit: '元' }])
    expect(shown(preview.cells)).toEqual([['F10', 'fe_sell', '', '125.00', 'fills', null]])
  })

  it('everything that is wrong is told at once, with sheet and cell, and nothing is done', async () => {
    const path = writeForeignBook(at('错.xlsx'), { 科目余额表: [...balanceRows, ['6602', '管理费用', null, null, 1, 1], ['6603x', '利息', null, null, null, { v: '#REF!', t: 's' }], ['6701', '损失', null, null, null, '约三万']], 其他: [['a']] })
    const wrong = [...parts, account(['6603x'], 'fe_nonop'), account(['6701'], 'fe_cost'), account(['7777'], 'fe_taxsur'), account(['6051'], 'fe_rev'), account(['6601'], 'fe_netprofit'), account(['6601'], 'no_such'), account(['6601'], 'staff_total'), { ...account(['6601'], 'fe_rd'), sheet: '不存在' } as MappingInput['parts'][number]]
    const preview = await previews(path, wrong)
    expect(preview.cells.filter(c => c.verdict === 'refused').map(c => [c.sheet, c.cell, c.item, c.problem?.code])).toEqual([
      ['科目余额表', 'F15', 'fe_nonop', 'import-cell-error'], ['科目余额表', 'F16', 'fe_cost', 'import-not-number'], ['科目余额表', 'F8', 'fe_rev', 'import-same-cell'], ['科目余额表', 'F9', 'staff_total', 'import-unit'],
    ])
    expect(preview.faults.map(f => [f.sheet, f.cell, f.item, f.problem.code])).toEqual([
      ['科目余额表', 'A14', 'fe_admin', 'import-key-twice'], ['科目余额表', null, 'fe_taxsur', 'import-key-missing'], ['科目余额表', null, 'fe_netprofit', 'import-item-computed'],
      ['科目余额表', null, 'no_such', 'filing-unknown-key'], ['不存在', null, null, 'import-sheet-missing'],
    ])
    const refused = await clerk.isRefused('import.run', { filing: clerk.filing, path, mapping: mappingSchema.parse({ format: 1, parts: wrong }), digest: preview.digest, skipRefused: false })
    expect(refused).toMatchObject({ code: 'import-refused', params: { count: 9 } })
    expect((await clerk.sees()).data.values).not.toHaveProperty('fe_rev')
    const { counts } = await runs(path, wrong, true)
    expect([counts.fills, (await clerk.sees()).data.values.fe_rev]).toEqual([4, '3298.74'])
  })

  it('a file that changed since the preview is not imported', async () => {
    const path = writeForeignBook(at('余额表.xlsx'), { 科目余额表: balanceRows })
    const { digest } = await previews(path, parts)
    writeForeignBook(path, { 科目余额表: balanceRows.slice(0, 8) })
    expect((await clerk.isRefused('import.run', { filing: clerk.filing, path, mapping: mappingSchema.parse({ format: 1, parts }), digest, skipRefused: true })).code).toBe('import-file-changed')
  })
})

describe('a LIMS report list', () => {
  const codes = { 食品及食品接触材料: '02', 环境监测: '03', 建筑工程: '04', 机动车: '05' }
  const group = (more: Record<string, string>): MappingInput['parts'] => [
    { kind: 'group', sheet: '报告清单', headerRow: 2, table: 'domains', by: { at: { column: 'D', header: '专业领域' }, item: 'dom_code', codes: { ...codes, ...more } }, measures: [{ op: 'count', item: 'dom_rpt' }, { op: 'sum', of: { column: 'E', header: '检测费（元）' }, item: 'dom_rev', unit: '元' }] },
    { kind: 'tally', sheet: '报告清单', headerRow: 2, op: 'count', where: { at: { column: 'C', header: '检验类别' }, values: ['监督抽查'] }, item: 'rpt_gov' },
    { kind: 'tally', sheet: '报告清单', headerRow: 2, op: 'distinct', of: { column: 'B' }, item: 'client_cnt' },
  ]

  it('is counted and added up by domain into rows of 302; an unknown domain is told once', async () => {
    const path = writeForeignBook(at('lims.xlsx'), { 报告清单: limsRows(1000) })
    const refused = await previews(path, group({}))
    expect(refused.cells.filter(c => c.verdict === 'refused').map(c => [c.cell, c.source, c.problem?.code])).toEqual([['D7', '宠物用品', 'import-code-unknown']])
    await clerk.asks('filing.row', { op: 'add', filing: clerk.filing, table: 'domains', after: null, cells: { dom_code: '02', dom_main: '1', dom_rpt: '7' } })
    const { counts } = await runs(path, group({ 宠物用品: '06' }))
    expect(counts).toMatchObject({ refused: 0, rowsAdded: 4, replaces: 1 })
    const { data } = await clerk.sees()
    expect(data.tables.domains?.map(r => [r.cells.dom_code, r.cells.dom_main, r.cells.dom_rpt, r.cells.dom_rev])).toEqual([
      ['02', '1', '200', '5.02'], ['03', undefined, '200', '5.02'], ['04', undefined, '200', '5.02'], ['05', undefined, '200', '5.02'], ['06', undefined, '200', '5.02'],
    ])
    expect([data.values.rpt_gov, data.values.client_cnt]).toEqual(['250', '37'])
    const again = await previews(path, group({ 宠物用品: '06' }))
    expect(again.counts).toMatchObject({ fills: 0, replaces: 0, refused: 0, rowsAdded: 0 })
    expect(again.skipped.map(s => [s.row, s.text, s.problem.code])).toEqual([[1003, '合计', 'import-total-row']])
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await clerk.sees()).data.tables.domains?.map(r => r.cells.dom_rpt)).toEqual(['7'])
  })
})

describe('CSV', () => {
  const rows = [['证书编号', '证书种类', '级别', '证书持有机构名称', '发证机关', '发证日期', '有效期至', '期末状态'], ['231100349901', '11', '2', '甲, 乙“示例”', '浙江省市场监督管理局', '2024/3/1', '2030年2月28日', '有效']]
  it.each([
    ['utf8.csv', (text: string) => Buffer.from(text), ',', 'utf-8'],
    ['bom.csv', (text: string) => Buffer.from(`\ufeff${text}`), ';', 'utf-8'],
    ['gb.csv', gb18030, '\t', 'gb18030'],
    ['utf16.txt', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), '\t', 'utf-16'],
  ] as const)('%s is read, suggests its table, and fills its rows', async (name, encode, separator, encoding) => {
    writeFileSync(at(name), encode(csvOf(rows, separator)))
    const look = await clerk.asks('import.look', { filing: clerk.filing, path: at(name) })
    expect([look.encoding, look.sheets[0]?.rows, look.sheets[0]?.columns]).toEqual([encoding, 2, 8])
    const part = look.proposals[0]?.part
    expect(part?.kind === 'table' && [part.table, part.headerRow, part.columns.map(c => [c.at.column, c.item])]).toEqual(['certs', 1, [['A', 'cert_no'], ['B', 'cert_kind'], ['C', 'cert_level'], ['D', 'cert_holder'], ['E', 'cert_issuer'], ['F', 'cert_issue'], ['G', 'cert_valid'], ['H', 'cert_status']]])
    if (!part) throw new Error('no proposal')
    const preview = await previews(at(name), [part])
    expect(preview.cells.map(c => [c.cell, c.now, c.verdict])).toEqual([
      ['A2', '231100349901', 'fills'], ['B2', '11', 'fills'], ['C2', '2', 'fills'], ['D2', '甲, 乙“示例”', 'fills'], ['E2', '浙江省市场监督管理局', 'fills'], ['F2', '2024-03-01', 'fills'], ['G2', '2030-02-28', 'fills'], ['H2', '1', 'fills'],
    ])
  })

  it.each([
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import-old-format'], ['page.xls', Buffer.from('<html>'), 'import-file-kind'], ['note.pdf', Buffer.from('%PDF'), 'import-file-kind'],
    ['binary.csv', Buffer.from([0x41, 0x00, 0x42, 0xff, 0xff]), 'import-encoding'], ['cut.xlsx', Buffer.from('504b030414000000', 'hex'), 'xlsx-zip-broken'],
  ])('%s is refused: %s', async (name, bytes, code) => {
    writeFileSync(at(name), bytes)
    expect((await clerk.isRefused('import.look', { filing: clerk.filing, path: at(name) })).code).toBe(code)
  })
})

describe('rows', () => {
  const table = (mode: 'match' | 'add' | 'replace'): MappingInput['parts'] => [{ kind: 'table', sheet: 's', headerRow: 1, table: 'instruments', mode, columns: [{ at: { column: 'A' }, item: 'eq_no' }, { at: { column: 'B' }, item: 'eq_price', unit: '元' }, { at: { column: 'C' }, item: 'eq_buy' }] }]
  it('meet by their key, are added, or take the place of the present ones; damaged numbers and double keys are refused', async () => {
    for (const no of ['E-1', 'E-2']) await clerk.asks('filing.row', { op: 'add', filing: clerk.filing, table: 'instruments', after: null, cells: { eq_no: no, eq_name: '谱仪' } })
    const path = writeForeignBook(at('s.xlsx'), { s: [['编号', '原值', '启用'], ['E-2', 1234567.891, { v: 45000, z: 'yyyy/m' }], ['E-3', 650000, '2020年5月'], ['小计', 5]] })
    const kinds = async (mode: 'match' | 'add' | 'replace'): Promise<unknown> => { const p = await previews(path, table(mode)); return [p.cells.map(c => c.row ?? `+${c.added}`), p.counts.rowsAdded, p.counts.rowsRemoved] }
    expect(await kinds('match')).toEqual([[2, 2, 2, '+1', '+1', '+1'], 1, 0])
    expect(await kinds('add')).toEqual([['+1', '+1', '+1', '+2', '+2', '+2'], 2, 0])
    expect(await kinds('replace')).toEqual([['+1', '+1', '+1', '+2', '+2', '+2'], 2, 2])
    await runs(path, table('replace'))
    expect((await clerk.sees()).data.tables.instruments?.map(r => r.cells)).toEqual([{ eq_no: 'E-2', eq_price: '123.46', eq_buy: '2023-03' }, { eq_no: 'E-3', eq_price: '65.00', eq_buy: '2020-05' }])
    const bad = writeForeignBook(at('bad.xlsx'), { s: [['编号', '原值', '启用'], [Number('330106199001011234'), 1], ['E-9', '?'], ['E-9', 3], [null, 4], ['E-8', { v: 0.30000000000000004, z: '0.00' }]] })
    const preview = await previews(bad, table('match'))
    expect(preview.cells.filter(c => c.verdict === 'refused').map(c => [c.cell, c.problem?.code])).toEqual([['A2', 'import-code-damaged'], ['B3', 'import-not-number']])
    expect(preview.faults.map(f => [f.cell, f.problem.code])).toEqual([['A4', 'import-key-twice'], ['A5', 'import-key-blank']])
    expect(preview.cells.find(c => c.cell === 'B6')?.source).toBe('0.3')
  })
})

describe('kept mappings', () => {
  it('stay with the unit by name and say whether they fit a file', async () => {
    const mapping = mappingSchema.parse({ format: 1, parts: [account(['6001', '6051'], 'fe_rev')] })
    await clerk.asks('import.save', { unit: clerk.unit, name: '用友余额表', mapping })
    await clerk.asks('import.save', { unit: clerk.unit, name: ' 用友余额表 ', mapping })
    clerk.restarts()
    expect((await clerk.asks('import.mappings', { unit: clerk.unit })).map(m => [m.name, m.mapping])).toEqual([['用友余额表', mapping]])
    const fits = async (path: string): Promise<readonly string[]> => (await clerk.asks('import.look', { filing: clerk.filing, path })).fitting
    expect(await fits(writeForeignBook(at('a.xlsx'), { 科目余额表: balanceRows }))).toEqual(['用友余额表'])
    expect(await fits(writeForeignBook(at('b.xlsx'), { 报告清单: limsRows(3) }))).toEqual([])
    expect(await clerk.asks('import.remove', { unit: clerk.unit, name: '用友余额表' })).toEqual([])
  })

  it('names before figures suggest items with the unit of the sheet', async () => {
    const path = writeForeignBook(at('利润表.xlsx'), { 利润表: [['利润表'], ['编制单位：甲', null, '单位：元'], ['项目', '行次', '本年金额'], ['一、营业收入', 1, 32987401.47], ['减：营业成本', 2, 19870000], ['销售费用', 4, 1250000], ['三、利润总额（亏损以“-”号填列）', 9, 2100000]] })
    const { proposals } = await clerk.asks('import.look', { filing: clerk.filing, path })
    const parts = proposals.flatMap(({ part }) => (part.kind === 'lookup' ? [part] : []))
    expect(parts.map(p => [p.item, p.unit]).filter(([item]) => String(item).startsWith('fe_'))).toEqual([['fe_rev', '元'], ['fe_cost', '元'], ['fe_sell', '元'], ['fe_profit', '元']])
    expect((await previews(path, parts.filter(p => p.item === 'fe_rev'))).cells[0]).toMatchObject({ item: 'fe_rev', now: '3298.74' })
  })
})
