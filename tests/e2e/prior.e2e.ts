import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../core/contract.ts'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { opensSamples } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
const folder = mkdtempSync(join(tmpdir(), 'jianbao-prior-'))

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await opensSamples(running)
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

const uses = (kind: string): Promise<void> => running.page.locator(`[data-prior-source="${kind}"][data-used="true"]`).waitFor()

/** Last year's sealed filing of the first sample unit as a workbook. */
const exportsLastYear = (): Promise<{ readonly name: string; readonly uscc: string }> => running.page.evaluate(async (out) => {
  const { api } = globalThis as unknown as { api: Bridge }
  const state = await api.call('app.state', {})
  const unit = state.ok ? state.value.units[0] : undefined
  const last = unit?.filings.find((filing) => filing.state === 'sealed')
  const made = last && await api.call('seal.export', { filing: last.filing, submitNo: last.submitNo, folder: out })
  if (!unit || !made?.ok) throw new Error('last year was not exported')
  return { name: unit.name, uscc: unit.unitId.slice(0, 18) }
}, folder)

describe('last year’s figures', () => {
  it('of one’s own filing: what may be carried is proposed, and only what is chosen is taken', async () => {
    const { page } = running
    await page.locator('[data-link="prior"]').first().click()
    await uses('own')
    await page.locator('[data-proposal]').first().waitFor()
    expect(await accessViolations(page)).toEqual([])
    const before = JSON.stringify(await clerk.stored())
    const line = page.locator('[data-proposal][data-state="replaces"]').first()
    const key = await line.getAttribute('data-proposal')
    await page.getByRole('button', { name: '全不选' }).click()
    expect(await page.locator('[data-prior-accept]').isDisabled()).toBe(true)
    expect(JSON.stringify(await clerk.stored())).toBe(before)
    await line.locator('input').check()
    await page.click('[data-prior-accept]')
    await page.locator(`[data-proposal="${key}"]`).waitFor({ state: 'detached' })
    expect(JSON.stringify(await clerk.stored())).not.toBe(before)
  }, 60_000)

  it('of last year’s workbook: read with its verdict, in use, compared with', async () => {
    const { page, app } = running
    const { name, uscc } = await exportsLastYear()
    await page.getByRole('button', { name: '回到自己的填报' }).click()
    await page.locator('main.first').waitFor()
    await clerk.addsUnit(name, uscc, '00')
    await clerk.tab('home')
    await page.locator('[data-link="prior"]').click()
    await uses('none')
    await choosesInDialogs(app, readdirSync(folder).filter((file) => file.endsWith('.xlsx')).map((file) => join(folder, file)))
    await page.locator('[data-prior-read]').click()
    await uses('workbook')
    expect(await page.locator('[data-prior-source="workbook"] [data-verdict]').getAttribute('data-verdict')).toBe('sealed')
    await page.locator('[data-proposal]').first().waitFor()
    expect((await clerk.view()).prior?.data.values['rev_testing']).toBeTruthy()
    expect(await accessViolations(page)).toEqual([])
  }, 60_000)

  it('typed by hand: beside this year, never inside it', async () => {
    const { page } = running
    await page.click('[data-prior-part="typed"]')
    await page.click('[data-typed-start]')
    await uses('typed')
    await page.getByLabel('调查表', { exact: true }).selectOption('301')
    await page.fill('[data-typed="rev_testing"]', '１,２３４.５０')
    await page.locator('[data-typed="rev_testing"]').press('Enter')
    await page.locator('[data-typed-count="1"]').waitFor()
    const view = await clerk.view()
    expect(view.prior?.origin).toBe('typed')
    expect(view.prior?.data.values['rev_testing']).toBe('1234.50')
    expect(view.data.values['rev_testing'] ?? '').toBe('')
    await page.getByLabel('调查表', { exact: true }).selectOption('302')
    await page.locator('[data-typed="dom_rev@1"]').fill('12.50')
    await page.locator('[data-typed="dom_rev@1"]').press('Enter')
    await page.locator('[data-typed-row="2"]').waitFor()
    expect((await clerk.view()).prior?.data.tables['domains']).toMatchObject([{ id: 1, cells: { dom_rev: '12.50' } }])
    expect(await accessViolations(page)).toEqual([])
  }, 60_000)
})
