import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Channel, Request } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import { runCommandLine } from '../../electron/cli.ts'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { takesPicture } from './support/picture.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-tables-'))
const ledger = join(folder, '沙坪坝2023.ledger')
let running: Running

async function call<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
  const result = await running.page.evaluate(([name, given]) => (window as unknown as { api: { call: (channel: string, args: unknown) => Promise<unknown> } }).api.call(name, given), [channel, args] as const) as Result<Answer<C>>
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
/** What the city published, as the district's clerk would enter it. */
const inputs = [
  ['upper', 'units', 2023, '756'], ['upper', 'rev', 2023, '1084541.67'], ['upper', 'staff', 2023, '30618'], ['upper', 'eq_cnt', 2023, '260245'], ['upper', 'eq_val', 2023, '1234615'], ['upper', 'rpt', 2023, '98050'],
  ['base', 'cma', 2022, '20'], ['base', 'rev', 2022, '1.4672'], ['base', 'hnte', 2022, '1'], ['base', 'rpt', 2022, '10.8851'],
  ['target', 'cma', 2027, '45'], ['target', 'rev', 2027, '10'], ['target', 'nkl', 2027, '1'], ['target', 'hnte', 2027, '4'], ['target', 'rpt', 2027, '35'], ['manual', 'certs', 2023, '5595'],
] as const

