import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noticeSentence } from '../../core/text/notices.ts'
import { isSound } from '../../electron/db/open.ts'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
let now = new Date('2027-03-10T02:30:00Z')
const file = (): string => join(clerk.folder, 'data', '检报数据.jianbao')
const backups = async (): Promise<readonly string[]> => (await clerk.asks('backup.list', {})).map(b => b.reason)
beforeEach(() => {
  now = new Date('2027-03-10T02:30:00Z')
  clerk = new Clerk({ now: () => now })
})
afterEach(() => clerk.leaves())
/** The first page of a table in the work file. */
function pageOf(table: string): number {
  const db = new Database(file(), { readonly: true })
  try { return db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table) as number } finally { db.close() }
}

/** The power goes while the application runs: what was on the disk then is what the next start finds. */
function powerGoes(): void {
  const left = new Map(readdirSync(join(clerk.folder, 'data')).filter(n => n.startsWith('检报数据.')).map(n => [n, readFileSync(join(clerk.folder, 'data', n))]))
  const journals = readdirSync(join(clerk.folder, 'data', '备份')).map(n => [join(clerk.folder, 'data', '备份', n), readFileSync(join(clerk.folder, 'data', '备份', n))] as const)
  clerk.engine.close()
  for (const [name, bytes] of left) writeFileSync(join(clerk.folder, 'data', name), bytes)
  for (const [path, bytes] of journals) writeFileSync(path, bytes)
  clerk.restarts()
}

describe('backups', () => {
  it('are made on the day’s first opening, before and after sealing, and on leaving when something was saved', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    await clerk.seals()
    expect(await backups()).toEqual(['sealed', 'seal', 'daily'])
    expect((await clerk.asks('app.leave', {})).backup).toBeNull()
    await clerk.asks('app.settings', { userName: '周示例' })
    expect((await clerk.asks('app.leave', {})).backup).not.toBeNull()
    clerk.restarts()
    expect((await backups())[0]).toBe('exit')
    now = new Date('2027-03-11T02:30:00Z')
    clerk.restarts()
    expect((await backups())[0]).toBe('daily')
    expect((await clerk.asks('backup.list', {})).every(b => b.verified && b.size > 0)).toBe(true)
    expect((await clerk.asks('app.state', {})).notices).toEqual([])
  })

  it('are thinned to the last twenty and one a month', async () => {
    for (const month of ['01', '02', '03']) {
      for (let day = 1; day <= 12; day++) {
        now = new Date(`2027-${month}-${String(day).padStart(2, '0')}T02:30:00Z`)
        clerk.restarts()
        await clerk.asks('app.state', {})
      }
    }
    const days = (await clerk.asks('backup.list', {})).map(b => b.at.slice(5, 10))
    expect(days).toHaveLength(21)
    expect(days.slice(0, 20).at(-1)).toBe('02-05')
    expect(days.at(-1)).toBe('01-12')
  })

  it('whose bytes the disk has changed are not called verified, though they can be opened', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    const { file } = await clerk.asks('backup.now', {})
    const path = join(clerk.folder, 'data', '备份', file)
    writeFileSync(path, Buffer.from(readFileSync(path, 'latin1').replaceAll('0571-01234567', '0571-01234568'), 'latin1'))
    expect(isSound(path)).toBe(true)
    expect((await clerk.asks('backup.list', {})).find(b => b.file === file)?.verified).toBe(false)
    expect((await clerk.isRefused('backup.restore', { file })).code).toBe('backup-unsound')
  })

  it('stay in their order when many are made at once and when the clock is set back', async () => {
    await clerk.startsUnit()
    for (let n = 0; n < 30; n++) await clerk.asks('backup.now', {})
    now = new Date('2027-03-09T02:30:00Z')
    await clerk.types('tel', '0571-01234567')
    const last = await clerk.asks('backup.now', {})
    expect((await clerk.asks('backup.list', {}))[0]).toEqual(last)
    expect((await clerk.asks('backup.preview', { file: last.file })).cells).toBe(0)
  })

  it('show what restoring would change, and restore in one step with the present work kept', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    const old = await clerk.asks('backup.now', {})
    await clerk.types('tel', '0571-09999999')
    await clerk.types('legal_rep', '林示例')
    const seen = await clerk.asks('backup.preview', { file: old.file })
    expect(seen.cells).toBe(2)
    expect(seen.list).toContainEqual({ unit: '浙江澜序示例检测科技有限公司', year: 2026, form: '101', item: 'tel', label: '固定电话', row: null, here: '0571-09999999', there: '0571-01234567' })
    expect(seen.filings).toMatchObject([{ year: 2026, status: 'changed', cells: 2, sealedHere: 0, sealedThere: 0 }])
    await clerk.asks('backup.restore', { file: old.file })
    expect((await clerk.sees()).data.values).toMatchObject({ tel: '0571-01234567' })
    expect((await clerk.sees()).data.values.legal_rep).toBeUndefined()
    const kept = (await clerk.asks('backup.list', {})).find(b => b.reason === 'replaced')
    await clerk.asks('backup.restore', { file: kept?.file ?? '' })
    expect((await clerk.sees()).data.values.tel).toBe('0571-09999999')
  })

  it('that cannot be read are shown as such and refused, and the work stays', async () => {
    await clerk.startsUnit()
    const copy = await clerk.asks('backup.now', {})
    truncateSync(join(clerk.folder, 'data', '备份', copy.file), 9000)
    expect((await clerk.asks('backup.list', {})).find(b => b.file === copy.file)?.verified).toBe(false)
    expect((await clerk.isRefused('backup.restore', { file: copy.file })).code).toBe('backup-unsound')
    expect((await clerk.isRefused('backup.restore', { file: '别的-20270310T023000Z.jianbao' })).code).toBe('file-missing')
    expect((await clerk.isRefused('backup.restore', { file: '../检报数据.jianbao' })).code).toBe('usage')
    expect((await clerk.sees()).state).toBe('draft')
  })
})

