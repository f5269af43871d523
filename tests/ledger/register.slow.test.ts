import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readLetter } from '../../electron/excel/letter.ts'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { good } from '../support/desk.ts'
import { writeForeignBook } from '../support/foreign.ts'
import { describeLedger } from '../support/ledger.ts'
import { madeUpCode, madeUpUnit, Office } from '../support/office.ts'

const all = { search: '', region: '', group: '', state: 'all', offset: 0, limit: 200 } as const

describeLedger('the register', make => {
  let office: Office
  beforeEach(async () => { office = new Office(); await office.opens(make) })
  afterEach(() => office.leaves())

  const book = (rows: readonly (readonly (string | number | null)[])[]): string => writeForeignBook(join(office.folder, `b${rows.length}-${Math.random()}.xlsx`), { 说明: [['填表说明']], 名录: rows })
  const list = [
    ['沙坪坝区检验检测机构名录（示例）'],
    ['统一社会信用代码（18位）', '单位序号', '机构名称', '所在区县', '联系人', '联系电话', '资质认定证书编号', '应报表', '分组', '风险类别', '截止日期'],
    [madeUpCode(1), 1, '甲示例检测', '沙坪坝', '赵示例', 13800000000, '182200000001、182200000002', '101、201、301', '建筑、重点', 'B', '2027年3月31日'],
    [madeUpCode(2), null, '乙示例检测', '重庆市沙坪坝区', '钱示例', '023-1', null, null, null, null, null],
    ['合计', 2],
  ]

  it('a sheet with a title, its own words and a second sheet is understood as it is', async () => {
    const path = book(list)
    const preview = await office.asks('register.preview', { path })
    expect(preview).toMatchObject({ sheet: '名录', head: 1, counts: { new: 2, change: 0, same: 0, refused: 0 }, absent: 0 })
    expect(preview.mapping).toEqual({ uscc: 0, unit_seq: 1, name: 2, region: 3, contact: 4, phone: 5, certs: 6, forms: 7, groups: 8, risk: 9, deadline: 10 })
    await office.asks('register.import', { path, effective: '2027-01-11', reason: '年度名录' })
    const { units, groups } = await office.asks('register.look', all)
    expect(units.map(({ unit, name, region, phone, certs, forms, deadline, state }) => ({ unit, name, region, phone, certs, forms, deadline, state }))).toEqual([
      { unit: madeUpUnit(2), name: '乙示例检测', region: '500106', phone: '023-1', certs: [], forms: [], deadline: '2027-03-19', state: 'missing' },
      { unit: `${madeUpCode(1)}-01`, name: '甲示例检测', region: '500106', phone: '13800000000', certs: ['182200000001', '182200000002'], forms: ['101', '201', '301'], deadline: '2027-03-31', state: 'missing' },
    ])
    expect(groups).toEqual(['建筑', '重点'])
    expect(units[0]?.regionName).toBe('沙坪坝区')
  })

  it('every wrong line is named with all that is wrong with it; the sound ones go in', async () => {
    const path = book([
      ['统一社会信用代码', '单位序号', '机构名称', '区县', '应报表', '截止日期'],
      [madeUpCode(1), '00', '甲示例检测', '500106', '', ''],
      [madeUpCode(2).replace(/.$/, c => (c === '0' ? '1' : '0')), '7x', '', '火星区', '999', '明天'],
      [madeUpCode(1), '', '甲又来', '', '', ''],
      [915001060000000, '00', '数字代码', '', '', ''],
    ])
    const done = await office.asks('register.import', { path, effective: '2027-01-11', reason: '' })
    expect(done.counts).toEqual({ new: 1, change: 0, same: 0, refused: 3 })
    const lines = done.lines.filter(line => line.does === 'refused')
    expect(lines.map(line => line.line)).toEqual([3, 4, 5])
    for (const word of ['校验位', '火星区', '999', '明天', '没有机构名称']) expect(lines[0]?.problem).toContain(word)
    expect(lines[1]?.problem).toContain('第 2 行')
    expect(lines[2]?.problem).toContain('18 位')
    expect((await office.asks('register.look', all)).units.map(u => u.name)).toEqual(['甲示例检测'])
  })

  it('a second list changes what it says, keeps what it leaves blank, and removes nobody', async () => {
    await office.registers(3)
    const path = book([['统一社会信用代码', '机构名称', '联系人', '电话'], [madeUpCode(0), '沙坪坝示例检测0有限公司', '新联系人', ''], [madeUpCode(7), '新来示例检测', '', '']])
    const done = await office.asks('register.import', { path, effective: '2027-02-01', reason: '换了联系人' })
    expect([done.counts, done.absent]).toEqual([{ new: 1, change: 1, same: 0, refused: 0 }, 2])
    const { units } = await office.asks('register.look', all)
    expect(units).toHaveLength(4)
    expect(units.find(u => u.unit === madeUpUnit(0))).toMatchObject({ contact: '新联系人', phone: '023-0000' })
    const history = await office.asks('register.history', { unit: madeUpUnit(0) })
    expect(history.map(({ effective, field, old, now, reason }) => ({ effective, field, old, now, reason }))).toEqual([
      { effective: '2027-02-01', field: 'contact', old: '示例0', now: '新联系人', reason: '换了联系人' },
      { effective: '2027-01-11', field: '', old: '', now: '沙坪坝示例检测0有限公司', reason: '' },
    ])
  })

  it('a unit is set aside with a day and a reason, and comes back when a list names it', async () => {
    const [first = ''] = await office.registers(2)
    const gone = await office.asks('register.set', { unit: first, fields: { active: false }, effective: '2027-02-01', reason: '已注销' })
    expect(gone.active).toBe(false)
    expect((await office.asks('ledger.state', {}))?.counts.due).toBe(1)
    expect((await office.asks('register.look', { ...all, state: 'inactive' })).units.map(u => u.unit)).toEqual([first])
    await office.registers(2)
    expect((await office.asks('ledger.state', {}))?.counts.due).toBe(2)
    expect((await office.asks('register.history', { unit: first }))[0]).toMatchObject({ field: 'active', old: '停用', now: '在册' })
    expect(await office.isRefused('register.set', { unit: 'nobody', fields: {}, effective: '2027-02-01', reason: '无' })).toMatchObject({ code: 'not-found' })
  })

  it('names, groups and regions find units, whatever signs are typed', async () => {
    await office.registers(12, { 分组: '重点_%', 风险类别: 'C' })
    expect((await office.asks('register.look', { ...all, search: '检测11' })).total).toBe(1)
    expect((await office.asks('register.look', { ...all, search: '%' })).total).toBe(0)
    expect((await office.asks('register.look', { ...all, group: '重点_%' })).total).toBe(12)
    expect((await office.asks('register.look', { ...all, region: '50' })).total).toBe(12)
    expect((await office.asks('register.look', { ...all, region: '51' })).total).toBe(0)
    expect((await office.asks('register.look', { ...all, offset: 10, limit: 5 })).units).toHaveLength(2)
  })

  it('a GB18030 CSV is a register too', async () => {
    const path = join(office.folder, 'list.csv')
    const bytes = Buffer.concat([Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6]), Buffer.from(',uscc\n'), Buffer.from([0xb2, 0xe2]), Buffer.from(`,${madeUpCode(3)}\n`)])
    writeFileSync(path, bytes)
    const preview = await office.asks('register.preview', { path, mapping: { uscc: 1, name: 0 } })
    expect(preview.lines).toEqual([{ line: 2, unit: madeUpUnit(3), name: '测', does: 'new', changed: [], problem: null }])
  })

  it('every unit gets a task file that its application can prove, and nothing is overwritten', async () => {
    const units = await office.registers(2, { 应报表: '101、301', 截止日期: '2027-03-31' })
    const folder = join(office.folder, 'tasks')
    expect(await office.asks('register.issue', { units: 'all', folder })).toEqual({ files: 2, folder })
    await office.asks('register.issue', { units: [units[0] ?? ''], folder })
    const files = readdirSync(folder).toSorted()
    expect(files).toHaveLength(3)
    const read = good(readLetter(new Uint8Array(readFileSync(join(folder, files.find(f => f.includes(units[1] ?? '')) ?? '')))))
    const { fingerprint } = await office.asks('ledger.state', {}) ?? {}
    expect(read.signer).toBe(fingerprint)
    expect(read.letter).toMatchObject({ kind: 'task', unit_id: units[1], forms: ['101', '301'], deadline: '2027-03-31', regulator: { name: '沙坪坝示例局', region: '500106' } })
    expect(await office.isRefused('register.issue', { units: ['nobody'], folder })).toMatchObject({ code: 'register-pick' })
  })

  it('who has not reported is listed with contacts, by region, as a workbook', async () => {
    await office.registers(3, { 截止日期: '2027-03-01' })
    const path = join(office.folder, '催报.xlsx')
    const missing = await office.asks('register.missing', { region: '', path })
    expect(missing.units.map(u => [u.contact, u.phone, u.daysLate, u.state])).toEqual([['示例0', '023-0000', 9, 'missing'], ['示例1', '023-0001', 9, 'missing'], ['示例2', '023-0002', 9, 'missing']])
    expect(missing.byRegion).toEqual([{ code: '500106', name: '沙坪坝区', due: 3, received: 0, missing: 3, late: 3 }])
    const [sheet] = good(readSheets(new Uint8Array(readFileSync(path))))
    expect([...(sheet?.rows[1]?.cells.values() ?? [])].map(cell => cell.text)).toEqual(['沙坪坝区', '沙坪坝示例检测0有限公司', madeUpUnit(0), '示例0', '023-0000', '2027-03-01', '9', '未报'])
  })
})