beforeAll(async () => {
  process.env['JIANBAO_DATA_DIR'] = join(folder, 'cli')
  for (const words of [['demo', '--set', 'shapingba-2023', '--out', join(folder, '报送')], ['register', 'import', join(folder, '报送', 'register.xlsx'), '--ledger', ledger], ['intake', join(folder, '报送'), '--ledger', ledger], ['review', 'accept', '--clean', '--ledger', ledger]]) {
    expect(await runCommandLine(words)).toBe(0)
  }
  running = await launch()
  await running.page.locator('[data-link="regulator"]').click()
  await choosesInDialogs(running.app, [ledger])
  await running.page.locator('[data-open-ledger]').click()
  await running.page.waitForSelector('[data-tab="tables"]:not([disabled])')
  for (const [kind, key, year, value] of inputs) await call('tables.setInput', { kind, key, year, value, source: '市局统计公报（示例）', date: '2024-11-20', reason: '' })
}, 180_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

describe('consolidated tables', () => {
  it('shows Table 1 as the paper prints it, and a figure opens into its units', async () => {
    const { page } = running
    await page.locator('[data-tab="tables"]').click()
    await page.waitForSelector('[data-sheet="T01"]')
    expect(await page.locator('[data-row="units"] th').innerText()).toContain('微型机构（从业人数10人以下）')
    expect(await page.locator('[data-figure="units.value"]').innerText()).toBe('26')
    expect(await page.locator('[data-figure="rev.value"]').innerText()).toBe('26029')
    expect(await page.locator('[data-figure="units.share"]').innerText()).toBe('3.44%')
    expect(await page.locator('[data-figure="rpt.share"]').innerText()).toBe('0.04%')
    expect(await page.locator('[data-warning="rpt.share"]').count()).toBeGreaterThan(0)
    await page.locator('[data-figure="units.value"]').focus()
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-lineage="rev.value"] [data-agrees="true"]')
    expect(await page.locator('.lineage-units tbody tr').count()).toBeGreaterThan(10)
    await takesPicture(page, 'tables-t01')
    expect(await accessViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe('rev.value')
  })

  it('shows every table without a problem, wide ones too', async () => {
    const { page } = running
    const ids = await page.locator('[data-table]').evaluateAll((all) => all.map((one) => one.getAttribute('data-table') ?? ''))
    expect(ids.length).toBeGreaterThan(20)
    for (const id of ids) {
      await page.locator(`[data-table="${id}"]`).click()
      await page.waitForSelector(`[data-sheet="${id}"]`)
    }
    await page.locator('[data-table="T03"]').click()
    await page.waitForSelector('[data-sheet="T03"]')
    await takesPicture(page, 'tables-t03')
    await page.locator('[data-choice="charts"]').click()
    await page.waitForSelector('[data-chart] svg')
    expect(await accessViolations(page)).toEqual([])
    await takesPicture(page, 'tables-charts')
  })

  it('hides what would tell on a unit in the public edition', async () => {
    const { page } = running
    await page.locator('[data-table="T05"]').click()
    await page.waitForSelector('[data-sheet="T05"]')
    await page.locator('[data-choice="public"]').click()
    await page.waitForFunction(() => document.querySelector('.sheet-caption')?.textContent.includes('“*”'))
    await page.locator('[data-choice="internal"]').click()
  })

  it('writes the tables into a workbook', async () => {
    const { page } = running
    await choosesInDialogs(running.app, [join(folder, '汇总')])
    await page.locator('[data-export]').click()
    await page.getByText('导出全部 Excel').click()
    await page.waitForSelector('[data-exported]')
    await page.waitForFunction(() => document.querySelector('[data-exported]')?.textContent.includes('已写好'), null, { timeout: 30_000 })
    expect(readdirSync(join(folder, '汇总')).filter((name) => name.endsWith('.xlsx')).length).toBeGreaterThan(0)
  })
})

describe('monitoring', () => {
  it('has a lamp in words for each indicator, and a warning opens its evidence', async () => {
    const { page } = running
    await page.locator('[data-tab="monitor"]').click()
    await page.waitForSelector('[data-indicator="rev"]')
    expect(await page.locator('[data-indicator="certs"] [data-lamp]').innerText()).toBe('无数据')
    await page.locator('[data-indicator="rev"]').click()
    await page.waitForSelector('[data-chosen="rev"] [data-chart] svg')
    await takesPicture(page, 'monitor')
    expect(await accessViolations(page)).toEqual([])
    await page.locator('[data-choice="warnings"]').click()
    await page.locator('[data-warning^="M07"] button').click()
    await page.waitForSelector('[data-evidence="M07"]')
    expect(await page.locator('[data-evidence] tbody tr').count()).toBeGreaterThan(5)
    await takesPicture(page, 'monitor-evidence')
    expect(await accessViolations(page)).toEqual([])
  })
})

describe('the bulletin', () => {
  it('is generated, edited, and written as Word and PDF', async () => {
    const { page } = running
    await page.locator('[data-tab="bulletin"]').click()
    await page.waitForSelector('[data-words="total"]')
    expect(await page.locator('[data-words="total"]').inputValue()).toContain('检验检测机构26家')
    const words = page.locator('[data-words="lead"]')
    await words.fill(`${await words.inputValue()}本通报由区局统计员校核。`)
    await page.locator('[data-save]').click()
    await page.waitForSelector('[data-said]')
    await page.waitForSelector('[data-block="size-chart"] svg')
    await takesPicture(page, 'bulletin')
    expect(await accessViolations(page)).toEqual([])
    await choosesInDialogs(running.app, [join(folder, '通报')])
    await page.locator('[data-write]').click()
    await page.getByText('Word 和 PDF').click()
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent.includes('已写好'), null, { timeout: 30_000 })
    expect(readdirSync(join(folder, '通报')).sort()).toEqual(['沙坪坝区2023年度检验检测统计信息通报.docx', '沙坪坝区2023年度检验检测统计信息通报.pdf'])
  })
})

describe('the file to the level above', () => {
  it('is written, and taken in again replaces nothing', async () => {
    const { page } = running
    const file = join(folder, '上报.jbup')
    await running.app.evaluate(({ dialog }, filePath) => { Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) }) }, file)
    await page.locator('[data-tab="office"]').click()
    await page.locator('[data-link="ledger"]').click()
    await page.locator('[data-section="upward"]').click()
    await page.locator('[data-send]').click()
    await page.waitForSelector('[data-said="done"]')
    await choosesInDialogs(running.app, [file])
    await page.locator('[data-open-upward]').click()
    await page.waitForSelector('[data-upward]')
    expect(await page.locator('[data-upward]').innerText()).toContain('已有 26')
    expect(await page.locator('[data-upward] tbody .c-stop').count()).toBe(0)
    expect(await accessViolations(page)).toEqual([])
    await takesPicture(page, 'upward')
  })
})
