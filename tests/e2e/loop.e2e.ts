import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clerk as Desk } from '../support/desk.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { Regulator } from './support/office.ts'
import { opensUnit, preparesSeal, presses } from './support/sampleUnits.ts'

const unit = '91330114MAY0A1K2XU-00'
const name = '浙江澜序示例检测科技有限公司'
const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-loop-'))
let desk: Desk
let agency: Running
let bureau: Running
let clerk: Clerk
let office: Regulator

beforeAll(async () => {
  desk = new Desk()
  await desk.fillsTwoYears()
  desk.engine.close()
  mkdirSync(join(folder, '文书'))
  agency = await launch({ dataDir: join(desk.folder, 'data') })
  clerk = new Clerk(agency.page)
  bureau = await launch({ dataDir: join(folder, 'data') })
  office = new Regulator(bureau)
  await bureau.page.click('[data-link="regulator"]')
  await bureau.page.waitForSelector('[data-first-ledger]')
  await office.asks('ledger.create', { place: { path: join(folder, '示例2026.ledger') }, region: '330114', bureau: '示例区市场监督管理局', pack: 'annual-2026' })
  await bureau.page.reload()
  await bureau.page.waitForSelector('[data-office-home]')
  const register = join(folder, '名录.csv')
  writeFileSync(register, `\uFEFF单位代码,机构名称,区县,联系人,电话\n${unit},${name},330114,王芳,0571-00000000\n`)
  await office.asks('register.import', { path: register, effective: '2027-01-10', reason: '' })
}, 240_000)
afterAll(async () => {
  await agency.stop()
  await bureau.stop()
  desk.leaves()
  forget(folder)
})

/** The agency seals, the file goes over, the bureau takes it in and opens it; gives the submission. */
async function goesOver(round: number): Promise<number> {
  const { page } = bureau
  await preparesSeal(agency, desk.out)
  await presses(agency)
  const inbox = join(folder, `第${round}次`)
  mkdirSync(inbox)
  const sealed = readdirSync(desk.out).filter((file) => file.endsWith('.xlsx')).toSorted().at(-1) ?? ''
  copyFileSync(join(desk.out, sealed), join(inbox, sealed))
  await office.takesIn(inbox, 1)
  const { lines } = await office.asks('review.queue', { search: unit, state: 'in_review', offset: 0, limit: 5 })
  expect(lines.map((line) => line.submitNo)).toEqual([round])
  const submission = lines[0]?.submission ?? 0
  await office.tab('review')
  await page.locator(`[data-submission="${submission}"]`).click()
  await page.waitForSelector(`[data-open-submission="${submission}"][data-state="in_review"]`)
  return submission
}

/** The reviewer comes to a cell. */
async function comesTo(submission: number, item: string): Promise<void> {
  const { page } = bureau
  const view = await office.asks('review.open', { submission })
  await page.click(`[data-review-form="${view.lines.find((line) => line.item === item)?.form ?? ''}"]`)
  await page.click('[data-which="all"]')
  await page.locator(`[data-line="${item}"]`).click()
}

async function puts(submission: number, item: string, question: string): Promise<void> {
  await comesTo(submission, item)
  await bureau.page.fill('[data-query-text]', question)
  await bureau.page.click('[data-query-add]')
  await bureau.page.waitForSelector('[data-query-state="draft"]')
}

/** Returns what is open; gives the slip. */
async function returns(reason: string): Promise<string> {
  const { page } = bureau
  await office.chooses(join(folder, '文书'))
  await page.click('[data-return]')
  await page.click('[data-letter-folder]')
  await page.fill('[data-ask-reason]', reason)
  await page.locator('[data-ask-ok]:not([disabled])').click()
  await page.waitForSelector('[data-decision="returned"]')
  return (await page.locator('[data-letter]').getAttribute('data-letter')) ?? ''
}

/** The clerk opens a letter from home. */
async function opens(path: string, kind: 'return' | 'acceptance'): Promise<string> {
  const { page } = agency
  await clerk.tab('home')
  await choosesInDialogs(agency.app, [path])
  await page.locator('[data-link="letter"]').first().click()
  await page.locator(`[data-letter="${kind}"]`).waitFor()
  return page.locator('[data-letter]').innerText()
}

/** From the letter into the year, taken up again for its reason. */
async function takesUpAgain(waiting: number): Promise<void> {
  await agency.page.click('[data-letter-go]')
  await agency.page.click('[data-reopen-do]')
  await agency.page.waitForSelector(`[data-return="${waiting}"]`)
}

async function replies(form: string, item: string, text: string): Promise<void> {
  const { page } = agency
  await clerk.form(form)
  await page.locator(`[data-cell="${item}"]`).focus()
  await page.locator('[data-reply]').fill(text)
  await page.keyboard.press('Control+Enter')
}

const formOf = async (item: string): Promise<string> => (await clerk.view()).pack.forms.find((form) => form.items.some((one) => one.key === item))?.no ?? ''
const client = 'client_cnt'
const staff = 'staff_female'

test('the agency seals, the bureau takes it in, asks twice and returns it', async () => {
  await opensUnit(agency, /浙江澜序/)
  const first = await goesOver(1)
  await puts(first, staff, '女性人数请核对。')
  await puts(first, client, '客户数比上年多，请说明。')
  expect(await bureau.page.locator('[data-accept]').isDisabled()).toBe(true)
  expect(await opens(await returns('有 2 处数据需要核对。'), 'return')).toContain('2 条查询')
}, 240_000)

test('the clerk replies to one and corrects the other; one is closed, one asked again', async () => {
  await takesUpAgain(2)
  await replies(await formOf(client), client, '新增无机材料客户 12 家，合同已备查。')
  await agency.page.waitForSelector('[data-return="1"]')
  await clerk.form(await formOf(staff))
  await clerk.types(staff, String(Number((await clerk.stored()).values[staff] ?? '0') - 1))
  await agency.page.waitForSelector('[data-return="0"]')
  const second = await goesOver(2)
  const { page } = bureau
  await comesTo(second, staff)
  await page.locator('[data-query-state="answered"] [data-query-close]').click()
  await page.waitForSelector('[data-query-state="closed"]')
  await comesTo(second, client)
  expect(await page.locator('[data-query-state="answered"]').innerText()).toContain('新增无机材料客户 12 家')
  await page.click('[data-query-again]')
  await page.fill('[data-ask-again]', '12 家中有几家是小微企业？')
  await page.locator('.query-again .office-acts button').first().click()
  await page.waitForSelector('[data-query-state="draft"]')
  expect(await opens(await returns('还有 1 处请补充。'), 'return')).toContain('1 条查询')
}, 240_000)

test('the clerk answers again; the bureau accepts, and its receipt says so to the agency', async () => {
  await takesUpAgain(1)
  await replies(await formOf(client), client, '其中 9 家是小微企业。')
  await agency.page.waitForSelector('[data-return="0"]')
  const third = await goesOver(3)
  const { page } = bureau
  await comesTo(third, client)
  expect(await page.locator('.thread').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('其中 9 家是小微企业。')]))
  await page.click('[data-accept]')
  await page.check('[data-receipt]')
  await page.locator('[data-ask-ok]:not([disabled])').click()
  await page.waitForSelector('[data-decision="accepted"]')
  await opens((await page.locator('[data-letter]').getAttribute('data-letter')) ?? '', 'acceptance')
  await agency.page.getByRole('button', { name: '以后再说' }).click()
  await agency.page.locator('.unit-now').getByText('已受理').waitFor()
  expect(await agency.page.locator('h1').first().innerText()).toBe('第 3 次报送已受理')
}, 240_000)
