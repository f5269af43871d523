import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

const words = '春江花月夜春江花月夜'

it('a work file is handed over locked as a whole: nothing of it can be read on the way, the passphrase opens it', async () => {
  const [from, to] = [new Clerk(), new Clerk()]
  try {
    await from.startsUnit()
    await from.types('tel', '0571-01234567')
    const path = join(from.folder, '交接.jianbao.age')
    expect(await from.isRefused('workfile.export', { path, passphrase: '短' })).toMatchObject({ code: 'key-passphrase' })
    expect((await from.asks('workfile.export', { path, passphrase: words })).path).toBe(path)
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect([bytes.includes('0571-01234567'), bytes.includes('SQLite format')]).toEqual([false, false])
    expect(await to.isRefused('workfile.preview', { path, passphrase: '别的口令别的口令' })).toMatchObject({ code: 'locked-passphrase' })
    expect(await to.isRefused('workfile.preview', { path })).toMatchObject({ code: 'locked-passphrase' })
    const seen = await to.asks('workfile.preview', { path, passphrase: words })
    expect(seen.filings.map(one => one.status)).toEqual(['only-there'])
    const state = await to.asks('workfile.import', { path, passphrase: words })
    const filing = state.units[0]?.filings[0]?.filing ?? 0
    expect((await to.asks('filing.open', { filing })).data.values.tel).toBe('0571-01234567')
    expect(readdirSync(join(to.folder, 'data')).filter(name => name.startsWith('.~'))).toEqual([])
  } finally { from.leaves(); to.leaves() }
}, 60_000)
