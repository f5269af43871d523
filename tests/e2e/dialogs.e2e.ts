import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { strictViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { copiesInExcel } from './support/clipboard.ts'
import { opensUnit } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await running.page.setViewportSize({ width: 1366, height: 768 })
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

/** Good practice wants everything in a landmark; lists and menus that float hang from the page itself. */
const FLOATS = /^moderate region .*: (#list-[a-z_]+|ul|li\[data-menu-id|\.ant-[a-z-]+|\.pick[a-z-]*)/

/** Waits until what floats stands, and asks every rule; then Esc puts it away. */
async function keeps(what: string, waits: string): Promise<void> {
  await running.page.locator(waits).first().waitFor()
  await running.page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
  expect((await strictViolations(running.page)).filter((line) => !FLOATS.test(line)), what).toEqual([])
}
const away = async (gone: string): Promise<void> => {
  await running.page.keyboard.press('Escape')
  await running.page.locator(gone).first().waitFor({ state: 'hidden' })
}

describe('what floats over the screens keeps to every rule of WCAG 2.2 AA that a machine can check', () => {
  it('the first start and the new unit', async () => {
    await keeps('first start', '.first')
    await running.page.getByRole('button', { name: '建立填报单位' }).first().click()
    await keeps('new unit', '.ant-modal #unit-name')
    await away('.ant-modal')
    await clerk.addsUnit('江城示例检测有限公司', '91500106MAB0T35T2L', '00')
  }, 60_000)

  it('in the forms: a code list, the steps, a row’s menu, the find, the settings', async () => {
    const { page } = running
    await clerk.form('101')
    await page.locator('[data-cell="holding"]').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await keeps('code list', '.pick')
    await away('.pick')
    await page.keyboard.press('Control+k')
    await keeps('find', '.finder-line')
    await page.keyboard.type('没有这个')
    await keeps('find without a hit', '.finder-none')
    await away('.finder')
    await page.click('[data-settings]')
    await keeps('settings', '.settings')
    await page.click('.form-head h1')
    await page.locator('.ant-popover').waitFor({ state: 'hidden' })
    await page.click('[data-steps]')
    await keeps('steps', '.ant-dropdown')
    await away('.ant-dropdown')
    await clerk.form('302')
    await clerk.addsRow()
    await page.locator('.rt-menu').first().click()
    await keeps('row menu', '.ant-dropdown:not(.ant-dropdown-hidden)')
    await away('.ant-dropdown')
  }, 120_000)

  it('a paste: where it comes from, its preview', async () => {
    const { page } = running
    await page.click('[data-paste]')
    await keeps('paste', '[data-paste-field]')
    await away('.ant-modal')
    await copiesInExcel(running.app, [['03', '1', '07', '1,234.50'], ['99', 'x', '', 'abc']])
    await page.locator('[data-row] [data-cell]').first().focus()
    await page.keyboard.press('Control+v')
    await keeps('paste preview', '[data-paste-write]')
    await page.keyboard.press('Escape')
  }, 60_000)

  it('home: a unit’s menu, deleting, the handover note, parts, what is fixed', async () => {
    const { page } = running
    await clerk.tab('home')
    await page.getByRole('button', { name: '更多' }).first().click()
    await keeps('unit menu', '.ant-dropdown:not(.ant-dropdown-hidden)')
    await page.locator('.ant-dropdown-menu-item', { hasText: '删除' }).first().click()
    await keeps('delete', '.ant-modal textarea, .ant-modal input, .ant-modal .btn, .ant-modal .ant-btn')
    await away('.ant-modal')
    await page.keyboard.press('Shift+F1')
    await page.locator('[data-help-part="note"]').click()
    await keeps('handover note', '.help')
    await page.keyboard.press('Escape')
    await page.locator('[data-link="about"]').first().click()
    await keeps('about', '[data-check-again]')
  }, 90_000)

  it('every page of the help, and the typed last year', async () => {
    const { page } = running
    await clerk.tab('entry')
    await clerk.form('301')
    await page.keyboard.press('Shift+F1')
    for (const part of ['screen', 'keys', 'items', 'manual']) {
      await page.click(`[data-help-part="${part}"]`)
      await keeps(`help ${part}`, `[data-help="${part}"]`)
    }
    await page.keyboard.press('Escape')
  }, 90_000)

  it('with large letters', async () => {
    const { page } = running
    await page.click('[data-settings]')
    await page.getByRole('group', { name: '字号' }).getByRole('button', { name: '大', exact: true }).click()
    await page.waitForSelector('html[data-letters="large"]')
    await page.click('.form-head h1')
    await page.locator('.ant-popover').waitFor({ state: 'hidden' })
    expect(await page.locator('[data-cell="src_social"]').evaluate((cell) => getComputedStyle(cell).fontSize)).toBe('16px')
    await keeps('301', '.form-head')
    const cut = await page.evaluate(() => [...document.querySelectorAll('.c-name, .group-title, .form-head h1')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent))
    expect(cut).toEqual([])
    await page.reload()
    await page.waitForSelector('html[data-letters="large"]')
    await opensUnit(running, /江城/)
  }, 60_000)
})
