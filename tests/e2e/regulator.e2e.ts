import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli.ts'
import { forget, launch, type Running } from './support/app.ts'
import { mixedFolder, Regulator } from './support/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-office-'))
const given = join(folder, '报送')
const inbox = join(folder, '第一批')
const letters = join(folder, '文书')
const ledger = join(folder, '沙坪坝2023.ledger')
let running: Running
let office: Regulator
let files = 0

beforeAll(async () => {
  process.env['JIANBAO_DATA_DIR'] = join(folder, 'cli')
  expect(await runCommandLine(['demo', '--set', 'shapingba-2023', '--out', given])).toBe(0)
  files = mixedFolder(given, inbox)
  mkdirSync(letters)
  running = await launch({ oneProcessor: true })
  office = new Regulator(running)
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await running.page.waitForFunction(() => innerWidth === 1366 && innerHeight === 768)
}, 180_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

const text = (selector: string): Promise<string> => running.page.locator(selector).first().innerText()

describe('the regulator’s side', () => {
  it('begins with a calm page and a ledger', async () => {
    await running.page.click('[data-link="regulator"]')
    await running.page.waitForSelector('[data-first-ledger]')
    await office.looks('regulator-first')
    expect(await running.page.locator('[data-tab="register"]').isDisabled()).toBe(true)
    await office.makesLedger(ledger, '2023')
    expect(existsSync(ledger)).toBe(true)
    expect(await running.page.locator('[data-step]').getAttribute('data-step')).toBe('register')
    expect(await text('[data-ledger-switch]')).toContain('沙坪坝区')
  }, 90_000)

  it('imports the register: a verdict for every line, then all at once', async () => {
    const { page } = running
    await page.click('[data-next]')
    await office.chooses(join(given, 'register.xlsx'))
    await page.click('[data-register-import]')
    await page.waitForSelector('[data-does="new"][data-n="26"]')
    await office.looks('regulator-import')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('[data-register-count="26"]')
    await page.locator('[data-unit]').nth(2).click()
    await page.waitForSelector('[data-history=""]')
    expect(await text('[data-counts]')).toContain('应报 26')
  }, 60_000)

  it('changes a unit with a day and a reason, and keeps what was', async () => {
    const { page } = running
    await page.click('[data-unit-edit]')
    await page.fill('#edit-contact', '陈例样')
    expect(await page.locator('[data-unit-save]').isDisabled()).toBe(true)
    await page.fill('#edit-reason', '电话里说换人了')
    await page.click('[data-unit-save]')
    await page.waitForSelector('[data-history="contact"]')
    expect(await text('[data-history="contact"]')).toContain('陈例样')
    await office.looks('regulator-register')
  }, 60_000)

  it('finds a unit by pinyin initials, and gives the caret back', async () => {
    const { page } = running
    await page.keyboard.press('Control+k')
    await page.locator('.finder input').waitFor()
    await page.keyboard.type('sjczx')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('stjcz')
    await page.locator('[data-found-unit][aria-selected="true"]', { hasText: '生态监测站' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('.verify-detail h2')?.textContent?.includes('生态监测站'))
  }, 60_000)

  it('takes a folder in: each file its verdict, bad ones touch only themselves', async () => {
    const { page } = running
    await office.takesIn(inbox, files)
    const counts = await page.locator('[data-count]').evaluateAll((all) => Object.fromEntries(all.map((one) => [one.getAttribute('data-count'), Number(one.getAttribute('data-n'))])))
    expect(counts).toMatchObject({ sealed: 23, resaved: 1, altered: 1, foreign: 1, damaged: 1, quarantined: 0 })
    await page.locator('[data-file][data-kind="altered"]').click()
    await page.waitForSelector('[data-changed]')
    expect(await page.locator('[data-changed]').count()).toBe(3)
    await office.looks('regulator-intake')
    await page.click('[data-count="damaged"]')
    await page.locator('[data-file="没传完.xlsx"]').click()
    await page.waitForSelector('.verify-detail [data-verdict="damaged"]')
    await page.click('[data-count="damaged"]')
    await page.click('[data-list="again"]')
    await page.waitForSelector('[data-state="duplicate"]')
    await page.click('[data-list="all"]')
  }, 180_000)

  it('writes the result as a workbook', async () => {
    await office.chooses(letters)
    await running.page.click('[data-intake-result]')
    const note = running.page.locator('[data-result]')
    await note.waitFor()
    expect(existsSync((await note.getAttribute('data-result')) ?? '')).toBe(true)
  }, 60_000)

  it('takes in what is dropped on the window', async () => {
    const { page } = running
    const late = readdirSync(given).filter((name) => name.endsWith('.xlsx') && name !== 'register.xlsx').toSorted().at(-1) ?? ''
    await page.evaluate(() => {
      const input = document.createElement('input')
      input.type = 'file'
      input.id = 'dropped'
      document.body.append(input)
    })
    await page.setInputFiles('#dropped', join(given, late))
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#dropped')
      const data = new DataTransfer()
      const file = input?.files?.[0]
      if (file) data.items.add(file)
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      input?.remove()
    })
    await page.waitForSelector('[data-intake="done"][data-intake-total="1"]')
    await page.waitForSelector(`[data-file="${late}"][data-kind="sealed"]`)
  }, 60_000)
})

