import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noticeSentence } from '../../core/text/notices.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { Clerk } from '../support/desk.ts'
import { Account, type Shown } from './typing.ts'

const rounds = Number(process.env.JIANBAO_FAULT_ROUNDS ?? 12)
const items = ['staff_total', 'tel', 'legal_rep', 'fe_assets', 'reg_addr', 'staff_avg']
const random = (below: number): number => Math.floor(Math.random() * below)

/** A disk that loses bytes does not change a file's time. */
function keepingTime(path: string, harm: () => void): void {
  const { atimeMs, mtimeMs } = statSync(path)
  harm()
  utimesSync(path, atimeMs / 1000, mtimeMs / 1000)
}

const harms: Readonly<Record<string, (path: string) => void>> = {
  'cut short': path => truncateSync(path, random(statSync(path).size)),
  'cut short, log and all, after a kill': path => {
    for (const file of [path, `${path}-wal`]) if (existsSync(file)) truncateSync(file, random(statSync(file).size))
  },
  'with flipped bits': path => {
    const bytes = readFileSync(path)
    const handle = openSync(path, 'r+')
    for (let n = 1 + random(30); n > 0; n--) {
      const at = random(bytes.length)
      writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ (1 << random(8))]), 0, 1, at)
    }
    closeSync(handle)
  },
}

/** Ends the application as a kill does: every file stays as it was at that moment. */
function dies(clerk: Clerk): void {
  const folders = [join(clerk.folder, 'data'), join(clerk.folder, 'data', '备份')]
  const files = folders.flatMap(folder => readdirSync(folder, { withFileTypes: true }).filter(e => e.isFile()).map(e => join(folder, e.name)))
  const left = files.map(file => [file, readFileSync(file)] as const)
  clerk.engine.close()
  for (const [file, bytes] of left) writeFileSync(file, bytes)
}

async function types(clerk: Clerk, from: number): Promise<Shown> {
  const saved = new Map<string, number>()
  for (let n = from; n < from + 20; n++) {
    const item = items[n % items.length] ?? ''
    if ((await clerk.engine.call('filing.set', { filing: clerk.filing, cells: [{ item, row: null, text: String(n) }] })).ok) saved.set(item, n)
  }
  return { saved, count: 20, told: [] }
}

/** Starts, and where the work file is damaged takes what is offered; gives what was said. */
async function starts(clerk: Clerk): Promise<readonly string[]> {
  const first = await clerk.engine.call('app.state', {})
  if (first.ok) return []
  const rescue = await clerk.asks('workfile.rescue', {})
  const state = await clerk.asks('workfile.rescueTake', { file: rescue.backup?.file ?? '' })
  return [problemSentence({ ...first.problem, params: {} }), ...state.notices.filter(n => n.kind === 'rescued').map(n => noticeSentence({ ...n, params: { aside: '…', at: '…', steps: 'n' } }))]
}

it.each(Object.entries(harms))('a work file %s: everything shown as saved comes back', { timeout: rounds * 10_000 }, async (name, harm) => {
  const clerk = new Clerk({ now: () => new Date() })
  await clerk.startsUnit()
  const account = new Account(`${rounds} work files ${name}`)
  const path = join(clerk.folder, 'data', '检报数据.jianbao')
  for (let round = 0; round < rounds; round++) {
    const shown = await types(clerk, round * 100 + 1)
    if (round % 3 === 1) await clerk.asks('backup.now', {})
    const after = await types(clerk, round * 100 + 31)
    if (name.includes('kill')) dies(clerk)
    else clerk.engine.close()
    keepingTime(path, () => harm(path))
    clerk.restarts()
    account.tells(await starts(clerk))
    const { values } = (await clerk.sees()).data
    account.compares(shown, values)
    account.compares(after, values)
  }
  account.prints()
  expect(account.missing).toBe(0)
  clerk.leaves()
})
