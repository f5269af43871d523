import Database from 'better-sqlite3'
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSound, openStore } from '../../electron/db/open.ts'
import { putSetting, settingsOf } from '../../electron/db/setting.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { Clerk, good } from '../support/desk.ts'

let clerk: Clerk
const file = (): string => join(clerk.folder, 'data', '检报数据.jianbao')
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

describe('a work file that cannot be opened', () => {
  it.each([
    ['cut short', () => truncateSync(file(), 9000)],
    ['overwritten in the middle', () => { const bytes = readFileSync(file()); bytes.fill(0x5a, 4096, 20000); writeFileSync(file(), bytes) }],
    ['no database at all', () => writeFileSync(file(), 'PK\u0003\u0004 something else, longer than a page header would be')],
  ])('because it is %s is refused and left as it is', async (_, harm) => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    clerk.engine.close()
    harm()
    const before = readFileSync(file())
    const refused = await clerk.isRefused('app.state', {})
    expect(refused.code).toBe('workfile-damaged')
    expect(problemSentence(refused)).toContain('备份')
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  it('because a newer version wrote it is refused and left as it is', async () => {
    await clerk.asks('app.state', {})
    clerk.engine.close()
    const db = new Database(file())
    db.pragma('user_version = 99')
    db.pragma('wal_checkpoint(truncate)')
    db.close()
    const refused = await clerk.isRefused('app.state', {})
    expect(refused).toMatchObject({ code: 'workfile-newer', params: { version: 99 } })
  })

  it('because it belongs to another program is refused and left as it is', async () => {
    mkdirSync(join(clerk.folder, 'data'))
    const db = new Database(file())
    db.exec('create table theirs (a)')
    db.close()
    const before = readFileSync(file())
    expect((await clerk.isRefused('app.state', {})).code).toBe('workfile-foreign')
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  it('because another process has it open is refused until that one closes', async () => {
    await clerk.asks('app.state', {})
    const second = new Clerk({}, clerk.folder)
    expect((await second.isRefused('app.state', {})).code).toBe('workfile-locked')
    clerk.engine.close()
    await second.asks('app.state', {})
    second.engine.close()
  })
})

describe('backups', () => {
  it('are made on opening once a day, sound, and can stand in for a lost file', async () => {
    await clerk.startsUnit()
    await clerk.types('tel', '0571-01234567')
    clerk.restarts()
    const state = await clerk.asks('app.state', {})
    expect(state.backup).toBe('2027-03-10T02:30:00.000Z')
    const copy = join(clerk.folder, 'data', '备份', '检报数据-20270310T023000Z.jianbao')
    expect(isSound(copy)).toBe(true)
    expect(statSync(copy).size).toBeGreaterThan(4096)
  })

  it('a transaction that fails leaves nothing', () => {
    const store = good(openStore(join(clerk.folder, 'a.jianbao')))
    expect(() => store.write(db => { putSetting(db, 'a', 'b'); throw new Error('no') })).toThrow('no')
    expect(settingsOf(store.read)).toEqual({})
    store.close()
  })
})
