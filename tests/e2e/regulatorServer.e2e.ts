import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { startCluster, stopCluster } from '../support/postgres.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Regulator } from './support/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'jb-pg-'))
let running: Running
let office: Regulator

async function typesServer(database: string): Promise<void> {
  const { page } = running
  await page.fill('#server-host', join(folder, 's'))
  await page.fill('#server-database', database)
  await page.fill('#server-user', 'jianbao')
  await page.selectOption('#server-tls', 'disable')
}
const tested = async (): Promise<{ readonly ok: string | null; readonly words: string }> => {
  await running.page.click('[data-server-test]')
  const line = running.page.locator('[data-tested="true"], [data-tested="false"]')
  await line.waitFor({ timeout: 30_000 })
  return { ok: await line.getAttribute('data-tested'), words: await line.innerText() }
}

describeNeeding(['postgresql'], 'a ledger on a server of the bureau', () => {
  beforeAll(async () => {
    startCluster(folder)
    running = await launch()
    office = new Regulator(running)
    await running.page.setViewportSize({ width: 1366, height: 768 })
    await running.page.click('[data-link="regulator"]')
    await running.page.waitForSelector('[data-first-ledger]')
  }, 180_000)
  afterAll(async () => {
    await running.stop()
    forget(running.dataDir)
    stopCluster(folder)
    rmSync(folder, { recursive: true, force: true })
  })

  it('is tried before it is chosen: no such database, none yet', async () => {
    const { page } = running
    await page.click('[data-link="server"]')
    await typesServer('nowhere')
    // Without a key store of the system it says so; with one it may keep the password.
    expect(await page.locator('[data-keep]').getAttribute('data-keep')).toMatch(/^(none|may)$/)
    expect((await tested()).ok).toBe('false')
    await page.keyboard.press('Escape')
    await page.locator('.ant-modal').waitFor({ state: 'hidden' })
    await page.click('[data-link="server"]')
    await typesServer('postgres')
    expect(await tested()).toMatchObject({ ok: 'true', words: expect.stringContaining('还没有台账') as string })
    await office.looks('regulator server', false)
    await page.keyboard.press('Escape')
    await page.locator('.ant-modal').waitFor({ state: 'hidden' })
  }, 120_000)

  it('is made there, and says so when the server goes away', async () => {
    const { page } = running
    await page.click('[data-make-ledger]')
    await page.fill('#ledger-bureau', '示例市市场监督管理局')
    await page.getByRole('button', { name: 'PostgreSQL 服务器', exact: true }).click()
    await typesServer('postgres')
    expect((await tested()).ok).toBe('true')
    await page.locator('[data-ledger-make]:not([disabled])').click()
    await page.waitForSelector('[data-office-home]', { timeout: 60_000 })
    expect(await page.locator('[data-lost]').count()).toBe(0)
    stopCluster(folder)
    await office.tab('office')
    await page.waitForSelector('[data-lost]', { timeout: 60_000 })
    expect(await page.locator('[data-office-home]').count()).toBe(1)
  }, 180_000)
})
