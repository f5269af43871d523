import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { opensSamples, opensUnit } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
const sums = (): Promise<string> => running.page.locator('[data-sums]').innerText()
const said = (): Promise<string> => running.page.locator('[data-said]').innerText()
const press = (keys: string): Promise<void> => running.page.keyboard.press(keys)

const shot = async (name: string): Promise<void> => {
  if (process.env.JIANBAO_SHOTS) await running.page.screenshot({ path: `${process.env.JIANBAO_SHOTS}/${name}.png` })
}

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await opensSamples(running)
  await opensUnit(running, /澜序/)
  await clerk.form('301')
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

describe('ranges of cells', () => {
  it('are selected with Shift and arrows, and the status bar adds them up', async () => {
    await running.page.locator('[data-cell="rev_testing"]').focus()
    await press('Shift+ArrowDown')
    await press('Shift+ArrowDown')
    expect(await sums()).toMatch(/选中 3 格/)
    expect(await running.page.locator('.cell.sel').count()).toBe(3)
    await shot('sel-form')
  })

  it('are selected with the mouse, by dragging and with Shift', async () => {
    const from = await running.page.locator('[data-cell="rev_testing"]').boundingBox()
    const to = await running.page.locator('[data-cell="rev_calib"]').boundingBox()
    if (!from || !to) throw new Error('no cells')
    await running.page.mouse.move(from.x + 60, from.y + 10)
    await running.page.mouse.down()
    await running.page.mouse.move(to.x + 60, to.y + 10, { steps: 5 })
    await running.page.mouse.up()
    expect(await running.page.locator('.cell.sel').count()).toBe(4)
    await press('Shift+ArrowUp')
    expect(await running.page.locator('.cell.sel').count()).toBe(3)
    await running.page.locator('[data-cell="rev_cert"]').click({ modifiers: ['Shift'] })
    expect(await running.page.locator('.cell.sel').count()).toBe(6)
    await press('Escape')
    expect(await running.page.locator('.cell.sel').count()).toBe(0)
  })

  it('reach over the columns of a repeating table', async () => {
    await clerk.form('302')
    await running.page.locator('[data-cell^="dom_rev@"]').first().focus()
    await press('Control+Shift+ArrowDown')
    await press('Shift+ArrowRight')
    expect(await sums()).toMatch(/选中 8 格.*单位不同，不求和/s)
    await shot('sel-table')
    await press('Control+a')
    expect(await sums()).toMatch(/选中 24 格/)
    await press('Escape')
    await clerk.form('301')
  })

  it('leave the caret and its keys alone inside an edit', async () => {
    await running.page.locator('[data-cell="rev_testing"]').focus()
    const before = await clerk.shows('rev_testing')
    await running.page.keyboard.type('12')
    await press('Shift+ArrowLeft')
    expect(await running.page.locator('.cell.sel').count()).toBe(0)
    expect(await running.page.evaluate(() => document.getSelection()?.toString())).toBe('2')
    await press('Control+z')
    expect(await running.page.evaluate(() => (document.activeElement as HTMLInputElement).dataset['cell'])).toBe('rev_testing')
    await press('Escape')
    expect(await clerk.shows('rev_testing')).toBe(before)
  })
})

describe('clearing and taking back', () => {
  it('clears a range as one step, and one Ctrl Z brings it back', async () => {
    const before = (await clerk.stored()).values
    await running.page.locator('[data-cell="rev_testing"]').focus()
    await press('Shift+ArrowDown')
    await press('Delete')
    await running.page.getByText(/已清除 2 格/).waitFor()
    expect((await clerk.stored()).values.rev_testing ?? '').toBe('')
    await press('Control+z')
    await running.page.getByText(/已撤销：清除 2 格/).waitFor()
    expect((await clerk.stored()).values).toEqual(before)
    await press('Control+y')
    await running.page.getByText(/已重做：清除 2 格/).waitFor()
    await press('Control+z')
    await running.page.getByText(/已撤销/).waitFor()
    expect((await clerk.stored()).values).toEqual(before)
  })

  it('takes back a typed value from the menu, and goes to its cell', async () => {
    await clerk.types('rev_testing', '77')
    await clerk.settled()
    await clerk.form('102')
    await running.page.click('[data-steps]')
    await running.page.getByText('撤销：填写').click()
    await running.page.waitForFunction(() => (document.activeElement as HTMLElement).dataset['cell'] === 'rev_testing')
    expect(await said()).toBe('已撤销：填写 1 格')
  })
})

describe('several rows of a table', () => {
  it('go together, and one Ctrl Z brings them back', async () => {
    await clerk.form('302')
    const rows = (): Promise<number> => running.page.locator('[data-row]').count()
    const before = (await clerk.stored()).tables
    const count = await rows()
    await running.page.locator('[data-cell^="dom_rev@"]').nth(1).focus()
    await press('Shift+ArrowDown')
    await press('Control+-')
    await running.page.getByText('已删除 2 行。').waitFor()
    expect(await rows()).toBe(count - 2)
    await press('Control+z')
    await running.page.getByText(/已撤销：删除行/).waitFor()
    expect((await clerk.stored()).tables).toEqual(before)
    expect(await running.page.getByText('已删除 2 行。').count()).toBe(0)
    await clerk.form('301')
  })
})

describe('finding', () => {
  it('keeps the caret although an undo is still on its way to its cell', async () => {
    await clerk.form('302')
    const count = await running.page.locator('[data-row]').count()
    await clerk.addsRow()
    await clerk.settled()
    await press('Control+z')
    await press('Control+k')
    await running.page.locator('.finder').waitFor()
    await running.page.waitForFunction((n) => document.querySelectorAll('[data-row]').length === n, count)
    await running.page.waitForTimeout(300)
    await running.page.keyboard.type('W061')
    expect(await running.page.locator('.finder input').inputValue()).toBe('W061')
    await press('Escape')
    expect(await running.page.locator('.finder').count()).toBe(0)
  })

  it('lists the blank required cells with nothing typed, and a rule by its number', async () => {
    await clerk.form('301')
    await clerk.types('rev_testing', '')
    await clerk.settled()
    await press('Control+k')
    await running.page.getByText(/还没填的必填项 \d+/).waitFor()
    await running.page.locator('.finder').getByText('301.03').first().waitFor()
    await shot('find-blanks')
    await running.page.keyboard.type('W061')
    await running.page.locator('.finder-code', { hasText: 'W061' }).first().waitFor()
    await press('Escape')
    expect(await running.page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'] !== undefined)).toBe(true)
  })
})
