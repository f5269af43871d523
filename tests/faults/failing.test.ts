import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'
import { describeNeeding } from '../support/needs.ts'
import { Account, typeAndKill } from './typing.ts'

const rounds = Number(process.env.JIANBAO_FAULT_ROUNDS ?? 12)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-shim-'))
const shim = join(folder, 'failing.so')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeNeeding(['cc'], 'a disk that fails at random', () => {
  beforeAll(() => { execFileSync('cc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', shim, resolve(import.meta.dirname, 'shim/failing.c'), '-ldl']) })

  it('loses nothing that was shown as saved, and says what was not', { timeout: rounds * 30_000 }, async () => {
    const clerk = new Clerk({ now: () => new Date() })
    await clerk.startsUnit()
    clerk.engine.close()
    const account = new Account(`${rounds} sessions in which writing and syncing fail at random`)
    let next = 1
    for (let round = 0; round < rounds; round++) {
      const env = { LD_PRELOAD: shim, FAILING_UNDER: join(clerk.folder, 'data'), FAILING_PER_MILLE: String([2, 20, 100, 300][round % 4]), FAILING_SEED: String(round + 1) }
      const shown = await typeAndKill({ clerk, from: next, env, killAfter: when => (when === 'first' ? 500 + Math.random() * 1000 : 20_000) })
      clerk.restarts()
      account.compares(shown, (await clerk.sees()).data.values)
      next = Math.max(next, ...shown.saved.values()) + 100_000
      clerk.engine.close()
    }
    account.prints()
    expect(account.missing).toBe(0)
    expect(account.shown).toBeGreaterThan(100)
    clerk.leaves()
  })
})
