import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'

let running: Running
let clerk: Clerk
const folder = mkdtempSync(join(tmpdir(), 'jianbao-import-'))

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await clerk.addsUnit('江城示例检测有限公司', '91500106MAB0T35T2L', '00')
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

/** A workbook as accounting and laboratory software would write it. */
function ledger(name: string, second: readonly (readonly (string | number)[])[]): string {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['科目余额表（示例）'], ['单位：元'], ['科目', '本年累计'], ['资产总计', 23456700], ['营业收入', 12183000]]), '余额表')
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(second.map((row) => [...row])), '分领域')
  const path = join(folder, name)
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return path
}
const heads = ['专业领域', '检验检测服务收入（元）', '出具报告数', '技术人员']

async function chooses(path: string): Promise<void> {
  await clerk.tab('import')
  await choosesInDialogs(running.app, [path])
  await running.page.click('[data-import-pick]')
}
const verdicts = (kind: string): Promise<readonly string[]> => running.page.locator(`[data-verdict="${kind}"]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-import-cell') ?? ''))

describe('a clerk who has the figures in another program', () => {
  it('is told at once what is wrong with a file that is none', async () => {
    const path = join(folder, '坏.xlsx')
    writeFileSync(path, 'not a workbook')
    await chooses(path)
    await running.page.locator('[data-import-problem]').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
  }, 60_000)

  it('maps, sees a verdict for every cell with sheet and cell, and writes only what is sound', async () => {
    await chooses(ledger('台账.xlsx', [heads, ['环境监测', 5126000, 4386, 13], ['水质', 1314500, '约一千', 4], ['无损探伤', 665000, 58, 2], ['合计', 7105500, 6168, 19]]))
    await running.page.locator('[data-import-see]').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.click('[data-import-see]')
    await running.page.locator('[data-import-run]').waitFor()
    const refused = await verdicts('refused')
    expect(refused).toContain('分领域!C3')
    expect(refused).toContain('分领域!A4')
    expect(await verdicts('fills')).toContain('余额表!B5')
    expect(await running.page.locator('[data-import-run]').isDisabled()).toBe(true)
    await running.page.locator('[data-import-cell="分领域!A4"] .ant-select').click()
    await running.page.keyboard.type('14')
    await running.page.keyboard.press('Enter')
    await expect.poll(() => verdicts('refused')).toEqual(['分领域!C3'])
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.fill('#import-name', '台账')
    await running.page.click('[data-import-save]')
    await running.page.check('[data-import-skip]')
    await running.page.click('[data-import-run]')
    await running.page.locator('[data-import-done]').waitFor()
    const { values, tables } = await clerk.stored()
    expect(values['fe_rev']).toBe('1218.30')
    expect(Object.values(tables).flat().map((row) => row.cells)).toContainEqual(expect.objectContaining({ dom_code: '03', dom_rev: '512.60' }))
  }, 60_000)

  it('takes the whole import back as one step', async () => {
    await running.page.click('[data-import-undo]')
    await running.page.locator('[data-import-done]').waitFor({ state: 'detached' })
    const { values, tables } = await clerk.stored()
    expect(values['fe_rev'] ?? '').toBe('')
    expect(Object.values(tables).flat()).toEqual([])
  }, 60_000)

  it('finds the mapping again with the next file of the kind', async () => {
    await chooses(ledger('台账二.xlsx', [heads, ['环境监测', 5126000, 4386, 13]]))
    await running.page.locator('[data-import-used="台账"]').waitFor()
    await running.page.click('[data-import-see]')
    await running.page.click('[data-import-run]:not([disabled])')
    await running.page.locator('[data-import-done]').waitFor()
    expect((await clerk.stored()).values['fe_rev']).toBe('1218.30')
  }, 60_000)

  it('sums a laboratory’s list of reports by domain', async () => {
    const path = join(folder, '报告清单.csv')
    writeFileSync(path, '\ufeff报告编号,领域,金额（元）\r\nR-1,食品及食品接触材料,12000\r\nR-2,食品及食品接触材料,8000\r\nR-3,水质,5500\r\n')
    const { page } = running
    await chooses(path)
    await page.locator('[data-import-add="group"]').click()
    const card = page.locator('[data-import-part="group"]')
    await card.locator('select').first().selectOption('domains')
    await card.locator('[data-import-by]').selectOption('B')
    await card.getByLabel('怎么算 出具报告数').selectOption('count/')
    await card.getByLabel('怎么算 检验检测服务收入').selectOption('sum/C')
    expect(await card.getByLabel('原表单位 检验检测服务收入').inputValue()).toBe('元')
    expect(await accessViolations(page)).toEqual([])
    await page.click('[data-import-see]')
    await page.click('[data-import-run]:not([disabled])')
    await page.locator('[data-import-done]').waitFor()
    const { tables } = await clerk.stored()
    expect(tables['domains']?.map((row) => row.cells)).toContainEqual(expect.objectContaining({ dom_code: '06', dom_rev: '2.00', dom_rpt: '2' }))
  }, 60_000)
})
