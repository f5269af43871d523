import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noticeSentence } from '../../core/text/notices.ts'
import { storageIn, windowsStorage } from '../../electron/storage.ts'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { Clerk, good } from '../support/desk.ts'

let clerk: Clerk
let now = new Date('2027-03-10T02:30:00Z')
beforeEach(() => {
  now = new Date('2027-03-10T02:30:00Z')
  clerk = new Clerk({ now: () => now })
})
afterEach(() => clerk.leaves())

describe('the recycle bin', () => {
  it('takes a draft and gives it back; meanwhile the year can be started anew', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    const state = await clerk.asks('filing.delete', { filing: clerk.filing })
    expect(state.units[0]?.filings).toEqual([])
    expect((await clerk.isRefused('filing.open', { filing: clerk.filing })).code).toBe('not-found')
    expect(await clerk.asks('bin.list', {})).toMatchObject([{ what: 'filing', filing: clerk.filing, year: 2026, sealed: 0 }])
    const second = await clerk.asks('filing.start', { unit: clerk.unit, pack: 'annual-2026' })
    expect((await clerk.isRefused('bin.restore', { what: 'filing', filing: clerk.filing })).code).toBe('bin-conflict')
    await clerk.asks('filing.delete', { filing: second.filing })
    await clerk.asks('bin.restore', { what: 'filing', filing: clerk.filing })
    expect((await clerk.sees()).data.values.tel).toBe('0571-01234567')
  })

  it('takes a sealed year or unit only with a reason, which stays on record', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    await clerk.seals()
    expect((await clerk.isRefused('filing.delete', { filing: clerk.filing })).code).toBe('delete-reason')
    expect((await clerk.isRefused('unit.delete', { unit: clerk.unit, reason: ' 错 ' })).code).toBe('delete-reason')
    expect((await clerk.asks('unit.delete', { unit: clerk.unit, reason: '单位已注销' })).units).toEqual([])
    expect(await clerk.asks('bin.list', {})).toMatchObject([{ what: 'unit', filings: 1, reason: '单位已注销' }])
    await clerk.asks('bin.restore', { what: 'unit', unit: clerk.unit })
    const history = await clerk.asks('history.list', { filing: clerk.filing, limit: 2 })
    expect(history.lines.map(l => [l.kind, l.item, l.reason])).toEqual([['add', '', null], ['delete', '', '单位已注销']])
    expect((await clerk.sees()).state).toBe('sealed')
  })

  it('keeps deleted rows with what they held, and puts them back at the end', async () => {
    await clerk.startsUnit()
    await clerk.fillsLike('enterprise', 2026)
    const { data } = await clerk.sees()
    const [table, rows] = Object.entries(data.tables).find(([, r]) => r.length > 1) ?? ['', []]
    const row = rows[0]
    await clerk.asks('filing.row', { op: 'delete', filing: clerk.filing, table, rows: [row?.id ?? 0] })
    expect((await clerk.asks('bin.list', {})).filter(b => b.what === 'row')).toMatchObject([{ table, row: row?.id }])
    await clerk.asks('bin.restore', { what: 'row', filing: clerk.filing, table, row: row?.id ?? 0 })
    expect((await clerk.sees()).data.tables[table]?.at(-1)).toEqual(row)
    expect((await clerk.asks('bin.list', {})).filter(b => b.what === 'row')).toEqual([])
  })

  it('is emptied of what is older than thirty days, of all when asked, and other records stay append-only', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    await clerk.seals()
    await clerk.asks('filing.delete', { filing: clerk.filing, reason: '重复建立' })
    expect(await clerk.asks('bin.empty', { all: false })).toEqual({ removed: 0 })
    now = new Date('2027-04-20T02:30:00Z')
    await clerk.startsYear('annual-2026')
    await clerk.asks('filing.delete', { filing: clerk.filing })
    expect(await clerk.asks('bin.empty', { all: false })).toEqual({ removed: 1 })
    expect(await clerk.asks('bin.list', {})).toMatchObject([{ what: 'filing', year: 2026 }])
    expect(await clerk.asks('bin.empty', { all: true })).toEqual({ removed: 1 })
    await clerk.asks('unit.delete', { unit: clerk.unit })
    expect(await clerk.asks('bin.empty', { all: true })).toEqual({ removed: 1 })
    await clerk.startsUnit()
    clerk.restarts()
    expect((await clerk.asks('app.state', {})).units).toHaveLength(1)
  })
})

