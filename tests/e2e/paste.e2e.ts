import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { clipboardText, copiesInExcel, copiesText } from './support/clipboard.ts'
import { opensSamples, opensUnit } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
const press = (keys: string): Promise<void> => running.page.keyboard.press(keys)
const shot = async (name: string): Promise<void> => {
  if (process.env.JIANBAO_SHOTS) await running.page.screenshot({ path: `${process.env.JIANBAO_SHOTS}/${name}.png` })
}
const caretAt = (cell: string): Promise<void> => running.page.locator(`[data-cell="${cell}"]`).focus()
const preview = async (): Promise<void> => running.page.locator('.pp-grid').waitFor()
const count = async (look: string): Promise<number> => Number(await running.page.locator(`[data-count="${look}"] b`).innerText())
const writes = async (): Promise<void> => {
  await running.page.locator('[data-paste-write]').click()
  await running.page.locator('.pp').waitFor({ state: 'detached' })
}

async function start(dataDir?: string): Promise<void> {
  running = await launch(dataDir === undefined ? {} : { dataDir })
  clerk = new Clerk(running.page)
  await opensSamples(running)
  await opensUnit(running, /澜序/)
}

beforeAll(() => start(), 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

describe('a column of figures from Excel', () => {
  it('is shown cell by cell, and nothing is written before the button', async () => {
    await clerk.form('301')
    const before = await clerk.stored()
    await copiesInExcel(running.app, [['3,300.00'], ['１２．５'], ['约 3'], ['0.00']])
    await caretAt('rev_testing')
    await press('Control+v')
    await preview()
    expect(await count('changed')).toBe(2)
    expect(await count('bad')).toBe(1)
    expect(await count('same')).toBe(1)
    expect(await running.page.locator('[data-paste-write]').innerText()).toContain('写入 3 格，其中 1 格带标记')
    await shot('paste-form')
    expect(await accessViolations(running.page)).toEqual([])
    await press('Escape')
    await running.page.locator('.pp').waitFor({ state: 'detached' })
    expect(await clerk.stored()).toEqual(before)
    await running.page.waitForFunction(() => (document.activeElement as HTMLElement).dataset['cell'] === 'rev_testing')
  })

  it('is written as one step, with the choice made for a cell', async () => {
    await press('Control+v')
    await preview()
    await running.page.getByRole('button', { name: '改为 3' }).click()
    await press('Control+Enter')
    await running.page.locator('.pp').waitFor({ state: 'detached' })
    await running.page.getByText('已写入 3 格').waitFor()
    const { values } = await clerk.stored()
    expect([values.rev_testing, values.rev_inspect, values.rev_ident]).toEqual(['3300.00', '12.50', '3.00'])
  })

  it('is taken back whole after the application was started again', async () => {
    const { dataDir } = running
    await running.stop()
    await start(dataDir)
    await clerk.form('301')
    await caretAt('rev_testing')
    await press('Control+z')
    await running.page.getByText('已撤销：粘贴 3 格').waitFor()
    const { values } = await clerk.stored()
    expect([values.rev_testing, values.rev_ident]).toEqual(['3286.74', '0.00'])
  }, 120_000)

  it('in 元 is converted when asked for with Ctrl Shift V', async () => {
    await copiesInExcel(running.app, [['32867400'], ['5000']])
    await caretAt('rev_testing')
    await press('Control+Shift+V')
    await preview()
    expect(await count('same')).toBe(1)
    await running.page.getByText('0.50', { exact: true }).waitFor()
    await press('Escape')
  })
})

describe('figures with the names of their items', () => {
  it('go to the items that are named, in any order, totals left out', async () => {
    await clerk.form('301')
    await copiesInExcel(running.app, [['项目', '金额'], ['鉴定', '1.2万元'], ['检测', '3,286.74'], ['认证服务收入', '12%'], ['其他收入合计', '9']])
    await caretAt('rev_testing')
    await press('Control+v')
    await preview()
    await shot('paste-names')
    expect(await running.page.locator('.pp-lead', { hasText: '其中：鉴定' }).count()).toBe(1)
    expect(await count('same')).toBe(1)
    expect(await count('bad')).toBe(1)
    await press('Escape')
  })
})

describe('a block for a repeating table', () => {
  it('finds its rows by their key, grows the table, asks for the unit and for unknown domains', async () => {
    await clerk.form('302')
    const rows = (await clerk.stored()).tables.domains ?? []
    const [first] = rows
    if (!first) throw new Error('no rows')
    const yuan = (text: string | undefined): string => String(Math.round(Number(text ?? 0) * 10_000))
    const known = rows.map((row, n) => [row.cells.dom_code ?? '', yuan(row.cells.dom_rev), n === 1 ? '17245.5' : (row.cells.dom_rpt ?? ''), n === 2 ? '约 3' : (row.cells.dom_staff ?? '')])
    await copiesInExcel(running.app, [['专业领域', '检验检测服务收入', '出具报告数', '技术人员'], ...known, ['建筑工程', '334500', '728', '4'], ['无损探索', '665000', '58', '2'], ['合计', '99999999', '1', '1']])
    await caretAt(`dom_code@${first.id}`)
    await press('Control+v')
    await preview()
    const button = running.page.locator('[data-paste-write]')
    if (await running.page.getByText('像是以“元”为单位').count() > 0) expect(await button.isDisabled()).toBe(true)
    await running.page.locator('[data-unit="yuan"]').check()
    expect(await count('skipped')).toBe(4)
    expect(await count('waiting')).toBe(3)
    await shot('paste-table')
    await running.page.locator('[data-look="bad"]', { hasText: '无损探索' }).focus()
    await shot('paste-table-choose')
    await running.page.locator('.pp-strip .ant-select').click()
    await running.page.keyboard.type('34')
    await press('Enter')
    await running.page.waitForFunction(() => document.querySelector('[data-count="waiting"] b')?.textContent === '0')
    await writes()
    const after = (await clerk.stored()).tables.domains ?? []
    expect(after.length).toBe(rows.length + 2)
    expect(after.at(-1)?.cells).toMatchObject({ dom_code: '34', dom_rev: '66.50', dom_rpt: '58', dom_staff: '2' })
    await press('Control+z')
    await running.page.getByText(/已撤销：粘贴/).waitFor()
    expect((await clerk.stored()).tables.domains).toEqual(rows)
  }, 120_000)

  it('comes through the button by a paste of one’s own', async () => {
    await copiesInExcel(running.app, [['建筑工程', '2', '1', '33.45']])
    await running.page.click('[data-paste]')
    await running.page.locator('[data-paste-field]:focus').waitFor()
    await shot('paste-dialog')
    await press('Control+v')
    await preview()
    expect(await count('fill')).toBeGreaterThan(0)
    await running.page.getByText('改列的对应').click()
    await shot('paste-columns')
    await running.page.locator('.pp-select').nth(3).selectOption('dom_rpt')
    await running.page.locator('.pp-cell', { hasText: '33.45' }).getByText('原样写入并标记').waitFor()
    await press('Escape')
  })
})

describe('copying out', () => {
  it('gives a range as text and a table, and pastes it back the same', async () => {
    await clerk.form('301')
    await caretAt('rev_testing')
    await press('Shift+ArrowDown')
    await press('Shift+ArrowDown')
    await press('Control+c')
    await running.page.getByText('已复制 3 格').waitFor()
    expect(await clipboardText(running.app)).toBe('3286.74\r\n0.00\r\n0.00\r\n')
    await press('Control+v')
    await preview()
    expect(await count('same')).toBe(3)
    await press('Escape')
  })

  it('cuts as one step', async () => {
    await caretAt('rev_testing')
    await press('Shift+ArrowDown')
    await press('Control+x')
    await running.page.getByText('已剪切 2 格').waitFor()
    expect((await clerk.stored()).values.rev_testing ?? '').toBe('')
    await press('Control+z')
    await running.page.getByText('已撤销：清除 2 格').waitFor()
    expect((await clerk.stored()).values.rev_testing).toBe('3286.74')
  })

  it('leaves one simple value to the input itself', async () => {
    await press('Escape')
    await copiesText(running.app, '77.5')
    await caretAt('rev_testing')
    await press('Control+v')
    expect(await running.page.locator('.pp').count()).toBe(0)
    expect(await clerk.shows('rev_testing')).toBe('77.5')
    await press('Escape')
    expect(await clerk.shows('rev_testing')).toBe('3286.74')
  })
})
