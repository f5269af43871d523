import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { answerKept, keptPasswords, withKept, type KeptPasswords, type Vault } from '../../electron/keptPassword.ts'

const where = 'postgres://zhou@db.local:5432/ledger?sslmode=verify-full'
let folder = ''
let there = true
let allowed = true
const file = (): string => join(folder, '台账口令.json')
/** A key store that another account cannot open: the bytes turned round and its own word. */
const vaultOf = (owner: string): Vault => ({
  there: () => there,
  lock: text => Buffer.from(`${owner}:${[...text].toReversed().join('')}`),
  unlock: bytes => { const text = Buffer.from(bytes).toString('utf8'); if (!text.startsWith(`${owner}:`)) throw new Error('another account'); return Array.from(text.slice(owner.length + 1)).toReversed().join('') },
})
const kept = (owner = 'zhou'): KeptPasswords => keptPasswords(file(), vaultOf(owner), () => allowed)

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'jianbao-kept-')); there = true; allowed = true })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

describe('a server’s password', () => {
  it('is kept only as the key store locked it, in a file of the account’s own, until it is forgotten', () => {
    expect(kept().state(where)).toBe('may')
    expect(kept().keep(where, '口令 secret')).toBe('kept')
    expect(readFileSync(file(), 'utf8')).not.toMatch(/secret|口令 /)
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect([kept().of(where), kept().of('postgres://other/ledger')]).toEqual(['口令 secret', null])
    expect(kept().forget(where)).toBe('may')
    expect([kept().of(where), existsSync(file())]).toEqual([null, false])
  })
  it('is not kept where the system has no key store, or a policy forbids it, which takes away what was kept', () => {
    there = false
    expect([kept().keep(where, 'secret'), existsSync(file())]).toEqual(['none', false])
    there = true
    kept().keep(where, 'secret')
    allowed = false
    expect([kept().of(where), kept().state(where), kept().keep(where, 'x'), existsSync(file())]).toEqual([null, 'forbidden', 'forbidden', false])
  })
  it('of another account, or in a file that was edited, is none: it is typed', () => {
    kept().keep(where, 'secret')
    expect(kept('li').of(where)).toBe(null)
    writeFileSync(file(), '{"a":')
    expect([kept().of(where), kept().state(where)]).toEqual([null, 'may'])
  })
  it('is never told to a window', () => {
    kept().keep(where, 'secret')
    for (const name of ['password.state', 'password.keep', 'password.of', 'password.forget']) expect(answerKept(kept(), name, { where }).join()).not.toContain('secret')
    expect(answerKept(kept(), 'password.state', { where, more: 1 })).toEqual([])
  })
})

describe('a start of the program', () => {
  const asking = (taken: string) => {
    const calls: unknown[] = []
    const call = async (channel: string, args: unknown): Promise<Result<unknown>> => {
      calls.push([channel, args])
      const { place } = args as { readonly place?: { readonly password?: string } }
      return place?.password === taken ? ok('open') : no(problem('ledger-password', { where }))
    }
    return { calls, ask: withKept(call, kept()) }
  }
  it('opens the ledger with the kept password, without a question', async () => {
    kept().keep(where, 'secret')
    const { ask, calls } = asking('secret')
    expect(await ask('ledger.state', {})).toEqual(ok('open'))
    expect(calls).toEqual([['ledger.state', {}], ['ledger.open', { place: { postgres: where, password: 'secret' } }]])
  })
  it('forgets one that the server no longer takes, and asks', async () => {
    kept().keep(where, 'old')
    expect(await asking('new').ask('ledger.state', {})).toMatchObject({ ok: false, problem: { code: 'ledger-password' } })
    expect(kept().of(where)).toBe(null)
  })
  it('asks where none is kept, and tries no kept one against one that was typed', async () => {
    const { ask, calls } = asking('secret')
    expect((await ask('ledger.state', {})).ok).toBe(false)
    kept().keep(where, 'secret')
    expect((await ask('ledger.open', { place: { postgres: where, password: 'typed' } })).ok).toBe(false)
    expect((await ask('register.list', {})).ok).toBe(false)
    expect(calls).toHaveLength(3)
  })
})
