import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Channel, Request } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import { sealedUnit } from '../support/submissions.ts'
import { forget, launch, type Running } from './support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-intake-'))
const inbox = join(folder, '报送')
let running: Running

beforeAll(async () => {
  mkdirSync(inbox)
  for (let n = 0; n < 200; n++) writeFileSync(join(inbox, `${n}.xlsx`), sealedUnit({ n }).bytes)
  running = await launch()
  await call('ledger.create', { place: { path: join(folder, 'a.ledger') }, region: '', bureau: '示例局', pack: 'annual-2026' })
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

async function call<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
  const result = await running.page.evaluate(([name, given]) => (window as unknown as { api: { call: (channel: string, args: unknown) => Promise<unknown> } }).api.call(name, given), [channel, args] as const) as Result<Answer<C>>
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Process ids of the readers of the running application. */
const readers = async (): Promise<readonly number[]> => {
  const metrics = await running.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid, name }) => ({ pid, name })))
  return metrics.filter((one) => one.name === '检报读取').map((one) => one.pid)
}
const soon = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
async function until<T>(look: () => Promise<T | null>, seconds: number): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await soon(20)) {
    const found = await look()
    if (found !== null) return found
  }
  throw new Error('not in time')
}

describe('intake in the application', () => {
  it('reads in processes of its own, and puts the file aside whose process hangs', async () => {
    const { batch } = await call('intake.start', { paths: [inbox] })
    await until(async () => ((await call('intake.progress', { batch }))?.done ?? 0) > 0 ? true : null, 60)
    await call('intake.control', { batch, do: 'pause' })
    await soon(1000)
    const [hung = 0] = await readers()
    process.kill(hung, 'SIGSTOP')
    await call('intake.control', { batch, do: 'go' })
    const from = performance.now()
    const answered = await call('app.state', {})
    expect(answered).toBeTruthy()
    expect(performance.now() - from).toBeLessThan(2000)
    const done = await until(async () => { const now = await call('intake.progress', { batch }); return now?.state === 'done' ? now : null }, 60)
    expect(done).toMatchObject({ done: 200, total: 200 })
    expect(done.counts).toMatchObject({ sealed: 199, quarantined: 1 })
    await until(async () => ((await readers()).length === 0 ? true : null), 10)
    expect(readdirSync(join(folder, '隔离'))).toHaveLength(1)
    const { files } = await call('intake.files', { batch, list: 'all', state: null, verdict: 'quarantined', search: '', offset: 0, limit: 10 })
    expect((await call('intake.file', { file: files[0]?.id ?? 0 })).why).toContain('太久')
  }, 120_000)
})
