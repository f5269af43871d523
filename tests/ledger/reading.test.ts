import { describe, expect, it } from 'vitest'
import { proposeColumns } from '../../core/register/columns.ts'
import { readDay, readForms, readList, readRegion, readUnit, type RegisterContext } from '../../core/register/reading.ts'
import { grants } from '../../electron/ledger/grants.ts'
import { columnTypes, ledgerTables } from '../../electron/ledger/columnTypes.ts'
import { isServer, shownAddress, withoutPassword } from '../../electron/ledger/place.ts'
import { serverOf } from '../../electron/ledger/server.ts'
import { speak } from '../../electron/ledger/speak.ts'
import { describeLedger } from '../support/ledger.ts'
import { madeUpCode } from '../support/office.ts'

const cell = (text: string, damaged = false) => ({ text, kind: 'text' as const, damaged })
const context: RegisterContext = {
  region: '50', forms: [{ no: '101' }, { no: '201-1', variantOf: '201' }],
  regions: [['500106', '重庆市 沙坪坝区', 'now'], ['330101', '浙江省 杭州市 西城区', 'now'], ['110102', '北京市 西城区', 'now'], ['500101', '重庆市 万州区', 'now'], ['500221', '重庆市 长寿县', 'old']],
}
const value = (result: ReturnType<typeof readRegion>): string => (result.ok ? result.value : result.problem.code)

describe('the words of a register', () => {
  const code = madeUpCode(5)
  it.each([
    [code, '', '', `${code}-00`], [` ${code.toLowerCase()} `, '1', '', `${code}-01`], ['', '', `${code}-02`, `${code}-02`], ['', '', code, `${code}-00`],
    [code.slice(1), '', '', 'register-unit'], [`${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`, '', '', 'register-check'], [code, '100', '', 'register-seq'], ['', '', '', 'register-unit'],
  ])('the unit of %j %j %j is %s', (uscc, seq, whole, unit) => { expect(value(readUnit(uscc === '' ? undefined : cell(uscc), seq, whole))).toBe(unit) })
  it('a code whose last digits a spreadsheet lost is no code', () => { expect(value(readUnit(cell(code, true), '', ''))).toBe('register-unit') })
  it.each([
    ['500106', '500106'], ['５００１０６', '500106'], ['沙坪坝区', '500106'], ['重庆市沙坪坝区', '500106'], ['重庆市 沙坪坝区', '500106'], ['沙坪坝', '500106'],
    ['西城区', 'register-region-twice'], ['北京市西城区', '110102'], ['500221', 'register-region'], ['999999', 'register-region'], ['区', 'register-region'],
  ])('the region %s is %s', (text, region) => { expect(value(readRegion(text, context))).toBe(region) })
  it.each([
    ['2027-03-19', '2027-03-19'], ['2027/3/9', '2027-03-09'], ['2027年3月9日', '2027-03-09'], ['20270319', '2027-03-19'], ['2027.12.31', '2027-12-31'], ['2027-03-19 00:00:00', '2027-03-19'],
    ['2027-02-30', 'register-date'], ['3月9日', 'register-date'], ['明天', 'register-date'],
  ])('the day %s is %s', (text, day) => { expect(value(readDay(text))).toBe(day) })
  it('lists and forms', () => {
    expect(readList('甲、乙，丙; 丁\n甲')).toEqual(['甲', '乙', '丙', '丁'])
    expect(readForms('检统101表、201；201-1', context)).toEqual({ ok: true, value: ['101', '201', '201-1'] })
    expect(readForms('101、999、998', context)).toMatchObject({ ok: false, problem: { code: 'register-form', params: { text: '999、998' } } })
  })
  it('each column of a sheet serves once, the likeliest word first', () => {
    const head = (...titles: string[]) => proposeColumns({ row: 1, cells: new Map(titles.map((title, at) => [at, cell(title)])) })
    expect(head('机构名称', '区县', '区县代码', '联系人', '联系人电话')).toEqual({ name: 0, region: 2, contact: 3, phone: 4 })
    expect(head('* 统一社会信用代码（必填）', '单位 名称', '报送截止日期（年月日）')).toEqual({ uscc: 0, name: 1, deadline: 2 })
    expect(head()).toEqual({})
  })
})

describe('the words of a server', () => {
  it('a statement keeps its texts, numbers its parameters by their kind and capitals by quotes', () => {
    expect(speak(`select a as orgName from t where x = ? and y like 'it''s ?' and z in (?, ?, ?) -- why?`, ['s', 1, 2 ** 40, null])).toEqual({
      text: `select a as "orgName" from t where x = $1::text and y like 'it''s ?' and z in ($2::integer, $3::bigint, null) -- why?`, values: ['s', '1', String(2 ** 40)],
    })
    expect(() => speak('select ?', [])).toThrow('1 parameters')
  })
  it('a password is neither shown nor kept', () => {
    for (const address of ['postgres://u:geheim@h/d', 'postgres://u@h/d?password=geheim', 'postgresql://u:geheim@h:5432/d?sslmode=require&password=geheim&x=1']) {
      expect(isServer(address)).toBe(true)
      expect(shownAddress(address) + JSON.stringify(withoutPassword({ postgres: address, password: 'geheim' }))).not.toContain('geheim')
    }
  })
  it('another machine is proved unless the address says otherwise; this one needs no proof', () => {
    const ssl = (address: string) => { const server = serverOf(address, 'p'); return server.ok ? server.value.ssl : server.problem.code }
    expect(ssl('postgres://u@db.example/d')).toMatchObject({ rejectUnauthorized: true, servername: 'db.example', minVersion: 'TLSv1.2' })
    expect(ssl('postgres://u@db.example/d?sslmode=require')).toMatchObject({ rejectUnauthorized: false })
    expect([ssl('postgres://u@localhost/d'), ssl('postgres:///d?host=/run/postgresql'), ssl('postgres://u@h/d?sslmode=disable')]).toEqual([false, false, false])
  })
  it('every table has its columns and its rights', () => {
    expect(ledgerTables).toContain('value')
    for (const table of ledgerTables) {
      expect(columnTypes(table).size).toBeGreaterThan(1)
      expect(grants('s')).toContain(`"s".${table}`)
    }
  })
})

describeLedger('the tables of a ledger', make => {
  it('are the same on either database', async () => {
    const { sql } = await make()
    for (const table of ledgerTables) expect(await sql.all(`select ${[...columnTypes(table).keys()].join(', ')} from ${table} where 1 = 0`)).toEqual([])
  })
})
