import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { accessViolations } from './support/axe.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { pictures, takesPicture } from './support/picture.ts'
import { opensSamples, opensUnit, preparesSeal, presses } from './support/sampleUnits.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-screens-'))
let running: Running
let clerk: Clerk

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  running = await launch()
  clerk = new Clerk(running.page)
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentBounds({ x: 0, y: 0, width: 1366, height: 768 }))
  // On a display of just this size Chromium keeps a window one pixel smaller.
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await running.page.waitForFunction(() => innerWidth === 1366 && innerHeight === 768)
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

/** Nothing moves and nothing is being read or saved. */
async function stands(): Promise<void> {
  await clerk.settled()
  await running.page.mouse.move(683, 2)
  await running.page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
}
/** Leaves a picture if asked for one, and looks for what shuts people out. */
async function looks(screen: string, picture = true): Promise<void> {
  await stands()
  if (picture) await takesPicture(running.page, screen)
  const found = await accessViolations(running.page)
  if (process.env.AXE) appendFileSync(process.env.AXE, found.map((line) => `${screen}: ${line}\n`).join(''))
  expect(found, screen).toEqual([])
  const wide = await running.page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1 || document.documentElement.scrollHeight > innerHeight + 1)
  expect(wide, `${screen} scrolls as a page`).toBe(false)
}
async function wears(theme: '浅色' | '深色' | '高对比'): Promise<void> {
  await running.page.click('[data-settings]')
  await running.page.getByRole('button', { name: theme, exact: true }).click()
  await running.page.waitForSelector(`html[data-theme="${{ 浅色: 'light', 深色: 'dark', 高对比: 'contrast' }[theme]}"]`)
  await running.page.click('.form-head h1')
  await running.page.locator('.ant-popover').waitFor({ state: 'hidden' })
}
describe('every screen at 1366 × 768', () => {
  it('the first start', () => looks('first-start'), 60_000)

  it('home, with the sample units', async () => {
    await opensSamples(running)
    await looks('home')
  }, 90_000)

  it('the forms', async () => {
    await opensUnit(running, /澜序/)
    await clerk.form('301')
    await running.page.focus('[data-cell="src_social"]')
    await looks('entry')
    for (const form of ['101', '102', '103', '201-1', '401', 'signoff']) {
      await clerk.form(form)
      await looks(`form ${form}`, false)
    }
  }, 120_000)

  it('the forms in the dark and with high contrast', async () => {
    await clerk.form('301')
    for (const [theme, name] of [['深色', 'entry-dark'], ['高对比', 'entry-contrast']] as const) {
      await wears(theme)
      await running.page.focus('[data-cell="src_social"]')
      await looks(name)
      await clerk.tab('audit')
      await looks(`audit ${theme}`, false)
      await clerk.tab('entry')
    }
    await wears('浅色')
  }, 120_000)

  it('the repeating tables', async () => {
    await clerk.form('302')
    await running.page.locator('[data-row] [data-cell]').nth(1).focus()
    await looks('table-302')
    for (const [form, table] of [['101', 'sites'], ['102', 'certs'], ['103', 'instruments']] as const) {
      await clerk.form(form, table)
      await looks(`table ${table}`, false)
    }
  }, 120_000)

  it('finding an item', async () => {
    await clerk.form('301')
    await running.page.focus('[data-cell="src_social"]')
    await running.page.keyboard.press('Control+k')
    await running.page.locator('.finder input').waitFor()
    await running.page.keyboard.type('wt')
    await running.page.locator('.finder-line').first().waitFor()
    await looks('find')
    await running.page.keyboard.press('Escape')
    expect(await running.page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])).toBe('src_social')
  }, 60_000)

  it('the audit', async () => {
    await clerk.tab('audit')
    await running.page.locator('[data-finding]').first().waitFor()
    await looks('audit')
    await running.page.locator('[data-finding]:has(.m-verify), .audit-line.k-verify').first().click()
    await looks('audit verify', false)
  }, 60_000)

  it('the seal and its result', async () => {
    await clerk.tab('seal')
    await running.page.locator('[data-check]').first().waitFor()
    await looks('seal with errors', false)
    await opensUnit(running, /青澜县/)
    await preparesSeal(running, folder)
    await looks('seal')
    await presses(running)
    await looks('seal-result')
  }, 240_000)

  it('import, last year, printing and the safety of the work', async () => {
    await opensUnit(running, /澜序/)
    await clerk.tab('import')
    await running.page.locator('[data-import-pick]').waitFor()
    await looks('import')
    await clerk.tab('safety')
    await running.page.locator('[data-section="backups"]').waitFor()
    for (const section of ['bin', 'handover', 'history', 'backups']) {
      await running.page.click(`[data-section="${section}"]`)
      await looks(section === 'backups' ? 'safety' : `safety ${section}`, section === 'backups')
    }
    await clerk.tab('entry')
    await clerk.form('301')
    await running.page.keyboard.press('Control+p')
    await running.page.locator('iframe').first().waitFor()
    await looks('print')
    await running.page.keyboard.press('Escape')
    await clerk.tab('home')
    await running.page.getByRole('button', { name: '带入上年' }).first().click()
    await looks('prior')
  }, 180_000)

  it('the verdicts', async () => {
    await choosesInDialogs(running.app, sealedAndOthers())
    await clerk.tab('home')
    await running.page.getByRole('button', { name: '回到自己的填报' }).click()
    await running.page.locator('[data-link="regulator"]').first().click()
    await running.page.locator('[data-link="verify"]').click()
    await running.page.locator('[data-verify-pick]').waitFor()
    await looks('verify empty', false)
    await running.page.click('[data-verify-pick]')
    await running.page.waitForFunction(() => document.querySelectorAll('[data-file]').length === 4, undefined, { timeout: 60_000 })
    expect(await running.page.locator('[data-file]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')).toSorted())).toEqual(['altered', 'damaged', 'foreign', 'sealed'])
    await running.page.locator('[data-kind="altered"][data-file]').click()
    await running.page.locator('.verify-cells', { hasText: '301.02' }).waitFor()
    await looks('verify')
  }, 120_000)
})

/** The sealed workbook, one with a changed cell, one cut short, and a stranger. */
function sealedAndOthers(): readonly string[] {
  const sealed = readdirSync(folder).find((name) => name.endsWith('.xlsx')) ?? ''
  const at = (name: string): string => join(folder, name)
  const bytes = readFileSync(at(sealed))
  const book = XLSX.read(bytes)
  const cell = book.Sheets['301 业务状况']?.['E11'] as XLSX.CellObject
  Object.assign(cell, { v: 750.3, w: '750.30', t: 'n' })
  writeFileSync(at('改过一格.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  writeFileSync(at('没传完.xlsx'), bytes.subarray(0, bytes.length - 2000))
  const stranger = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(stranger, XLSX.utils.aoa_to_sheet([['月份', '金额'], ['一月', 12]]), '台账')
  writeFileSync(at('台账.xlsx'), XLSX.write(stranger, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  copyFileSync(at(sealed), at('原件.xlsx'))
  return ['原件.xlsx', '改过一格.xlsx', '没传完.xlsx', '台账.xlsx'].map(at)
}
