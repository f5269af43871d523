import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

const typist = resolve(import.meta.dirname, 'typist.ts')
const seeds = resolve(import.meta.dirname, '../../seeds')

/** Lets a process type until it is killed at a moment nobody chose; gives the last saved number of every cell. */
function typeAndKill(folder: string, filing: number, from: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [typist, join(folder, 'data'), seeds, String(filing), String(from)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  let timed = false
  child.stderr.on('data', (bytes: Buffer) => { err += bytes.toString() })
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString()
    if (!timed) { timed = true; setTimeout(() => child.kill('SIGKILL'), Math.random() * 60) }
  })
  return new Promise((done, failed) => child.on('exit', (_, signal) => {
    if (signal !== 'SIGKILL') { failed(new Error(err)); return }
    const whole = out.slice(0, out.lastIndexOf('\n') + 1).split('\n').filter(Boolean)
    done(new Map(whole.map(line => { const [n = '', item = ''] = line.split(' '); return [item, Number(n)] })))
  }))
}

it('every value that was said to be saved is there after fifty kills', { timeout: 240_000 }, async () => {
  const clerk = new Clerk()
  await clerk.startsUnit()
  clerk.engine.close()
  let next = 1
  for (let round = 0; round < 50; round++) {
    const saved = await typeAndKill(clerk.folder, clerk.filing, next)
    clerk.restarts()
    const { values } = (await clerk.sees()).data
    for (const [item, n] of saved) expect(Number(values[item]), `${item} in round ${round}`).toBeGreaterThanOrEqual(n)
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: null, row: null, limit: 500 })
    for (const [item, n] of saved) expect(history.some(h => h.item === item && Number(h.now) >= n)).toBe(true)
    next = Math.max(next, ...saved.values()) + 10
    clerk.engine.close()
  }
  expect(next).toBeGreaterThan(100)
  clerk.leaves()
})