describe('the record of changes', () => {
  it('is found by item, person and day, page by page', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '1')
    await clerk.asks('app.settings', { userName: '李会计' })
    now = new Date('2027-03-11T16:30:00Z')
    await clerk.types('tel', '2')
    await clerk.types('legal_rep', '林示例')
    const ask = async (more: object): Promise<readonly string[]> => (await clerk.asks('history.list', { filing: clerk.filing, limit: 100, ...more })).lines.map(l => l.now)
    expect(await ask({ item: 'tel' })).toEqual(['2', '1'])
    expect(await ask({ person: '李会计' })).toEqual(['林示例', '2'])
    expect(await ask({ to: '2027-03-11' })).toEqual(['1'])
    expect(await ask({ from: '2027-03-12', to: '2027-03-12' })).toEqual(['林示例', '2'])
    const page = await clerk.asks('history.list', { filing: clerk.filing, limit: 1 })
    expect([page.total, page.people]).toEqual([3, ['zhou', '李会计']])
    expect(await ask({ before: page.lines[0]?.id })).toEqual(['2', '1'])
  })

  it('calls an explanation by its rule’s title', async () => {
    await clerk.startsUnit()
    await clerk.asks('filing.explain', { filing: clerk.filing, rule: 'W061', row: null, item: null, text: '本年承接了省级抽检任务' })
    expect((await clerk.asks('history.list', { filing: clerk.filing, limit: 1 })).lines[0]).toMatchObject({ kind: 'explain', item: 'W061', label: '委托来源合计与服务收入不等' })
  })

  it('is written as a workbook in which texts stay texts', async () => {
    await clerk.startsUnit()
    await clerk.types('reg_addr', '=HYPERLINK("http://x","点这里") <甲&乙>')
    await clerk.types('uscc', '001234567890123456')
    const path = join(clerk.folder, '改动.xlsx')
    expect(await clerk.asks('history.export', { filing: clerk.filing, path })).toMatchObject({ path, lines: 2 })
    const [sheet] = good(readSheets(readFileSync(path)))
    expect(sheet?.name).toBe('变更记录')
    expect(sheet?.rows.map(r => r.cells.get(10)?.text)).toEqual(['新值', '=HYPERLINK("http://x","点这里") <甲&乙>', '001234567890123456'])
  })

  it('is written as CSV in which no text becomes a formula', async () => {
    await clerk.startsUnit()
    await clerk.types('reg_addr', '=HYPERLINK("http://x","点这里")')
    await clerk.types('staff_total', '-12.5')
    const path = join(clerk.folder, '改动.csv')
    expect((await clerk.asks('history.export', { filing: clerk.filing, path })).lines).toBe(2)
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\uFEFF时间,填报人')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""点这里"")"`)
    expect(text).toContain(',-12.5,')
  })
})

describe('where the work file stands', () => {
  it.each([['network', '网络共享'], ['removable', '移动存储']] as const)('on %s storage it is saved without a write-ahead log, and the start says so', async (storage, words) => {
    const far = new Clerk({ now: () => now, storage })
    await far.startsUnit()
    await far.types('tel', '0571-01234567')
    const data = join(far.folder, 'data')
    expect(readdirSync(data).filter(name => name.endsWith('-wal'))).toEqual([])
    const store = far.engine.desk.store()
    expect(store.ok && store.value.read.get('pragma journal_mode')).toEqual({ journal_mode: 'delete' })
    expect(store.ok && store.value.read.get('pragma synchronous')).toEqual({ synchronous: 2 })
    const { notices } = await far.asks('app.state', {})
    expect(notices).toMatchObject([{ kind: `storage-${storage}`, params: { path: data } }])
    expect(notices.map(n => noticeSentence(n)).join()).toContain(words)
    far.restarts()
    expect((await far.sees()).data.values.tel).toBe('0571-01234567')
    far.leaves()
  })

  const mounts = 'sysfs /sys sysfs rw 0 0\n/dev/sda1 / ext4 rw 0 0\n//srv/a /mnt/share cifs rw 0 0\n/dev/sdb1 /media/u/My\\040Stick vfat rw 0 0\nu@h:/ /home/u/far fuse.sshfs rw 0 0\n/dev/sdc1 /home/u/far/near ext4 rw 0 0\nsrv:/x /nfs nfs4 rw 0 0\n'
  it.each([
    ['/home/u/data', 'local'], ['/mnt/share/a', 'network'], ['/mnt/shared', 'local'], ['/media/u/My Stick/d', 'removable'],
    ['/home/u/far/d', 'network'], ['/home/u/far/near/d', 'local'], ['/nfs', 'network'],
  ])('%s is %s', (path, kind) => expect(storageIn(mounts, path)).toBe(kind))

  it.each([
    ['C:\\Users\\u', 'local'], ['\\\\srv\\share\\d', 'network'], ['\\\\?\\UNC\\srv\\share', 'network'], ['\\\\?\\C:\\d', 'local'], ['E:\\d', 'removable'], ['Z:\\d', 'network'], ['D:\\d', 'local'],
  ])('on Windows %s is %s', (path, kind) => {
    const said: Readonly<Record<string, string>> = { 'E:': 'E: - 可移动驱动器', 'Z:': 'Z: - Remote/Network Drive', 'D:': 'D: - Fixed Drive' }
    expect(windowsStorage(path, 'C:', drive => said[drive] ?? '')).toBe(kind)
  })
})
