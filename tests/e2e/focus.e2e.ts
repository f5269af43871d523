import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../core/contract.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { opensSamples, opensUnit } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await opensSamples(running)
  await opensUnit(running, /澜序/)
  await clerk.form('302')
  for (let n = 0; n < 20; n++) await clerk.addsRow()
}, 240_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

/** Corners and middle of the cell that has the caret, as far as something else lies there. */
const hidden = (): Promise<readonly string[]> => running.page.evaluate(() => {
  const cell = document.activeElement
  if (!(cell instanceof HTMLElement) || !cell.dataset['cell']) return ['no cell has the caret']
  const box = cell.getBoundingClientRect()
  const points = [[2, 2], [box.width - 2, 2], [2, box.height - 2], [box.width - 2, box.height - 2], [box.width / 2, box.height / 2]] as const
  return points.flatMap(([x, y]) => {
    const top = document.elementFromPoint(box.left + x, box.top + y)
    return top && (cell.parentElement?.contains(top) ?? false) ? [] : [`${cell.dataset['cell']} at ${Math.round(x)},${Math.round(y)}: ${top?.className ?? 'outside'}`]
  })
})

async function walks(keys: readonly string[], times: number): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const key of keys) {
    for (let n = 0; n < times; n++) {
      await running.page.keyboard.press(key)
      wrong.push(...(await hidden()).map((each) => `${key}: ${each}`))
    }
  }
  return wrong
}

describe.each([100, 200])('at a zoom of %i per cent the caret is never under a head, a group head or the sums', (zoom) => {
  beforeAll(async () => {
    await running.page.evaluate((next) => (globalThis as unknown as { api: Bridge }).api.call('app.settings', { zoom: next }), zoom)
    await running.page.reload()
    await running.page.waitForSelector('html[data-ready="true"]')
    await opensUnit(running, /澜序/)
  }, 60_000)

  it.each([['301', 'rev_testing', 42], ['101', 'org_name', 44]] as const)('in form %s', async (form, first, rows) => {
    await clerk.form(form)
    await running.page.locator(`[data-cell="${first}"]`).focus()
    expect(await walks(['ArrowDown', 'ArrowUp'], rows)).toEqual([])
    expect(await walks(['PageDown', 'PageUp', 'Control+End', 'Control+Home'], 2)).toEqual([])
  }, 90_000)

  it('in a table of many rows with sums', async () => {
    await clerk.form('302')
    await running.page.locator('[data-row] [data-cell]').first().focus()
    expect(await walks(['ArrowDown', 'ArrowUp'], 26)).toEqual([])
    expect(await walks(['ArrowRight', 'PageDown', 'Control+End', 'ArrowLeft', 'PageUp', 'Control+Home'], 3)).toEqual([])
    const sums = await running.page.evaluate(() => {
      const right = (at: Element | undefined): number => Math.round(at?.getBoundingClientRect().right ?? 0)
      const cells = [...document.querySelectorAll('[data-row]:first-child > .num-cell')].map(right)
      return cells.length > 0 && cells.every((edge) => [...document.querySelectorAll('.rt-foot .rt-row:first-child > .num:not(.c-before)')].some((sum) => right(sum) === edge))
    })
    expect(sums, 'sums stand under their columns').toBe(true)
  }, 90_000)
})
