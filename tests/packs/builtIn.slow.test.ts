import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '../../core/contract/safety.ts'
import { Clerk, good } from '../support/desk.ts'
import { newerVersion } from '../support/packFiles.ts'

const shipped = resolve(import.meta.dirname, '../../seeds')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-builtin-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** The packs that a newer program brings along. */
function seedsOf(version: string): string {
  const target = join(folder, version)
  const read = newerVersion(version)
  cpSync(shipped, target, { recursive: true })
  rmSync(join(target, 'packs', 'annual-2026'), { recursive: true })
  for (const name of read.list('packs/annual-2026')) {
    const path = join(target, 'packs', 'annual-2026', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, read.read(`packs/annual-2026/${name}`))
  }
  return target
}

const next = { appVersion: '0.2.0', seedsDir: seedsOf('1.1') }
const after = { appVersion: '0.3.0', seedsDir: seedsOf('1.2') }

describe('a program that brings a newer version of the year’s pack', () => {
  let clerk: Clerk
  const upgrades = (to: { readonly appVersion: string; readonly seedsDir: string }): void => { clerk.engine.close(); clerk = Object.assign(new Clerk(to, clerk.folder), { unit: clerk.unit, filing: clerk.filing }) }
  const told = async (): Promise<readonly Notice[]> => (await clerk.asks('app.state', {})).notices
  beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit() })
  afterEach(() => { clerk.leaves() })

  it('brings a draft along as one step and lists what could not be carried, as a pack from a file does', async () => {
    await clerk.types('sample_cnt', '120')
    await clerk.types('param_cnt', '88')
    upgrades(next)
    const [notice] = await told()
    expect(notice).toMatchObject({ kind: 'pack-lost', params: { pack: 'annual-2026', version: '1.1', count: 1, lost: 1, names: '浙江澜序示例检测科技有限公司' } })
    expect(readFileSync(String(notice?.params['path']), 'utf8')).toContain('浙江澜序示例检测科技有限公司,param_cnt,资质认定能力参数（项目）数,88,本年不再调查参数个数')
    const seen = await clerk.sees()
    expect([seen.pack.version, seen.data.values['sample_total'], seen.undo]).toEqual(['1.1', '120', 'pack'])
    expect((await clerk.asks('filing.history', { filing: clerk.filing, item: 'sample_total', row: null, limit: 5 }))[0]).toMatchObject({ now: '120', reason: '任务包 1.0 → 1.1' })
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await clerk.sees()).data.values['sample_total'] ?? '').toBe('')
    expect(await clerk.isRefused('filing.undo', { filing: clerk.filing })).toMatchObject({ code: 'undo-none' })
  })

  it('does so once: what was typed since stays, and nothing is told again', async () => {
    await clerk.types('sample_cnt', '120')
    upgrades(next)
    expect((await told()).map(one => one.kind)).toEqual(['pack-brought'])
    await clerk.types('sample_total', '130')
    clerk.restarts()
    expect([await told(), (await clerk.sees()).data.values['sample_total']]).toEqual([[], '130'])
    upgrades(after)
    expect([(await told()).map(one => one.kind), (await clerk.sees()).data.values['sample_total']]).toEqual([['pack-brought'], '130'])
  })

  it('leaves a sealed year alone until it is opened again', async () => {
    await clerk.fillsLike('enterprise', 2026)
    const count = (await clerk.sees()).data.values['sample_cnt']
    await clerk.seals()
    upgrades(next)
    expect(await told()).toEqual([])
    await clerk.asks('filing.open', { filing: clerk.filing })
    const open = await clerk.reopens('更正样品数')
    expect([open.pack.version, open.data.values['sample_total']]).toEqual(['1.1', count])
  }, 60_000)

  it('leaves a draft as it is when an older program opens it again', async () => {
    await clerk.types('sample_cnt', '120')
    upgrades(after)
    await told()
    upgrades(next)
    expect([await told(), (await clerk.sees()).data.values['sample_total']]).toEqual([[], '120'])
  })

  it('opens the draft as it stands where nothing can be written, and brings it along the next time', async () => {
    await clerk.types('sample_cnt', '120')
    upgrades(next)
    const store = good(clerk.engine.desk.store())
    const { write } = store
    Object.assign(store, { write: () => { throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL') } })
    expect((await clerk.sees()).data.values['sample_total'] ?? '').toBe('')
    Object.assign(store, { write })
    clerk.restarts()
    expect((await clerk.sees()).data.values['sample_total']).toBe('120')
  })

  it('brings a draft along whose work file is from before versions were noted', async () => {
    await clerk.types('sample_cnt', '120')
    await clerk.types('param_cnt', '88')
    clerk.engine.close()
    const db = new Database(join(clerk.folder, 'data', '检报数据.jianbao'))
    db.exec('delete from filing_pack; delete from pack_sheet')
    db.close()
    upgrades(next)
    expect(await told()).toMatchObject([{ kind: 'pack-lost', params: { lost: 1 } }])
    expect((await clerk.sees()).data.values['sample_total']).toBe('120')
  })
})
