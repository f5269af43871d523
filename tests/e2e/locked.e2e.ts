import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { Clerk as Desk } from '../support/desk.ts'
import { forget, launch, type LaunchOptions, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { Regulator } from './support/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-locked-'))
const [bureau, sent] = [join(folder, '局里'), join(folder, '送来的')]
for (const made of [bureau, sent]) mkdirSync(made)
const desk = new Desk()
let running: Running | null = null
async function opens(options: LaunchOptions): Promise<Regulator> {
  await running?.stop()
  running = await launch(options)
  await running.page.setViewportSize({ width: 1366, height: 728 })
  return new Regulator(running)
}
afterEach(async () => { await running?.stop(); running = null })
afterAll(() => { desk.leaves(); forget(folder) })

it('a submission goes from window to window so that only the bureau opens it', async () => {
  const office = await opens({ dataDir: bureau })
  await office.page.click('[data-link="regulator"]')
  await office.makesLedger(join(folder, '示例.ledger'), '2026')
  const { recipient } = await office.asks('ledger.key', { do: 'make' })
  const policy = join(folder, 'policy.json')
  writeFileSync(policy, JSON.stringify({ role: 'agency', recipient }), { mode: 0o644 })

  await desk.startsUnit()
  await desk.fillsLike('enterprise', 2026)
  await desk.seals()
  desk.engine.close()
  const unit = await opens({ dataDir: join(desk.folder, 'data'), env: { JIANBAO_POLICY: policy } })
  await new Clerk(unit.page).tab('seal')
  await unit.chooses(sent)
  await unit.page.click('[data-lock]')
  await unit.page.locator('.seal-file', { has: unit.page.locator('[data-lock]') }).locator('[role="status"]').getByText(sent).waitFor()
  expect(await unit.page.locator('.seal-file', { has: unit.page.locator('[data-lock]') }).innerText()).toContain('公钥由管理员规定')
  const [name = ''] = readdirSync(sent)
  expect([name.endsWith('.xlsx.age'), readFileSync(join(sent, name)).subarray(0, 21).toString()]).toEqual([true, 'age-encryption.org/v1'])

  const again = await opens({ dataDir: bureau })
  await again.page.waitForSelector('[data-office-home]')
  await again.takesIn(sent, 1)
  expect((await again.asks('intake.files', { batch: null, verdict: null, list: 'all', state: null, search: '', offset: 0, limit: 10 })).files).toMatchObject([{ file: name, verdict: 'sealed', name: '浙江澜序示例检测科技有限公司' }])
}, 240_000)
