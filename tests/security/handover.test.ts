import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { handover } from '../../electron/cli/handover.ts'
import { nothingGiven } from '../../electron/cli/output.ts'
import { Clerk } from '../support/desk.ts'

const runs = async () => {
  const said: string[] = []
  const run = (out: string): Promise<number> => handover({ ...nothingGiven, out }, { answer: (data) => { said.push(JSON.stringify(data)) }, say: (text) => { said.push(text) } })
  return { run, said }
}
afterEach(() => { delete process.env['JIANBAO_DATA_DIR']; delete process.env['JIANBAO_PASSPHRASE'] })

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

it('the command line hands it over too, while no window is open, and never over a file that is there', async () => {
  const [from, to] = [new Clerk(), new Clerk()]
  const { run, said } = await runs()
  try {
    process.env['JIANBAO_DATA_DIR'] = join(from.folder, 'data')
    const path = join(from.folder, '交接.jianbao.age')
    expect([await run(path), said.pop()]).toEqual([2, expect.stringContaining('检报数据.jianbao')])
    await from.startsUnit()
    await from.types('tel', '0571-01234567')
    expect(await run(path)).toBe(2)
    from.engine.close()
    process.env['JIANBAO_PASSPHRASE'] = '短'
    expect([await run(path), existsSync(path)]).toEqual([2, false])
    process.env['JIANBAO_PASSPHRASE'] = words
    expect([await run(path), JSON.parse(said.pop() ?? '')]).toEqual([0, { path, keys: 0 }])
    expect(await run(path)).toBe(2)
    expect(readFileSync(path).includes('0571-01234567')).toBe(false)
    const state = await to.asks('workfile.import', { path, passphrase: words })
    expect(state.units).toHaveLength(1)
    from.restarts()
    expect((await from.sees()).data.values.tel).toBe('0571-01234567')
  } finally { from.leaves(); to.leaves() }
}, 60_000)
