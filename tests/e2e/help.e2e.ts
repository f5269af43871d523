import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, root, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { takesPicture } from './support/picture.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'jianbao-e2e-'))
let running: Running
let clerk: Clerk

beforeAll(async () => {
  running = await launch({ dataDir })
  clerk = new Clerk(running.page)
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentBounds({ x: 0, y: 0, width: 1366, height: 768 }))
  await running.page.setViewportSize({ width: 1366, height: 768 })
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(dataDir)
})

const press = (key: string): Promise<void> => running.page.keyboard.press(key)
const isOpen = (): Promise<boolean> => running.page.locator('[data-help]').isVisible()
const focused = (): Promise<string | null> => running.page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? document.activeElement?.id ?? null)
const part = (name: string): Promise<void> => running.page.click(`[data-help-part="${name}"]`)
async function shutsNobodyOut(): Promise<void> {
  await running.page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
  expect(await accessViolations(running.page)).toEqual([])
}

describe('the first filing', () => {
  it('begins with three quiet steps that are put away once and for all', async () => {
    await clerk.addsUnit('江城示例检测有限公司', '91500106MAB0T35T2L', '00')
    await running.page.locator('[data-guide]').waitFor()
    expect(await running.page.locator('[data-guide] [aria-current="step"]').innerText()).toContain('填数')
    await shutsNobodyOut()
    await running.page.click('[data-guide-known]')
    await running.page.locator('[data-guide]').waitFor({ state: 'detached' })
    await running.page.reload()
    await running.page.waitForSelector('html[data-ready="true"]')
    await clerk.opensFiling()
    expect(await running.page.locator('[data-guide]').count()).toBe(0)
  }, 90_000)
})

describe('the help', () => {
  it('opens by F1 outside a cell, in a cell by Shift F1; F1 in a cell is the explanation; Esc gives the caret back', async () => {
    await clerk.form('301')
    await running.page.focus('[data-cell="src_social"]')
    await press('F1')
    expect([await isOpen(), await focused()]).toEqual([false, 'panel-explanation'])
    await running.page.focus('[data-cell="src_social"]')
    await press('Shift+F1')
    expect(await isOpen()).toBe(true)
    await press('Escape')
    expect([await isOpen(), await focused()]).toEqual([false, 'src_social'])
    await clerk.tab('audit')
    await press('F1')
    expect(await running.page.locator('[data-help-screen="audit"]').isVisible()).toBe(true)
    await press('F1')
    expect(await isOpen()).toBe(false)
    await running.page.click('[data-help-button]')
    expect(await isOpen()).toBe(true)
  }, 60_000)

  it('explains every screen', async () => {
    for (const screen of await running.page.locator('[data-tab]:not([disabled])').evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-tab') ?? ''))) {
      await clerk.tab(screen)
      const help = running.page.locator(`[data-help-screen="${screen}"]`)
      await help.waitFor()
      expect(await help.locator('p').count(), screen).toBeGreaterThanOrEqual(3)
    }
    await clerk.tab('home')
    await shutsNobodyOut()
  }, 90_000)

  it('has a sheet of keys', async () => {
    await part('keys')
    expect(await running.page.locator('[data-key]').count()).toBeGreaterThan(25)
    await shutsNobodyOut()
  }, 60_000)

  it('finds an explanation by its initials and leads to the cell', async () => {
    await part('items')
    await running.page.fill('[data-help-search]', 'yysr')
    await running.page.locator('[data-help-item="rev_total"], [data-help-item]').first().waitFor()
    await running.page.waitForFunction(() => document.querySelectorAll('[data-help-item]').length < 20)
    await shutsNobodyOut()
    const item = (await running.page.locator('[data-help-item]:has(button)').first().getAttribute('data-help-item')) ?? ''
    await running.page.locator(`[data-help-item="${item}"] button`).click()
    await running.page.waitForFunction((key) => document.activeElement?.getAttribute('data-cell') === key, item)
  }, 60_000)

  it('reads the manual, every chapter with its pictures', async () => {
    await part('manual')
    const names = await running.page.locator('[data-chapter-link]').evaluateAll((links) => links.map((link) => link.getAttribute('data-chapter-link') ?? ''))
    expect(names.length).toBe(readdirSync(join(root, 'docs', 'manual')).length)
    await shutsNobodyOut()
    for (const name of names) {
      await part('manual')
      await running.page.click(`[data-chapter-link="${name}"]`)
      await running.page.locator(`[data-chapter="${name}"] h3`).waitFor()
      await running.page.locator(`[data-chapter="${name}"] img`).evaluateAll((images) => images.forEach((image) => (image as HTMLImageElement).setAttribute('loading', 'eager')))
      await running.page.waitForFunction(() => [...document.querySelectorAll('[data-chapter] img')].every((image) => (image as HTMLImageElement).naturalWidth > 600))
    }
    await part('manual')
    await running.page.click('[data-chapter-link="fill"]')
    await running.page.locator('[data-chapter="fill"] img').first().waitFor()
    await shutsNobodyOut()
    await takesPicture(running.page, 'help')
  }, 120_000)

  it('keeps a handover note with the unit', async () => {
    await part('note')
    await running.page.fill('#unit-note', '填表人：周示例\n收入取自财务系统')
    await shutsNobodyOut()
    await running.page.click('[data-note-save]')
    await running.page.getByText('交接说明已存下。').waitFor()
    await running.page.reload()
    await running.page.waitForSelector('html[data-ready="true"]')
    await running.page.click('[data-more]')
    await running.page.getByRole('menuitem', { name: '交接说明' }).click()
    expect(await running.page.inputValue('#unit-note')).toBe('填表人：周示例\n收入取自财务系统')
    await press('Escape')
  }, 60_000)
})

describe('the second language', () => {
  it('is chosen in the display settings, changes at once, and stays', async () => {
    await clerk.opensFiling()
    await clerk.form('301')
    await running.page.click('[data-settings]')
    await running.page.getByRole('button', { name: 'English', exact: true }).click()
    await running.page.waitForSelector('html[lang="en"]')
    expect(await running.page.locator('[data-tab="seal"]').innerText()).toBe('Seal and export')
    expect(await running.page.locator('[data-form="301"]').innerText()).toContain('业务')
    await shutsNobodyOut()
    await press('Shift+F1')
    expect(await running.page.locator('[data-help]').innerText()).toContain('What it is for')
    await press('Escape')
    await running.page.reload()
    await running.page.waitForSelector('html[lang="en"][data-ready="true"]')
    await running.page.click('[data-settings]')
    await running.page.getByRole('button', { name: '中文', exact: true }).click()
    await running.page.waitForSelector('html[lang="zh-CN"]')
  }, 90_000)
})
