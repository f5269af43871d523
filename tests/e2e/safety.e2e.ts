import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'

let running: Running
let clerk: Clerk
const dataDir = mkdtempSync(join(tmpdir(), 'jianbao-e2e-'))

beforeAll(async () => {
  running = await launch({ dataDir })
  clerk = new Clerk(running.page)
  await clerk.addsUnit('江城示例检测有限公司', '91500106MAB0T35T2L', '00')
  await clerk.form('101')
  await clerk.types('tel', '023-65366123')
  await clerk.settled()
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(dataDir)
})

const part = (name: string): Promise<void> => running.page.click(`[data-section="${name}"]`)
const said = (): Promise<string> => running.page.locator('[data-said="done"]').innerText()

describe('a clerk who wants yesterday’s figures back', () => {
  it('backs up by hand', async () => {
    await clerk.tab('safety')
    await running.page.click('[data-backup-now]')
    await running.page.locator('[data-reason="asked"]').waitFor()
    expect(await said()).toContain('已备份并验证')
    expect(await accessViolations(running.page)).toEqual([])
  }, 60_000)

  it('changes a value, sees what restoring would change, and has it back', async () => {
    await clerk.tab('entry')
    await clerk.types('tel', '010-00000000')
    await clerk.settled()
    await clerk.tab('safety')
    await running.page.locator('[data-reason="asked"]').click()
    const line = running.page.locator('[data-difference="tel"]')
    await line.waitFor()
    expect(await line.innerText()).toMatch(/010-00000000\s+023-65366123/)
    expect(await running.page.locator('[data-status="changed"]').count()).toBe(1)
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.click('[data-restore]')
    await running.page.locator('[data-reason="replaced"]').waitFor()
    expect(await said()).toContain('已恢复到')
    expect((await clerk.stored()).values['tel']).toBe('023-65366123')
    await clerk.tab('entry')
    expect(await clerk.shows('tel')).toBe('023-65366123')
  }, 60_000)

  it('finds every change in the record, and only those asked for', async () => {
    await clerk.types('tel', '023-65366124')
    await clerk.types('mobile', '13900000000')
    await clerk.settled()
    await clerk.tab('safety')
    await part('history')
    await running.page.locator('[data-change="mobile"]').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.fill('#history-to', '2000-01-01')
    await running.page.locator('#history-to').press('Enter')
    await running.page.locator('[data-history-total="0"]').waitFor()
    expect(await running.page.locator('[data-change]').count()).toBe(0)
  }, 60_000)
})

describe('the recycle bin', () => {
  it('gives a deleted unit back with what it held', async () => {
    await clerk.tab('home')
    await running.page.locator('[data-more]').click()
    await running.page.getByText('删除这个单位').click()
    await running.page.click('[data-remove-do]')
    await running.page.locator('main.first').waitFor()
    await clerk.tab('safety')
    await part('bin')
    expect(await running.page.locator('[data-binned="unit"]').innerText()).toContain('江城示例检测有限公司')
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.click('[data-bin-restore]')
    await running.page.locator('[data-binned]').waitFor({ state: 'detached' })
    await clerk.tab('home')
    await running.page.getByRole('region', { name: '江城示例检测有限公司' }).waitFor()
    expect((await clerk.stored()).values['tel']).toBe('023-65366124')
  }, 60_000)
})

describe('a work file that rotted', () => {
  it('is kept aside, and the newest sound backup takes its place on a word', async () => {
    await running.stop()
    const file = join(dataDir, '检报数据.jianbao')
    writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 20_000))
    running = await launch({ dataDir })
    clerk = new Clerk(running.page)
    await running.page.locator('[data-rescue-take]').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.click('[data-rescue-take]')
    await running.page.locator('[data-notice="rescued"]').waitFor()
    expect((await clerk.stored()).values['tel']).toBe('023-65366124')
    expect(readdirSync(dataDir, { recursive: true }).filter((name) => String(name).includes('损坏'))).not.toEqual([])
  }, 60_000)
})