describe('after trouble', () => {
  it('a start after a power cut says what was recovered, once', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    now = new Date('2027-03-10T03:00:00Z')
    await clerk.types('legal_rep', '林示例')
    powerGoes()
    const state = await clerk.asks('app.state', {})
    expect(state.notices).toMatchObject([{ kind: 'recovered', params: { at: '2027-03-10 11:00:00' } }])
    expect(state.notices.map(n => noticeSentence(n)).join()).toContain('已保存的内容都在')
    expect((await clerk.sees()).data.values).toMatchObject({ tel: '0571-01234567', legal_rep: '林示例' })
    expect((await backups())[0]).toBe('recovered')
    clerk.restarts()
    expect((await clerk.asks('app.state', {})).notices).toEqual([])
  })

  it('a damaged work file is kept aside, the newest good backup offered with all later changes, which come back', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    await clerk.asks('backup.now', {})
    await clerk.types('tel', '0571-05555555')
    await clerk.types('legal_rep', '林示例')
    clerk.engine.close()
    const harmed = readFileSync(file()).fill(0x5a, 0, 30000)
    writeFileSync(file(), harmed)
    clerk.restarts()
    expect((await clerk.isRefused('app.state', {})).code).toBe('workfile-damaged')
    const rescue = await clerk.asks('workfile.rescue', {})
    expect(rescue.backup?.reason).toBe('asked')
    expect(rescue.changes.filter(c => c.again).map(c => [c.item, c.old, c.now])).toEqual([['legal_rep', '', '林示例'], ['tel', '0571-01234567', '0571-05555555']])
    const state = await clerk.asks('workfile.rescueTake', { file: rescue.backup?.file ?? '' })
    expect(state.notices.at(-1)).toMatchObject({ kind: 'rescued', params: { steps: 2 } })
    expect((await clerk.sees()).data.values).toMatchObject({ tel: '0571-05555555', legal_rep: '林示例' })
    const aside = readdirSync(join(clerk.folder, 'data', '备份')).find(n => n.includes('损坏')) ?? ''
    expect(readFileSync(join(clerk.folder, 'data', '备份', aside)).equals(harmed)).toBe(true)
    await clerk.types('tel', '0571-06666666')
    clerk.restarts()
    expect((await clerk.sees()).data.values.tel).toBe('0571-06666666')
  })

  it('without the journal, the damaged file’s own record says what must be typed again', async () => {
    await clerk.startsUnit()
    await clerk.asks('backup.now', {})
    await clerk.types('tel', '0571-05555555')
    clerk.engine.close()
    const folder = join(clerk.folder, 'data', '备份')
    for (const name of readdirSync(folder).filter(n => n.endsWith('.jsonl'))) writeFileSync(join(folder, name), '')
    const page = pageOf('value')
    writeFileSync(file(), readFileSync(file()).fill(0xff, (page - 1) * 4096, page * 4096))
    expect((await clerk.isRefused('app.state', {})).code).toBe('workfile-damaged')
    const rescue = await clerk.asks('workfile.rescue', {})
    expect(rescue.changes.filter(c => !c.again).map(c => c.now)).toContain('0571-05555555')
  })

  it('changes of last year’s sheet, rows and notes are named as such, before rescue and before a restore', async () => {
    await clerk.startsUnit()
    const backup = await clerk.asks('backup.now', {})
    await clerk.asks('prior.use', { filing: clerk.filing, kind: 'typed' })
    await clerk.asks('prior.type', { filing: clerk.filing, item: 'rev_core', row: null, text: '800.00' })
    await clerk.asks('note.set', { filing: clerk.filing, item: 'tel', row: null, text: '总机', shared: false })
    await clerk.asks('filing.row', { op: 'add', filing: clerk.filing, table: 'domains', after: null, cells: { dom_code: '30' } })
    const preview = await clerk.asks('backup.preview', { file: backup.file })
    expect(preview.list.map(c => [c.form, c.label, c.here, c.there])).toContainEqual(['301', '检验检测服务收入（上年数）', '800.00', ''])
    expect(preview.filings[0]).toMatchObject({ status: 'changed', explanations: 1 })
    clerk.engine.close()
    writeFileSync(file(), readFileSync(file()).fill(0x5a, 0, 30000))
    expect((await clerk.isRefused('app.state', {})).code).toBe('workfile-damaged')
    const { changes } = await clerk.asks('workfile.rescue', {})
    expect(changes.map(c => [c.kind, c.form, c.label, c.now])).toEqual([
      ['cell', '302', '专业领域代码', '30'], ['add', '', '分专业领域业务情况', ''], ['note', '101', '固定电话（附注）', '总机'], ['cell', '301', '检验检测服务收入（上年数）', '800.00'],
    ])
  })

  it('nothing is rescued from a sound file', async () => {
    await clerk.asks('app.state', {})
    expect((await clerk.isRefused('workfile.rescue', {})).code).toBe('workfile-sound')
  })
})

