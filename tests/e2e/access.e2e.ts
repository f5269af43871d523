import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../core/contract.ts'
import { forget, launch, type Running } from './support/app.ts'
import { strictViolations } from './support/axe.ts'
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
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
})

/** What is there once a screen is. */
const there: Readonly<Record<string, string>> = { home: '[data-next]', entry: '.form-head', audit: '.audit-head', seal: '.seal-head', import: '[data-import-pick]', safety: '.safety-head' }
const screens = ['home', 'entry', 'audit', 'seal', 'import', 'safety'] as const

async function goes(screen: string): Promise<void> {
  await clerk.tab(screen)
  await running.page.locator(there[screen] ?? 'main').first().waitFor()
  await clerk.settled()
  await running.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** Which element has the focus, whether one sees that it has, and whether anything lies over it. */
const focusNow = (): Promise<{ readonly what: string; readonly seen: boolean; readonly covered: boolean }> =>
  running.page.evaluate(() => {
    const it = document.activeElement ?? document.body
    const ring = [it, it.parentElement, it.parentElement?.parentElement].some((each) => {
      const style = each && getComputedStyle(each)
      return style && ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none')
    })
    const box = it.getBoundingClientRect()
    const tall = box.height > innerHeight / 3
    const top = document.elementFromPoint(box.left + box.width / 2, tall ? innerHeight / 2 : box.top + Math.min(box.height / 2, 12))
    return { what: `${it.tagName.toLowerCase()}.${it.className} ${it.getAttribute('aria-label') ?? it.textContent?.slice(0, 20) ?? ''}`, seen: ring, covered: !(top && (it.contains(top) || top.contains(it))) }
  })

/** Where Tab leads, from the first tab on, without the focus being seen. */
async function wrongFocus(): Promise<readonly string[]> {
  await running.page.focus('[data-tab="home"]')
  const wrong: string[] = []
  for (let n = 0; n < 40; n++) {
    await running.page.keyboard.press('Tab')
    const { what, seen, covered } = await focusNow()
    if (what.startsWith('body')) break
    if (!seen || covered) wrong.push(`${covered ? 'covered' : 'unseen'}: ${what}`)
  }
  return wrong
}

async function zooms(zoom: number): Promise<void> {
  await running.page.evaluate((next) => (globalThis as unknown as { api: Bridge }).api.call('app.settings', { zoom: next }), zoom)
  await running.page.reload()
  await running.page.waitForSelector('html[data-ready="true"]')
  await opensUnit(running, /澜序/)
}

describe.each(screens)('%s', (screen) => {
  it('keeps to every rule of WCAG 2.2 AA that a machine can check, targets of 24 px included', async () => {
    await goes(screen)
    expect(await strictViolations(running.page)).toEqual([])
  }, 60_000)

  it('shows the focus wherever Tab leads, and nothing lies over it', async () => {
    await goes(screen)
    expect(await wrongFocus()).toEqual([])
  }, 60_000)
})

describe('people who need it larger or calmer', () => {
  it('at 200 % everything can still be reached, seen and read', async () => {
    await zooms(200)
    for (const screen of screens) {
      await goes(screen)
      expect(await wrongFocus(), screen).toEqual([])
      expect(await strictViolations(running.page), screen).toEqual([])
    }
    await zooms(100)
  }, 120_000)

  it('without motion, what floats still opens and closes', async () => {
    await running.page.emulateMedia({ reducedMotion: 'reduce' })
    await goes('entry')
    await running.page.click('[data-settings]')
    await running.page.locator('.ant-popover').waitFor({ state: 'visible' })
    await running.page.click('.form-head h1')
    await running.page.locator('.ant-popover').waitFor({ state: 'hidden' })
    expect(await running.page.evaluate(() => document.getAnimations().length)).toBe(0)
  }, 60_000)
})
