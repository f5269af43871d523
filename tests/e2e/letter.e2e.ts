import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '../../core/letter/letter.ts'
import type { Payload } from '../../core/submission/payload.ts'
import { readSubmission } from '../../electron/handlers/readSubmission.ts'
import { loadedSeedPack } from '../support/pack.ts'
import { Clerk as Desk, good } from '../support/desk.ts'
import { anAcceptance, aQuery, aReturn, regulator, type Addressed } from '../support/letters.ts'
import { launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { takesPicture } from './support/picture.ts'
import { preparesSeal, presses } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
let desk: Desk
let to: Addressed
let digest = ''
const bureau = regulator()

const posted = (name: string, letter: Letter): string => {
  const path = join(desk.folder, name)
  writeFileSync(path, bureau.write(letter).bytes)
  return path
}
const newest = (): Payload => {
  const name = readdirSync(desk.out).filter((file) => file.endsWith('.xlsx')).sort().at(-1) ?? ''
  const read = good(readSubmission(new Uint8Array(readFileSync(join(desk.out, name)))))
  digest = read.digest
  return read.payload
}
async function starts(...args: string[]): Promise<void> {
  running = await launch({ dataDir: join(desk.folder, 'data'), args })
  clerk = new Clerk(running.page)
}
const question = '比上年多 44.2%，请核对是否含内部往来。'
const queries = [aQuery('Q-1', { question }), aQuery('Q-2', { item: 'tel', form: '101', code: '14', name: '固定电话', value: '0571-01234567', question: '电话打不通，请核对。' })]

beforeAll(async () => {
  desk = new Desk()
  await desk.fillsTwoYears()
  const first = await desk.seals()
  to = { unitId: '91330114MAY0A1K2XU-00', orgName: '浙江澜序示例检测科技有限公司', packDigest: loadedSeedPack('annual-2026').digest, from: bureau }
  desk.engine.close()
  digest = first.digest
  await starts()
}, 120_000)
afterAll(async () => {
  await running.stop()
  desk.leaves()
})

describe('a return slip', () => {
  it('is opened from home, reopens the year with its reason, and leads to the first queried cell', async () => {
    const { page } = running
    await choosesInDialogs(running.app, [posted('退回单.xlsx', aReturn(to, { submitNo: 1, digest, queries }))])
    await page.locator('[data-link="letter"]').first().click()
    await page.locator('[data-letter="return"]').waitFor()
    expect(await page.locator('[data-letter]').innerText()).toContain('2 条查询')
    expect(await accessViolations(page)).toEqual([])
    await page.click('[data-letter-go]')
    expect(await page.inputValue('[data-reopen-reason]')).toBe('退回：有 2 处数据需要核对。')
    await page.click('[data-reopen-do]')
    await page.locator('[data-query="Q-2"]').waitFor()
    expect(await page.locator('[data-return]').getAttribute('data-return')).toBe('2')
    expect(await page.locator('.cell:has([data-cell="tel"])').getAttribute('class')).toContain('mark-query')
    expect(await page.locator('#hint-tel').innerText()).toBe('1 条查询待答复')
  }, 90_000)

  it('is answered in the panel and by a correction; F8 goes from query to query', async () => {
    const { page } = running
    await page.keyboard.press('F8')
    await page.locator('[data-query="Q-1"]').waitFor()
    expect(await page.locator('[data-query="Q-1"]').innerText()).toContain(question)
    expect(await page.locator('.cell:has([data-cell="src_social"])').getAttribute('class')).toContain('mark-query')
    await takesPicture(page, 'return')
    expect(await accessViolations(page)).toEqual([])
    await page.fill('[data-reply="Q-1"]', '新增两份政府抽检合同，已与台账核对。')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-return="1"]').waitFor()
    await clerk.form('101')
    await clerk.types('tel', '0571-01234599')
    await page.locator('[data-return="0"]').waitFor()
    expect(await page.locator('.cell:has([data-cell="tel"])').getAttribute('class')).toContain('mark-changed')
    expect(await page.locator('#hint-tel').innerText()).toContain('第 1 次')
    await preparesSeal(running, desk.out)
    expect(await page.locator('[data-check="queries"]').innerText()).toContain('2 条查询都有答复')
    await presses(running)
    expect(newest()).toMatchObject({ submit_no: 2, reason: '退回：有 2 处数据需要核对。', answers: [{ query: 'Q-1', text: '新增两份政府抽检合同，已与台账核对。' }, { query: 'Q-2' }] })
  }, 120_000)

  it('comes a second time with “open with”, and home says what to do', async () => {
    await running.stop()
    const again = aReturn({ ...to, letterId: 'R-2' }, { submitNo: 2, digest, queries: [aQuery('Q-1', { question: '请写合同编号。' })], reason: '还缺合同编号。' })
    await starts(posted('退回单2.xlsx', again))
    const { page } = running
    await page.locator('[data-letter="return"]').waitFor()
    await page.getByRole('button', { name: '以后再说' }).click()
    expect(await page.locator('h1').first().innerText()).toBe('答复 1 条查询')
    await page.click('[data-next]')
    await page.locator('[data-query="Q-1"]').first().waitFor()
    expect(await page.locator('[data-query="Q-1"]').count()).toBe(2)
    await page.locator('[data-reopen]').first().click()
    await page.click('[data-reopen-do]')
    await page.fill('[data-reply="Q-1"]', '合同编号 2026-034。')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-return="0"]').waitFor()
    await preparesSeal(running, desk.out)
    await presses(running)
    expect(newest()).toMatchObject({ submit_no: 3, answers: [{ query: 'Q-1', text: '合同编号 2026-034。' }] })
  }, 120_000)

  it('gives way to the acceptance, dropped on the window', async () => {
    const { page } = running
    await clerk.tab('home')
    const path = posted('回执.xlsx', anAcceptance(to, { submitNo: 3, digest }))
    const devtools = await page.context().newCDPSession(page)
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 500, data })
    await page.locator('[data-letter="acceptance"]').waitFor()
    await page.getByRole('button', { name: '以后再说' }).click()
    await page.locator('.unit-now').getByText('已受理').waitFor()
    expect(await page.locator('h1').first().innerText()).toBe('第 3 次报送已受理')
    expect(await accessViolations(page)).toEqual([])
  }, 60_000)
})
