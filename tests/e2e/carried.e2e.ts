import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Clerk as Desk } from '../support/desk.ts'
import { issuerKey, newerVersion, packFileOf } from '../support/packFiles.ts'
import { launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { takesPicture } from './support/picture.ts'

let running: Running
let desk: Desk
const put = (name: string, bytes: Uint8Array): string => { const path = join(desk.folder, name); writeFileSync(path, bytes); return path }

beforeAll(async () => {
  desk = new Desk()
  await desk.startsUnit()
  await desk.types('sample_cnt', '120')
  await desk.types('param_cnt', '88')
  desk.engine.close()
  const policy = put('policy.json', Buffer.from(JSON.stringify({ packKeys: [Buffer.from(issuerKey().publicKey).toString('base64')] })))
  running = await launch({ dataDir: join(desk.folder, 'data'), env: { JIANBAO_POLICY: policy } })
  await running.page.setViewportSize({ width: 1366, height: 728 })
}, 120_000)
afterAll(async () => {
  await running.stop()
  desk.leaves()
})

describe('a pack from a file', () => {
  const choose = async (path: string): Promise<void> => {
    await choosesInDialogs(running.app, [path])
    await running.page.click('[data-pack-choose]')
  }

  it('that somebody else signed is shown and not installed', async () => {
    const { page } = running
    await page.click('[data-link="about"]')
    await page.waitForSelector('[data-pack-choose]')
    await choose(put('别人.jbpack', packFileOf(newerVersion(), { key: issuerKey('别人') })))
    await page.waitForSelector('[data-pack-refused="pack-file-unknown"]')
    expect(await page.locator('[data-pack-take]').isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-pack-look]', { state: 'detached' })
  }, 60_000)

  it('shows what changes and what becomes of the drafts, and brings them along', async () => {
    const { page } = running
    await choose(put('任务包.jbpack', packFileOf(newerVersion())))
    await page.waitForSelector('[data-pack-look="annual-2026@1.1"]')
    expect(await page.locator('[data-difference="deadline"]').innerText()).toContain('2027-03-19 → 2027-04-02')
    expect(await page.locator('[data-pack-look]').innerText()).toContain('资质认定能力参数（项目）数　88　本年不再调查参数个数')
    expect(await accessViolations(page)).toEqual([])
    await page.waitForFunction(() => document.querySelector('[data-check="running"], [data-check="waiting"]') === null)
    await takesPicture(page, 'pack-file')
    await page.click('[data-pack-take]')
    await page.waitForSelector('[data-pack-taken="1.1"]')
    await page.click('[data-pack-close]')
    const clerk = new Clerk(page)
    await page.click('[data-link="home"]')
    await clerk.tab('entry')
    const view = await clerk.view()
    expect([view.pack.version, view.data.values['sample_total'], view.undo]).toEqual(['1.1', '120', 'pack'])
  }, 60_000)
})

it('a checkout says that it carries no keys for updates', async () => {
  const { page } = running
  await new Clerk(page).tab('home')
  await page.click('[data-link="about"]')
  await page.waitForSelector('[data-update="no-keys"]')
  expect(await page.locator('[data-update-choose]').isDisabled()).toBe(true)
})
