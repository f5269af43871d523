import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { takesPicture } from './support/picture.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-policy-'))
const exports = join(folder, '报送')
const copies = join(folder, '备份另存')
mkdirSync(exports)
let running: Running | null = null
afterEach(async () => {
  const { dataDir } = running ?? {}
  await running?.stop()
  running = null
  if (dataDir !== undefined) forget(dataDir)
})
afterAll(() => forget(folder))

async function under(policy: string): Promise<Running['page']> {
  const file = join(folder, 'policy.json')
  writeFileSync(file, policy, { mode: 0o644 })
  running = await launch({ env: { JIANBAO_POLICY: file } })
  await running.page.setViewportSize({ width: 1366, height: 728 })
  return running.page
}

describe('what an administrator fixed', () => {
  it('shows a lock, cannot be changed, and takes pages away', async () => {
    const page = await under(JSON.stringify({ role: 'agency', theme: 'dark', enter: 'right', exportFolder: exports, backupFolder: copies, hiddenMenus: ['import', 'samples', 'part'] }, null, 2))
    expect(await page.locator('[data-link="samples"]').isVisible()).toBe(false)
    expect(await page.locator('[data-link="regulator"]').isVisible()).toBe(false)
    const clerk = new Clerk(page)
    await clerk.addsUnit('示例检测有限公司', '91500106MA5U0C0L3T', '00')
    expect(await page.locator('[data-tab="import"]').isVisible()).toBe(false)
    expect(await page.locator('[data-tab="audit"]').isVisible()).toBe(true)
    await page.click('[data-settings]')
    await page.waitForSelector('[data-governed="theme"]')
    expect(await page.locator('[data-governed]').count()).toBe(3)
    expect(await page.locator('[data-governed="theme"]').innerText()).toContain('由管理员规定')
    await takesPicture(page, 'policy-settings')
    const locked = page.locator('.settings-line', { has: page.locator('[data-governed="enter"]') }).locator('.seg button')
    expect(await locked.first().isDisabled()).toBe(true)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    const refused = await page.evaluate(() => (globalThis as unknown as { api: { call: (channel: string, args: object) => Promise<{ ok: boolean; problem?: { code: string } }> } }).api.call('app.settings', { theme: 'light' }))
    expect(refused.problem?.code).toBe('policy-governed')
    await page.keyboard.press('Escape')
    await page.click('[data-tab="seal"]')
    await page.waitForSelector('[data-governed="exportFolder"]')
    expect(await page.locator('[data-folder]').getAttribute('data-folder')).toBe(exports)
  }, 90_000)

  it('is listed in 关于 with what the program is; a broken setting is said in words and the others hold', async () => {
    const page = await under('{\n  "role": "boss",\n  "enter": "right",\n  "colour": "blue"\n}')
    await page.waitForSelector('[data-policy-band]')
    expect(await page.locator('[data-policy-band]').innerText()).toContain('第 2 行，“role”（使用身份）只能是 agency、regulator。这一项没有采用，其余照常。')
    expect(await page.locator('[data-link="regulator"]').isVisible()).toBe(true)
    await page.click('[data-policy-band] [data-link="about"]')
    await page.waitForSelector('[data-check="checkout"]', { timeout: 30_000 })
    expect(await page.locator('[data-policy-problem]').count()).toBe(2)
    expect(await page.locator('[data-policy-field="enter"]').innerText()).toContain('向右')
    expect(await page.locator('.about').innerText()).toMatch(/Electron[\s\S]*SQLite[\s\S]*annual-2026@1\.0/)
    expect(await accessViolations(page)).toEqual([])
    await takesPicture(page, 'about-policy')
  }, 90_000)

  it('where nobody fixed anything nothing is locked', async () => {
    running = await launch()
    const { page } = running
    await page.click('[data-settings]')
    await page.waitForSelector('.settings')
    expect(await page.locator('[data-governed]').count()).toBe(0)
    expect(await page.locator('[data-policy-band]').count()).toBe(0)
  }, 60_000)
})