describe('review', () => {
  it('puts a query on a cell and returns the submission with a slip', async () => {
    const { page } = running
    await office.tab('review')
    await page.waitForSelector('[data-open-submission]')
    await page.click('[data-which="all"]')
    await page.locator('[data-line="rpt_total"], [data-line]').first().focus()
    await page.keyboard.press('q')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('new-query')
    await page.click('[data-phrase="口径"]')
    await page.click('[data-query-add]')
    await page.waitForSelector('[data-query-state="draft"]')
    expect(await page.locator('[data-accept]').isDisabled()).toBe(true)
    expect(await page.locator('[data-blocked]').getAttribute('data-blocked')).not.toBe('')
    await office.looks('regulator-query')
    await page.locator('[data-line]').first().focus()
    await page.keyboard.press('Control+Enter')
    await office.chooses(letters)
    await page.click('[data-letter-folder]')
    await page.locator('[data-ask-ok]:not([disabled])').click()
    await page.waitForSelector('[data-decision="returned"]')
    const slip = (await page.locator('[data-letter]').getAttribute('data-letter')) ?? ''
    expect(slip).toContain('退回单')
    expect(existsSync(slip)).toBe(true)
    await page.waitForSelector('[data-queue="returned"][data-n="1"]')
  }, 90_000)

  it('accepts what is clean in one go, after a look at the list', async () => {
    const { page } = running
    await page.click('[data-clean]')
    await page.waitForSelector('[data-clean-ready]')
    const ready = Number(await page.locator('[data-clean-ready]').getAttribute('data-clean-ready'))
    expect(ready).toBeGreaterThan(15)
    await page.click('[data-clean-do]')
    await page.waitForSelector(`[data-queue="accepted"][data-n="${ready}"]`)
  }, 90_000)

  it('finds the submission of a stamped page by its receipt code', async () => {
    const { page } = running
    const lines = await office.asks('review.queue', { search: '', state: 'accepted', offset: 0, limit: 1 })
    await office.tab('intake')
    await page.click('[data-match-open]')
    await page.fill('[data-match-code]', lines.lines[0]?.receipt ?? '')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`[data-match="${lines.lines[0]?.submission}"]`)
    await page.fill('[data-match-code]', '2222-2222-22')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-match="none"], [data-match] , .ant-modal [data-icon="stop"]')
    await page.keyboard.press('Escape')
    await page.locator('.ant-modal').waitFor({ state: 'hidden' })
  }, 60_000)
})

describe('sampling and the ledger', () => {
  it('draws the same units from the same seed', async () => {
    const { page } = running
    await office.tab('sample')
    await page.fill('[data-sample-count]', '6')
    await page.click('[data-strata="risk"]')
    await page.fill('[data-sample-seed]', '20270310')
    const drawn = async (): Promise<readonly (string | null)[]> => page.locator('[data-drawn-unit]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-drawn-unit')))
    await page.click('[data-sample-draw]')
    await page.waitForSelector('[data-drawn="6"]')
    const first = await drawn()
    const id = await page.locator('[data-draw]').getAttribute('data-draw')
    await page.click('[data-sample-draw]')
    await page.waitForFunction((before) => document.querySelector('[data-draw]')?.getAttribute('data-draw') !== before, id)
    expect(await drawn()).toEqual(first)
    await office.chooses(letters)
    await page.click('[data-sample-write]')
    await page.waitForSelector('.sample-said')
    await office.looks('regulator-sample')
  }, 90_000)

  it('says on the first page where the year stands', async () => {
    await office.tab('office')
    await running.page.waitForSelector('[data-region-line] ~ *, [data-region-line]')
    await office.looks('regulator-home')
    await running.page.click('[data-link="ledger"]')
    for (const part of ['place', 'key', 'people', 'record', 'erase', 'backups']) {
      await running.page.click(`[data-section="${part}"]`)
      await office.looks(`ledger ${part}`, false)
    }
    await running.page.click('[data-backup-now]')
    await running.page.waitForSelector('[data-backup]')
    await running.page.locator('[data-backup-now]:enabled').waitFor()
    // How many copies the day has brought by now depends on how fast this computer is.
    await running.page.evaluate(() => { for (const line of document.querySelectorAll<HTMLElement>('main tbody tr:nth-last-child(n+4)')) line.style.display = 'none' })
    await office.looks('regulator-ledger')
  }, 90_000)
})

describe('every screen of the regulator', () => {
  it('is readable in the dark and with high contrast', async () => {
    for (const theme of ['dark', 'contrast', 'light'] as const) {
      await office.wears(theme)
      for (const screen of ['office', 'register', 'intake', 'review', 'sample']) {
        await office.tab(screen)
        await running.page.waitForTimeout(300)
        await office.looks(`${screen} ${theme}`, false)
      }
    }
  }, 180_000)

  it('fits into 1280 and into a window of 728', async () => {
    await running.page.setViewportSize({ width: 1280, height: 728 })
    await running.page.waitForFunction(() => innerWidth === 1280)
    for (const screen of ['office', 'register', 'intake', 'review', 'sample']) {
      await office.tab(screen)
      await running.page.waitForTimeout(300)
      await office.looks(`${screen} 1280`, false)
    }
    await running.page.setViewportSize({ width: 1366, height: 768 })
  }, 120_000)

  it('is in the other language too, and the way back to filing is in the settings', async () => {
    const { page } = running
    await page.click('[data-settings]')
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.waitForSelector('html[lang="en"]')
    await page.waitForFunction(() => document.querySelector('[data-tab="intake"]')?.textContent === 'Intake')
    await page.click('[data-settings]')
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await page.waitForSelector('html[lang="zh-CN"]')
    await page.click('[data-settings]')
    await page.getByRole('button', { name: '填报端', exact: true }).click()
    await page.waitForSelector('[data-tab="entry"]')
  }, 60_000)
})
