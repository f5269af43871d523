import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noticeSentence } from '../../core/text/notices.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { Clerk } from '../support/desk.ts'
import { describeNeeding } from '../support/needs.ts'
import { Account, type Shown } from './typing.ts'

const rounds = Number(process.env.JIANBAO_FAULT_ROUNDS ?? 12)
let outer: Clerk
let mount: string

/** Types until something is refused, or so many times; long texts, so that the disk fills. */
async function typesUntilRefused(clerk: Clerk, from: number, times: number): Promise<Shown> {
  const saved = new Map<string, number>()
  const told: string[] = []
  let count = 0
  for (let n = from; n < from + times && told.length < 3; n++) {
    const cells = [{ item: 'staff_total', row: null, text: String(n) }, { item: 'reg_addr', row: null, text: `${n} ${'路'.repeat(500)}` }]
    const result = await clerk.engine.call('filing.set', { filing: clerk.filing, cells })
    if (result.ok) { saved.set('staff_total', n); count += 1 } else told.push(problemSentence({ ...result.problem, params: {} }))
  }
  return { saved, count, told }
}

function fill(leave: number): void {
  for (let n = 0, size = 1 << 19; size >= 1024; n++) {
    try { writeFileSync(join(mount, `filler${n}`), Buffer.alloc(size)) } catch { rmSync(join(mount, `filler${n}`), { force: true }); size /= 2 }
  }
  const fillers = readdirSync(mount).filter(name => name.startsWith('filler'))
  if (leave > 0) for (const name of fillers.slice(-leave)) rmSync(join(mount, name))
}

const free = (): void => { for (const name of readdirSync(mount).filter(n => n.startsWith('filler'))) rmSync(join(mount, name)) }

describeNeeding(['root', 'tmpfs'], 'the work file on a disk that gives trouble', () => {
  beforeEach(() => {
    outer = new Clerk()
    mount = join(outer.folder, 'small')
    mkdirSync(mount)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', mount])
  })
  afterEach(() => {
    execFileSync('umount', [mount])
    outer.leaves()
  })

  it('a full disk loses nothing that was shown as saved, also when the application starts on it', { timeout: rounds * 20_000 }, async () => {
    const clerk = new Clerk({ dataDir: join(mount, 'data'), now: () => new Date() })
    await clerk.startsUnit()
    const account = new Account(`${rounds} full disks`)
    for (let round = 0; round < rounds; round++) {
      fill(round % 4)
      const shown = await typesUntilRefused(clerk, round * 1000 + 1, 300)
      if (round % 2 === 1) {
        clerk.restarts()
        const state = await clerk.engine.call('app.state', {})
        account.tells(state.ok ? state.value.notices.map(n => noticeSentence({ ...n, params: { at: '…', count: 'n' } })) : [problemSentence({ ...state.problem, params: {} })])
      }
      free()
      account.compares(shown, (await clerk.sees()).data.values)
    }
    account.prints()
    expect(account.missing).toBe(0)
    clerk.leaves()
  })

  it('a folder that turns read-only loses nothing that was shown as saved', async () => {
    const clerk = new Clerk({ dataDir: join(mount, 'data'), now: () => new Date() })
    await clerk.startsUnit()
    const account = new Account('a read-only folder')
    const shown = await typesUntilRefused(clerk, 1, 20)
    clerk.engine.close()
    execFileSync('mount', ['-o', 'remount,ro', mount])
    const refused = await clerk.isRefused('filing.set', { filing: clerk.filing, cells: [{ item: 'tel', row: null, text: '1' }] })
    account.tells([problemSentence({ ...refused, params: {} })])
    expect(refused.code).toBe('folder-readonly')
    execFileSync('mount', ['-o', 'remount,rw', mount])
    account.compares(shown, (await clerk.sees()).data.values)
    account.prints()
    expect(account.missing).toBe(0)
    clerk.leaves()
  })
})
