import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { Regulator } from './support/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-governed-'))
let running: Running | null = null
afterEach(async () => {
  const { dataDir } = running ?? {}
  await running?.stop()
  running = null
  if (dataDir !== undefined) forget(dataDir)
})
afterAll(() => forget(folder))

async function under(policy: object): Promise<Running> {
  const file = join(folder, 'policy.json')
  writeFileSync(file, JSON.stringify(policy, null, 1), { mode: 0o644 })
  running = await launch({ env: { JIANBAO_POLICY: file } })
  await running.page.setViewportSize({ width: 1366, height: 728 })
  return running
}
const ask = async (channel: string, args: object): Promise<string> =>
  (await (running as Running).page.evaluate(([name, given]) => (globalThis as unknown as { api: { call: (channel: string, args: unknown) => Promise<{ ok: boolean; problem?: { code: string } }> } }).api.call(name, given), [channel, args] as const)).problem?.code ?? ''

describe('a unit’s computer under a policy', () => {
  it('keeps its data and its backups where it says, in the language and with the packs it says, and takes no update', async () => {
    const [data, copies] = [join(folder, '数据', '{user}'), join(folder, '另存')]
    const { page } = await under({ role: 'agency', enter: 'stay', language: 'en', theme: 'contrast', packs: ['annual-2026'], dataFolder: data, backupFolder: copies, backupMinutes: 30, updates: 'off', packKeys: [], recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj' })
    const own = data.replace('{user}', userInfo().username)
    await page.waitForSelector('html[lang="en"][data-theme="contrast"]')
    await page.locator('[data-add-unit], button').first().waitFor()
    expect(await ask('unit.add', { name: '示例', uscc: '', unitSeq: '', pack: 'annual-2025' })).toBe('policy-pack')
    expect(await ask('unit.add', { name: '示例', uscc: '91500106MA5U0C0L3T', unitSeq: '00', pack: 'annual-2026' })).toBe('')
    expect(existsSync(join(own, '检报数据.jianbao'))).toBe(true)
    expect(await ask('backup.now', {})).toBe('')
    await expect.poll(() => (existsSync(copies) ? readdirSync(copies).filter((name) => name.endsWith('.jianbao')).length : 0), { timeout: 20_000 }).toBeGreaterThan(0)
    await page.reload()
    await page.waitForSelector('[data-ready="true"]')
    const clerk = new Clerk(page)
    await clerk.tab('entry')
    await clerk.form('signoff')
    await clerk.types('filler', 'Li')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('filler')
    await clerk.tab('home')
    await page.click('[data-link="restore"]')
    await page.waitForSelector('[data-governed="backupMinutes"]')
    expect(await page.locator('[data-governed="backupFolder"]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.locator('[data-tab="home"], [data-link="home"]').first().click()
    await page.locator('[data-link="about"]').first().click()
    await page.waitForSelector('[data-update="off"]')
    expect(await page.locator('[data-update="off"]').innerText()).toContain('policy')
    expect([await page.locator('[data-update-choose]').isDisabled(), await ask('update.look', { folder })]).toEqual([true, 'update-off'])
    for (const field of ['updates', 'packs', 'packKeys']) expect(await page.locator(`[data-governed="${field}"]`).count(), field).toBe(1)
    for (const field of ['role', 'language', 'theme', 'packs', 'dataFolder', 'backupFolder', 'backupMinutes', 'updates', 'recipient']) expect(await page.locator(`[data-policy-field="${field}"]`).count(), field).toBe(1)
    expect(await page.locator('[data-policy="1"]').innerText()).toContain(join(folder, 'policy.json'))
  }, 120_000)

  it('takes updates from one folder only', async () => {
    const share = join(folder, '更新')
    mkdirSync(share)
    const { page } = await under({ updates: 'folder', updateFolder: share })
    await page.locator('[data-link="about"]').first().click()
    await page.waitForSelector(`[data-update-folder="${share}"]`)
    expect(await page.locator('[data-governed="updateFolder"]').count()).toBe(1)
    expect(await ask('update.look', { folder })).toBe('policy-folder')
  }, 90_000)
})

describe('a bureau’s computer under a policy', () => {
  it('begins as the regulator’s, makes ledgers of its region only, and hides what it says', async () => {
    const { page } = await under({ role: 'regulator', region: '5001', hiddenMenus: ['bulletin', 'sample'], enter: 'stay' })
    await page.waitForSelector('[data-first-ledger]')
    const path = join(folder, '示例.ledger')
    const make = (region: string): Promise<string> => ask('ledger.create', { place: { path }, region, bureau: '示例局', pack: 'annual-2026' })
    expect([await make('11'), await make('')]).toEqual(['policy-region', 'policy-region'])
    await page.click('[data-make-ledger]')
    await page.waitForSelector('[data-governed="region"]')
    await page.keyboard.press('Escape')
    await page.locator('.ant-modal').waitFor({ state: 'hidden' })
    expect(await make('500106')).toBe('')
    await page.reload()
    await page.waitForSelector('[data-office-home]')
    expect([await page.locator('[data-tab="bulletin"]').isVisible(), await page.locator('[data-tab="sample"]').isVisible(), await page.locator('[data-tab="intake"]').isVisible()]).toEqual([false, false, true])
    await page.click('[data-link="ledger"]')
    await page.click('[data-section="key"]')
    await page.click('[data-key-make]')
    const line = await page.locator('[data-recipient]').getAttribute('data-recipient')
    expect(line).toMatch(/^age1[02-9ac-hj-np-z]{58}$/)
  }, 120_000)

  it('uses the server it says, and may not keep its password', async () => {
    const { page } = await under({ role: 'regulator', ledger: 'postgres://jianbao@127.0.0.1:1/ledger?sslmode=disable', keepPassword: false })
    await page.waitForSelector('[data-first-ledger]')
    expect(await ask('ledger.create', { place: { path: join(folder, 'x.ledger') }, region: '', bureau: '示例局', pack: '' })).toBe('policy-ledger')
    await page.click('[data-link="server"]')
    await page.waitForSelector('[data-governed="ledger"]')
    expect([await page.inputValue('#server-host'), await page.inputValue('#server-port'), await page.inputValue('#server-user')]).toEqual(['127.0.0.1', '1', 'jianbao'])
    await page.waitForSelector('[data-keep="forbidden"] [data-governed="keepPassword"]')
  }, 90_000)
})

describe('a work file that is handed over from the window', () => {
  it('is locked as a whole when that is chosen, and opened elsewhere with the words', async () => {
    const words = '春江花月夜春江花月夜'
    const path = join(folder, '交接.jianbao.age')
    running = await launch()
    let { page } = running
    await new Clerk(page).addsUnit('示例检测有限公司', '91500106MA5U0C0L3T', '00')
    await new Regulator(running).saves(path)
    await page.click('[data-tab="home"]')
    await page.click('[data-link="restore"]')
    await page.locator('[data-section="handover"]').click()
    expect(await page.locator('[data-workfile-lock]').isDisabled()).toBe(true)
    await page.fill('#handover-keys', words)
    await page.check('[data-workfile-lock]')
    await page.click('[data-workfile-export]')
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true)
    const { dataDir } = running
    await running.stop()
    forget(dataDir)
    running = await launch()
    page = running.page
    await page.click('[data-link="handover"]')
    await new Regulator(running).chooses(path)
    await page.click('[data-workfile-pick]')
    await page.fill('#handover-locked', '别的口令别的口令')
    await page.click('[data-workfile-unlock]')
    await page.waitForSelector('text=口令不对')
    await page.fill('#handover-locked', words)
    await page.click('[data-workfile-unlock]')
    await page.click('[data-workfile-import]')
    await expect.poll(async () => (await new Regulator(running as Running).asks('app.state', {})).units.map((unit) => unit.name), { timeout: 20_000 }).toEqual(['示例检测有限公司'])
  }, 150_000)
})
