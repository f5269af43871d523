import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { Clerk as Desk } from '../support/desk.ts'
import { forget, launch } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { watchSaved, type Entry, type Seen } from './support/savedMark.ts'

const ROUNDS = 50
let desk: Desk
const dataDir = (): string => `${desk.folder}/data`

beforeAll(async () => {
  desk = new Desk()
  await desk.startsUnit()
  desk.engine.close()
})
afterAll(() => {
  desk.engine.close()
  forget(desk.folder)
})

describe('killed while someone types', () => {
  it(`${ROUNDS} times at a moment nobody chose, no value is lost that 已保存 was shown for`, async () => {
    const held = new Map<string, string>()
    let savedAll = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = await typesUntilKilled(200 + Math.random() * 1300)
      const saved = seen.saved()
      savedAll += saved
      for (const { cell, text } of seen.entered.slice(0, saved)) held.set(cell, text)
      const found = await valuesInFile()
      for (const [cell, text] of held) expect(possible(cell, text, seen.entered.slice(saved)), `${cell} in round ${round}`).toContain(found[cell])
      for (const cell of held.keys()) held.set(cell, found[cell] ?? '')
    }
    expect(savedAll).toBeGreaterThan(ROUNDS)
  }, 600_000)
})

/** The saved text, or one entered after it that reached the file before its mark was shown. */
const possible = (cell: string, saved: string, later: readonly Entry[]): readonly string[] => [saved, ...later.filter((entry) => entry.cell === cell).map((entry) => entry.text)]

async function typesUntilKilled(ms: number): Promise<Seen> {
  const running = await launch({ dataDir: dataDir() })
  const clerk = new Clerk(running.page)
  await running.page.click('[data-next]')
  await clerk.form('301')
  const seen = await watchSaved(running.page)
  const cells = await amountCells(running.page)
  const gone = new Promise((done) => running.app.process().once('exit', done))
  const timer = setTimeout(() => void running.kill(), ms)
  await typeOn(running.page, cells).catch(() => undefined)
  clearTimeout(timer)
  await running.kill().catch(() => undefined)
  await gone
  return seen
}

const amountCells = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-cell].num:not([readonly])').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).dataset['cell'] ?? ''))

/** Types different amounts into the cells, round and round, until the page is gone. */
async function typeOn(page: Page, cells: readonly string[]): Promise<never> {
  for (;;) {
    for (const cell of cells) {
      await page.focus(`[data-cell="${cell}"]`)
      await page.keyboard.type(String(1 + Math.floor(Math.random() * 99_999)))
      await page.keyboard.press('Enter')
    }
  }
}

/** What the work file holds; the dead engine's lock may take a moment to go. */
async function valuesInFile(): Promise<Readonly<Record<string, string>>> {
  for (let tries = 0; tries < 100; tries += 1) {
    desk.restarts()
    const view = await desk.engine.call('filing.open', { filing: desk.filing })
    desk.engine.close()
    if (view.ok) return view.value.data.values
    if (view.problem.code !== 'workfile-locked') throw new Error(`the work file cannot be read: ${JSON.stringify(view.problem)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the work file stays locked')
}
