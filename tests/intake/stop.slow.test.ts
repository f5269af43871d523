import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerSql } from '../../electron/ledger/sql.ts'
import { zipOf } from '../../electron/excel/zip.ts'
import { part } from '../hostile/files.ts'
import { good } from '../support/desk.ts'
import { Bureau } from '../support/intakeDesk.ts'
import { sealedUnit } from '../support/submissions.ts'

const COUNT = 40
const soon = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

let bureau: Bureau
beforeEach(async () => {
  bureau = await new Bureau().opens({ units: COUNT })
  for (let n = 1; n <= COUNT - 10; n++) bureau.gets(`${n}.xlsx`, { n })
  bureau.gets('其余.zip', zipOf(Array.from({ length: 10 }, (_, i) => part(`${COUNT - 9 + i}.xlsx`, sealedUnit({ n: COUNT - 9 + i }).bytes, 0))))
}, 120_000)
afterEach(() => { bureau.leaves() })

const sql = async (): Promise<LedgerSql> => good(await bureau.engine.desk.ledger()).sql
const count = async (what: string): Promise<number> => (await (await sql()).get<{ n: number }>(`select count(*) as n from ${what}`))?.n ?? -1
/** Rows that belong to a submission and are not whole. */
async function whole(): Promise<void> {
  const files = await count('intake_file')
  expect(await count('submission')).toBe(files)
  expect(await count('submission_payload')).toBe(files)
  expect(await count('submission s where not exists (select 1 from value v where v.submission = s.id)')).toBe(0)
  expect(await count('submission s where s.file is null')).toBe(0)
  expect(await count('(select distinct submission from value) v where v.submission not in (select id from submission)')).toBe(0)
}

describe('a batch that is broken off', () => {
  it('by kills at any moment goes on where it was: nothing twice, nothing lost', { timeout: 300_000 }, async () => {
    const dataDir = join(bureau.folder, 'data')
    let seen = 0
    let kills = 0
    for (let round = 0; round < 8 && seen < COUNT; round++) {
      bureau.engine.close()
      const killed = await killedAfter(dataDir, 60 + Math.random() * 500)
      kills += killed ? 1 : 0
      bureau.restarts()
      const now = await count('intake_file')
      expect(now).toBeGreaterThanOrEqual(seen)
      seen = now
      await whole()
    }
    expect(kills).toBeGreaterThan(1)
    // On a fast machine the last round may have come to the end before its kill.
    const last = await bureau.asks('intake.progress', { batch: null })
    const done = last?.state === 'done' ? last : await bureau.takesIn()
    expect(done).toMatchObject({ state: 'done', done: COUNT, total: COUNT, counts: { sealed: COUNT } })
    expect([await count('intake_batch'), await count('intake_file'), await count('submission')]).toEqual([1, COUNT, COUNT])
    await whole()
  })

  it('stands still while paused, stops, and goes on', { timeout: 120_000 }, async () => {
    const { batch } = await bureau.asks('intake.start', { paths: [bureau.inbox] })
    while (((await bureau.asks('intake.progress', { batch }))?.done ?? 0) === 0) await soon(20)
    expect(await bureau.asks('intake.control', { batch, do: 'pause' })).toMatchObject({ state: 'paused' })
    await soon(800)
    const still = (await bureau.asks('intake.progress', { batch }))?.done
    await soon(500)
    expect(await bureau.asks('intake.progress', { batch })).toMatchObject({ state: 'paused', done: still })
    await bureau.asks('intake.control', { batch, do: 'go' })
    await soon(50)
    await bureau.asks('intake.control', { batch, do: 'stop' })
    const stopped = await bureau.waits(batch)
    expect(stopped.state).toBe('stopped')
    expect(stopped.done).toBeLessThan(COUNT)
    await whole()
    const files = await count('intake_file')
    await bureau.asks('intake.control', { batch, do: 'go' })
    expect(await bureau.waits(batch)).toMatchObject({ state: 'done', done: COUNT, total: COUNT })
    expect(await count('intake_file')).toBe(COUNT)
    expect(files).toBeLessThan(COUNT)
  })

  it('the same folder once more is read again by nobody', { timeout: 120_000 }, async () => {
    const first = await bureau.takesIn()
    const again = await bureau.takesIn()
    expect(again.batch).not.toBe(first.batch)
    expect(again).toMatchObject({ done: COUNT, again: COUNT, todo: 0 })
    expect(await count('submission')).toBe(COUNT)
    const { files } = await bureau.asks('intake.files', { batch: again.batch, verdict: null, list: 'again', state: 'duplicate', search: '', offset: 0, limit: 5 })
    expect(files[0]).toMatchObject({ state: 'duplicate', did: '已收过，没有再收' })
  })

  it('by its ledger being closed says so, harms no other, and goes on when it is open again', { timeout: 120_000 }, async () => {
    const { batch } = await bureau.asks('intake.start', { paths: [bureau.inbox] })
    while (((await bureau.asks('intake.progress', { batch }))?.done ?? 0) === 0) await soon(20)
    await bureau.asks('ledger.create', { place: { path: join(bureau.folder, 'b.ledger') }, region: '', bureau: '别的局', pack: 'annual-2026' })
    expect(await bureau.asks('intake.progress', { batch: null })).toBeNull()
    await soon(1500)
    await bureau.asks('ledger.open', { place: bureau.place })
    expect(await bureau.asks('intake.progress', { batch })).toMatchObject({ state: 'stopped' })
    await whole()
    expect(await bureau.takesIn()).toMatchObject({ batch, state: 'done', done: COUNT })
    await whole()
  })

  it('answers everything else while it runs', { timeout: 120_000 }, async () => {
    const { batch } = await bureau.asks('intake.start', { paths: [bureau.inbox] })
    let slowest = 0
    for (let state = 'running'; state === 'running' || state === 'listing'; ) {
      const from = performance.now()
      state = (await bureau.asks('intake.progress', { batch }))?.state ?? 'done'
      slowest = Math.max(slowest, performance.now() - from)
      await soon(5)
    }
    expect(slowest).toBeLessThan(2000)
  })
})

/** Runs the application over the inbox and kills it; false when it had ended by itself. */
async function killedAfter(dataDir: string, ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts'), dataDir, bureau.inbox], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()) })
  await new Promise<void>((resolve) => { child.stdout.once('data', () => resolve()); void ended.then(resolve) })
  await Promise.race([soon(ms), ended])
  const alive = child.exitCode === null
  child.kill('SIGKILL')
  await ended
  return alive
}