describe('handing over', () => {
  it('takes everything to another PC, keys only under the passphrase', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    const sealed = await clerk.seals()
    const path = join(clerk.folder, '移交.jianbao')
    expect(await clerk.asks('workfile.export', { path, passphrase: '澜序 2027' })).toEqual({ path, keys: 1 })
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    const successor = new Clerk({ now: () => now })
    const seen = await successor.asks('workfile.preview', { path })
    expect([seen.unitsHere, seen.unitsThere, seen.keys, seen.filings[0]?.status]).toEqual([0, 1, 1, 'only-there'])
    expect((await successor.isRefused('workfile.import', { path, passphrase: '猜的' })).code).toBe('key-passphrase')
    const state = await successor.asks('workfile.import', { path, passphrase: '澜序 2027' })
    successor.filing = state.units[0]?.filings[0]?.filing ?? 0
    await successor.reopens('接手后更正电话')
    const again = await successor.seals()
    expect([again.submitNo, again.signer]).toEqual([2, sealed.signer])
    expect((await successor.isRefused('workfile.export', { path: join(successor.folder, 'data', '检报数据.jianbao'), passphrase: '' })).code).toBe('workfile-same')
    successor.leaves()
  })

  it('refuses a file that is none, and leaves the work alone', async () => {
    await clerk.startsUnit()
    const path = join(clerk.folder, 'x.jianbao')
    writeFileSync(path, 'nothing of the kind, but long enough to look like something')
    expect((await clerk.isRefused('workfile.import', { path, passphrase: '' })).code).toBe('workfile-damaged')
    copyFileSync(file(), join(clerk.folder, 'y.jianbao'))
    expect((await clerk.sees()).state).toBe('draft')
    expect(existsSync(join(clerk.folder, 'data')) && readdirSync(join(clerk.folder, 'data')).filter(n => n.startsWith('.~'))).toEqual([])
  })
})
