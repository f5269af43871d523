import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameOf, sealedUnit, unitOf } from '../support/submissions.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Regulator } from './support/office.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-review-'))
const letters = join(folder, '文书')
let running: Running
let office: Regulator

/** Puts workbooks into a folder of their own. */
function inbox(name: string, books: Readonly<Record<string, Uint8Array>>): string {
  const at = join(folder, name)
  mkdirSync(at)
  for (const [file, bytes] of Object.entries(books)) writeFileSync(join(at, file), bytes)
  return at
}

beforeAll(async () => {
  mkdirSync(letters)
  running = await launch({ oneProcessor: true })
  office = new Regulator(running)
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await running.page.click('[data-link="regulator"]')
  await running.page.waitForSelector('[data-first-ledger]')
  await office.asks('ledger.create', { place: { path: join(folder, '示例2026.ledger') }, region: '330114', bureau: '示例区市场监督管理局', pack: 'annual-2026' })
  await running.page.reload()
  await running.page.waitForSelector('[data-office-home]')
  const sheet = [['单位代码', '机构名称', '区县', '联系人', '电话'].join(','), ...[1, 2, 3, 4, 5].map((n) => [unitOf(n), nameOf(n), '330114', '王芳', '023-00000000'].join(','))].join('\n')
  writeFileSync(join(folder, '名录.csv'), `\uFEFF${sheet}\n`)
  await office.asks('register.import', { path: join(folder, '名录.csv'), effective: '2027-01-10', reason: '' })
}, 180_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

const open = (state: string): Promise<unknown> => running.page.waitForSelector(`[data-open-submission][data-state="${state}"]`)

describe('a submission, returned and submitted again', () => {
  it('goes back with queries on its cells', async () => {
    const { page } = running
    const first = inbox('第一批', Object.fromEntries([1, 2, 3, 4].map((n) => [`${nameOf(n)}.xlsx`, sealedUnit({ n, kind: n === 4 ? 'institution' : 'enterprise' }).bytes])))
    await office.takesIn(first, 4)
    const { lines } = await office.asks('review.queue', { search: unitOf(1), state: 'in_review', offset: 0, limit: 5 })
    await office.tab('review')
    await page.locator(`[data-submission="${lines[0]?.submission}"]`).click()
    await page.waitForSelector(`[data-open-submission="${lines[0]?.submission}"]`)
    await page.click('[data-review-form="301"]')
    await page.click('[data-which="all"]')
    for (const item of ['rpt_cma', 'rpt_total']) {
      const line = page.locator(`[data-line="${item}"]`)
      if ((await line.count()) === 0) continue
      await line.click()
      await page.click('[data-phrase="同比过大"]')
      await page.click('[data-query-add]')
      await page.waitForSelector('[data-query-state="draft"]')
    }
    await page.locator('[data-line]').first().click()
    await page.click('[data-phrase="口径"]')
    await page.click('[data-query-add]')
    await page.waitForSelector('[data-query-state="draft"]')
    await office.chooses(letters)
    await page.click('[data-return]')
    await page.click('[data-letter-folder]')
    await page.locator('[data-ask-ok]:not([disabled])').click()
    await open('returned')
    expect(existsSync((await page.locator('[data-letter]').getAttribute('data-letter')) ?? '')).toBe(true)
  }, 180_000)

  it('comes back: three values side by side, only what matters, the answers in the thread', async () => {
    const { page } = running
    const { lines } = await office.asks('review.queue', { search: unitOf(1), state: 'returned', offset: 0, limit: 5 })
    const view = await office.asks('review.open', { submission: lines[0]?.submission ?? 0 })
    const sent = view.queries.filter((query) => query.state === 'sent')
    const figure = view.lines.find((line) => line.form === '301' && line.numeric && !line.computed && line.row === null && Number(line.now.replaceAll(',', '')) > 100)
    const again = sealedUnit({ n: 1, submitNo: 2, values: { [figure?.item ?? '']: String(Math.round(Number(figure?.now.replaceAll(',', '')) - 26)) }, twist: (input) => ({ ...input, answers: sent.map((query) => ({ query: query.id, item: query.item ?? '', row: query.row, text: '把上年数误录为本年数，已按业务台账改正。' })) }) })
    await office.takesIn(inbox('第二批', { 'a_第2次.xlsx': again.bytes }), 1)
    await office.tab('review')
    const waits = await office.asks('review.queue', { search: unitOf(1), state: 'in_review', offset: 0, limit: 5 })
    await page.locator(`[data-submission="${waits.lines[0]?.submission}"]`).click()
    await page.waitForSelector(`[data-open-submission="${waits.lines[0]?.submission}"]`)
    await page.waitForSelector('[data-line][data-differs="true"]')
    await page.keyboard.press('F8')
    await office.looks('regulator-review')
    const answered = page.locator('[data-query-state="answered"]')
    const lineOf = sent[0]?.item ?? ''
    if ((await page.locator(`[data-line="${lineOf}"]`).count()) === 0) await page.click('[data-which="all"]')
    await page.locator(`[data-line="${lineOf}"]`).click()
    await answered.first().waitFor()
    await page.locator('[data-query-close]').first().click()
    await page.waitForSelector('[data-query-state="closed"]')
  }, 180_000)

  it('goes from unit to unit with Alt and the arrows, and the first submission stays readable', async () => {
    const { page } = running
    const here = await page.locator('[data-open-submission]').getAttribute('data-open-submission')
    await page.click('[data-see="1"]')
    await page.waitForFunction((before) => document.querySelector('[data-open-submission]')?.getAttribute('data-open-submission') !== before, here)
    await page.click('[data-see="2"]')
    await page.waitForSelector(`[data-open-submission="${here}"]`)
    await page.keyboard.press((await page.locator('[data-next-unit]').isDisabled()) ? 'Alt+ArrowLeft' : 'Alt+ArrowRight')
    await page.waitForFunction((before) => document.querySelector('[data-open-submission]')?.getAttribute('data-open-submission') !== before, here)
  }, 60_000)

  it('is accepted, with a receipt, and the decision can be taken back with a reason', async () => {
    const { page } = running
    await open('in_review')
    await page.click('[data-accept]')
    await page.locator('.ant-modal').waitFor()
    await page.check('[data-receipt]')
    await page.fill('[data-ask-reason]', '看过了')
    await page.locator('[data-ask-ok]:not([disabled])').click()
    await open('accepted')
    expect(existsSync((await page.locator('[data-letter]').getAttribute('data-letter')) ?? '')).toBe(true)
    await page.click('[data-revoke]')
    await page.fill('[data-ask-reason]', '再看一遍')
    await page.locator('[data-ask-ok]:not([disabled])').click()
    await open('in_review')
  }, 60_000)

  it('takes a correction beside the submission, signed and with a reason', async () => {
    const { page } = running
    await page.click('[data-review-form="301"]')
    await page.click('[data-which="all"]')
    await page.locator('[data-line]').nth(3).click()
    await page.click('[data-adjust]')
    await page.fill('[data-adjust-value]', '12.50')
    await page.fill('[data-ask-reason]', '与年报核对')
    await page.locator('[data-ask-ok]:not([disabled])').click()
    await page.waitForSelector('[data-part="adjustments"]')
    await office.looks('review adjusted', false)
  }, 60_000)
})
