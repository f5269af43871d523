import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
const bytes = (path: string): Buffer => readFileSync(path)
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

describe('sealing', () => {
  it('is refused with the list while something must be corrected, then while something is not explained', async () => {
    await clerk.fillsTwoYears()
    await clerk.types('src_social', '2151.01')
    await clerk.explains('Y005', '')
    expect(await clerk.isRefused('seal.run', { filing: clerk.filing, folder: clerk.out })).toMatchObject({ code: 'seal-errors', params: { count: 1, rules: 'W061' } })
    await clerk.types('src_social', '2163.51')
    await clerk.explains('Y005', '情况属实。')
    expect(await clerk.isRefused('seal.run', { filing: clerk.filing, folder: clerk.out })).toMatchObject({ code: 'seal-unexplained', params: { count: 1, rules: 'Y005' } })
    await clerk.explains('Y005', '食品监督抽检批次增加，报告数随之增长约三成四。')
    const sealed = await clerk.seals()
    expect(sealed.verification.verdict).toBe('sealed')
  })

  it('is refused while the sign-off lacks a name', async () => {
    await clerk.fillsTwoYears()
    await clerk.types('stat_head', '')
    expect(await clerk.isRefused('seal.run', { filing: clerk.filing, folder: clerk.out })).toMatchObject({ code: 'seal-signoff', params: { missing: '统计负责人' } })
    const check = await clerk.asks('seal.check', { filing: clerk.filing })
    expect([check.ready, check.missing]).toEqual([false, ['统计负责人']])
  })

  it('makes the filing read-only; reopening needs a reason and leads to the next number', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    expect([first.submitNo, (await clerk.sees()).state]).toEqual([1, 'sealed'])
    expect((await clerk.isRefused('filing.set', { filing: clerk.filing, cells: [{ item: 'tel', row: null, text: '1' }] })).code).toBe('filing-readonly')
    expect((await clerk.isRefused('seal.reopen', { filing: clerk.filing, reason: ' 改 ' })).code).toBe('reopen-reason')
    expect((await clerk.reopens('联系电话有误')).state).toBe('reopened')
    await clerk.types('tel', '0571-01234599')
    const second = await clerk.seals()
    expect(second.submitNo).toBe(2)
    expect(second.xlsx).toContain('_2026_第2次.xlsx')
    const seen = await clerk.verifies(first.xlsx, second.xlsx)
    expect(seen.map(v => [v.verdict, v.submitNo, v.trust])).toEqual([['sealed', 1, 'known'], ['sealed', 2, 'known']])
    expect(seen[0]?.unit).toBe('91330114MAY0A1K2XU-00')
  })

  it('fixes the unit code at the first submission', async () => {
    await clerk.fillsTwoYears('institution')
    await clerk.seals()
    await clerk.reopens('代码改动')
    await clerk.types('unit_seq', '07')
    expect((await clerk.isRefused('seal.run', { filing: clerk.filing, folder: clerk.out })).code).toBe('unit-id-fixed')
  })

  it('writes the same bytes when exported again, even by a newer version', async () => {
    await clerk.fillsTwoYears('government')
    const first = await clerk.seals()
    const newer = new Clerk({ appVersion: '9.9.9', now: () => new Date('2028-01-01T00:00:00Z') }, clerk.folder)
    clerk.engine.close()
    const again = await newer.asks('seal.export', { filing: clerk.filing, submitNo: 1, folder: newer.out })
    newer.engine.close()
    expect(again.xlsx).toContain('（2）')
    expect(bytes(again.xlsx).equals(bytes(first.xlsx))).toBe(true)
  })

  it('makes a backup first, and a PDF where there is a printer', async () => {
    const printed: string[] = []
    const other = new Clerk({ pdf: html => { printed.push(html); return Promise.resolve(Buffer.from('%PDF-')) } })
    await other.fillsTwoYears()
    const sealed = await other.seals()
    expect(sealed.pdf).toBe(sealed.xlsx.replace(/\.xlsx$/, '.pdf'))
    expect(printed.at(-1)).toContain(sealed.receipt)
    expect(readdirSync(join(other.folder, 'data', '备份')).length).toBeGreaterThan(0)
    other.leaves()
  })

  it('leaves no temporary file and a key that only its owner reads', async () => {
    await clerk.fillsTwoYears()
    await clerk.seals()
    expect(readdirSync(clerk.out).filter(n => !n.endsWith('.xlsx'))).toEqual([])
    const keys = readdirSync(join(clerk.folder, 'data', 'keys'))
    expect(keys).toHaveLength(1)
    expect(statSync(join(clerk.folder, 'data', 'keys', keys[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  it('knows a changed file', async () => {
    await clerk.fillsTwoYears()
    const sealed = await clerk.seals()
    const cut = join(clerk.folder, 'cut.xlsx')
    writeFileSync(cut, bytes(sealed.xlsx).subarray(0, 20000))
    writeFileSync(join(clerk.folder, 'note.xlsx'), 'hello')
    const seen = await clerk.verifies(cut, join(clerk.folder, 'note.xlsx'), join(clerk.folder, 'gone.xlsx'))
    expect(seen.map(v => v.verdict)).toEqual(['damaged', 'foreign', null])
    expect(seen.every(v => v.problem !== null)).toBe(true)
  })
})

describe('last year', () => {
  it('stands beside this year, from the unit’s own sealed filing', async () => {
    await clerk.fillsTwoYears()
    const { prior } = await clerk.sees()
    expect([prior?.origin, prior?.year]).toEqual(['own', 2025])
    expect(prior?.data.values.fe_rev).toBe('2694.58')
  })

  it('stays what was reported while last year is open again', async () => {
    await clerk.fillsTwoYears()
    const { filing } = clerk
    const [, before] = (await clerk.asks('app.state', {})).units[0]?.filings ?? []
    clerk.filing = before?.filing ?? 0
    await clerk.reopens('更正营业收入')
    await clerk.types('fe_rev', '9999.00')
    clerk.filing = filing
    expect((await clerk.sees()).prior?.data.values.fe_rev).toBe('2694.58')
  })

  it('is not filled in when a year is started: only the name and code are', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    await clerk.seals()
    await clerk.startsYear('annual-2026')
    const { data } = await clerk.sees()
    expect(Object.keys(data.values).sort()).toEqual(['org_name', 'unit_seq', 'uscc'])
    expect(Object.values(data.tables).flat()).toEqual([])
  })
})

describe('the key', () => {
  it('goes to another PC with its passphrase and signs there as before', async () => {
    await clerk.fillsTwoYears()
    const sealed = await clerk.seals()
    const file = join(clerk.folder, 'handover.key')
    await clerk.asks('key.export', { unit: clerk.unit, path: file, passphrase: '春江花月夜' })
    expect(readFileSync(file, 'utf8')).not.toContain('seed')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const other = new Clerk()
    await other.startsUnit()
    expect((await other.isRefused('key.import', { unit: other.unit, path: file, passphrase: '春江' })).code).toBe('key-passphrase')
    const taken = await other.asks('key.import', { unit: other.unit, path: file, passphrase: '春江花月夜' })
    expect(taken.signer).toBe(sealed.signer)
    other.leaves()
  })

  it('is not replaced once the unit has reported with it', async () => {
    const stranger = new Clerk()
    await stranger.startsUnit()
    const file = join(clerk.folder, 'other.key')
    await stranger.asks('key.export', { unit: stranger.unit, path: file, passphrase: '' })
    stranger.leaves()
    await clerk.fillsTwoYears()
    expect((await clerk.isRefused('key.import', { unit: clerk.unit, path: file, passphrase: '' })).code).toBe('key-exists')
    writeFileSync(file, '{}')
    expect((await clerk.isRefused('key.import', { unit: clerk.unit, path: file, passphrase: '' })).code).toBe('key-invalid')
  })
})

describe('samples', () => {
  it('stand in a work file of their own, with something left to find; one’s own is untouched', async () => {
    await clerk.startsUnit()
    const samples = await clerk.asks('app.workfile', { which: 'samples' })
    expect(samples.units).toHaveLength(3)
    expect(samples.units.map(u => u.filings.map(f => [f.year, f.state]))).toEqual(Array(3).fill([[2026, 'draft'], [2025, 'sealed']]))
    const view = await clerk.asks('filing.open', { filing: samples.units[0]?.filings[0]?.filing ?? 0 })
    expect(view.findings.filter(f => !f.explained).map(f => f.rule).sort()).toEqual(['P015', 'W061', 'Y005'])
    expect((await clerk.asks('app.workfile', { which: 'own' })).units).toHaveLength(1)
    expect(existsSync(join(clerk.folder, 'data', '示例单位.jianbao'))).toBe(true)
    const before = createHash('sha256').update(JSON.stringify(samples.units)).digest('hex')
    const again = await clerk.asks('app.workfile', { which: 'samples' })
    expect(createHash('sha256').update(JSON.stringify(again.units)).digest('hex')).toBe(before)
  })
})
