import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { opensSamples, opensUnit } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
const press = (keys: string): Promise<void> => running.page.keyboard.press(keys)
const focused = (): Promise<string> => running.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['cell'] ?? '')
const shot = async (name: string): Promise<void> => {
  if (process.env.JIANBAO_SHOTS) await running.page.screenshot({ path: `${process.env.JIANBAO_SHOTS}/${name}.png` })
}

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await running.page.setViewportSize({ width: 1366, height: 768 })
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

describe('the audit', () => {
  it('F8 stays and shows the next finding; Ctrl G goes to the cell and Esc comes back', async () => {
    await opensSamples(running)
    await opensUnit(running, /澜序/)
    await clerk.form('102', 'certs')
    await shot('certs')
    await clerk.tab('audit')
    await running.page.locator('.audit-detail').waitFor()
    await press('F8')
    const current = (): Promise<string> => running.page.locator('.audit-detail').getAttribute('aria-label').then((label) => label ?? '')
    await press('F8')
    expect(await running.page.locator('.audit-detail').count()).toBe(1)
    const chosen = await current()
    await press('Control+g')
    await expect.poll(focused).not.toBe('')
    await press('Escape')
    await running.page.locator('.audit-detail').waitFor()
    expect(await current()).toBe(chosen)
  }, 60_000)
})

describe('setting up a unit', () => {
  it('says in grey that a code looks wrong, and sets it up all the same', async () => {
    await running.page.getByText('回到自己的填报').click()
    await running.page.getByRole('button', { name: '建立填报单位' }).first().click()
    await running.page.fill('#unit-uscc', '91500106MAB0T35T2M')
    expect(await running.page.locator('#unit-uscc-hint').innerText()).toContain('校验位不对')
    await running.page.fill('#unit-uscc', '91500106MAB0T35T2L')
    expect(await running.page.locator('#unit-uscc-hint').innerText()).not.toContain('校验位')
    await press('Escape')
    await clerk.addsUnit('江城示例检测有限公司'.repeat(10), '91500106MAB0T35T2M', '00')
    await clerk.settled()
    const box = await running.page.locator('.unit-name').boundingBox()
    expect(box?.height ?? 99).toBeLessThan(24)
    expect(await running.page.locator('.unit-switch').getAttribute('title')).toContain('江城示例检测有限公司江城')
    await shot('long-name')
  }, 60_000)
})

describe('Enter after an answer that others depend on', () => {
  it.each([['1', 'legal_rep'], ['2', 'parent_name'], ['1', 'legal_rep']])('is_legal %s leads to %s', async (code, next) => {
    await clerk.form('101')
    await running.page.locator('[data-cell="is_legal"]').focus()
    await running.page.keyboard.type(code)
    await press('Enter')
    await clerk.settled()
    await expect.poll(focused).toBe(next)
  }, 30_000)

  it('a list says how many of how many were found', async () => {
    await running.page.locator('[data-cell="legal_form"]').focus()
    await running.page.keyboard.type('qy')
    expect(await running.page.locator('.pick-foot').innerText()).toMatch(/找到 \d+ 项，共 \d+ 项/)
    await press('Escape')
    await press('Escape')
    await shot('form-101')
  }, 30_000)
})
