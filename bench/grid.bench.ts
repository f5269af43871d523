/** A repeating table of 500 rows scrolled and typed in, against a plain grid of as many inputs in the same window (goal: p95 frame time ≤ 1.5 times); a paste of 2,000 cells shown and committed (goal ≤ 1 s). */
import type { Bridge } from '../core/contract.ts'
import type { Page } from 'playwright-core'
import { forget, launch } from '../tests/e2e/support/app.ts'
import { Clerk } from '../tests/e2e/support/clerk.ts'
import { report } from './support/report.ts'

const ROWS = 500
const running = await launch()
const { page } = running
const clerk = new Clerk(page)
await clerk.addsUnit('浙江澜序示例检测科技有限公司', '91330114MAY0A1K2XU', '00')
await fillTable()
await page.reload()
await page.waitForSelector('html[data-ready="true"]')
await clerk.opensFiling()
await clerk.form('103', 'instruments')
await page.waitForSelector('.rt-window')
await plainGrid(page)
const frames = { scrolled: [] as number[], plainScrolled: [] as number[], typed: [] as number[], plainTyped: [] as number[] }
for (let round = 0; round < 4; round += 1) {
  await showPlain(page, false)
  const [scrolled, typed] = [await scroll(page, '.rt-scroll'), await typing(page, '.rt-window [data-row]:nth-child(3) .num-cell input')]
  await showPlain(page, true)
  const [plainScrolled, plainTyped] = [await scroll(page, '#plain'), await typing(page, '#plain input:nth-child(30)')]
  if (round === 0) continue
  frames.scrolled.push(...scrolled)
  frames.typed.push(...typed)
  frames.plainScrolled.push(...plainScrolled)
  frames.plainTyped.push(...plainTyped)
}
await showPlain(page, false)
const pasted = await paste(page)
report('500 rows scrolled, p95 frame', p95(frames.scrolled), p95(frames.plainScrolled), 1.5)
report('500 rows typed in, p95 frame', p95(frames.typed), p95(frames.plainTyped), 1.5)
console.log(`${'paste of 2,000 cells, shown and committed'.padEnd(44)} shown ${pasted.shown.toFixed(0)} ms  committed ${pasted.written.toFixed(0)} ms  limit 1000 ms  ${pasted.shown + pasted.written <= 1000 ? 'ok' : 'over'}`)
await running.stop()
forget(running.dataDir)
process.exitCode = p95(frames.scrolled) <= p95(frames.plainScrolled) * 1.5 && p95(frames.typed) <= p95(frames.plainTyped) * 1.5 && pasted.shown + pasted.written <= 1000 ? 0 : 1

async function fillTable(): Promise<void> {
  await page.evaluate(async (count) => {
    const { api } = globalThis as unknown as { api: Bridge }
    const state = await api.call('app.state', {})
    const filing = state.ok ? (state.value.units[0]?.filings[0]?.filing ?? 0) : 0
    const rows = Array.from({ length: count }, (_, n) => ({
      table: 'instruments',
      cells: { eq_no: `SB-${n}`, eq_name: `气相色谱仪 ${n}`, eq_origin: '1', eq_maker: '示例仪器厂', eq_buy: '2024-05', eq_price: `${n}.50`, eq_domain: '03', eq_open: '2' },
    }))
    const done = await api.call('filing.apply', { filing, label: 'import', cells: [], rows })
    if (!done.ok) throw new Error(done.problem.code)
  }, ROWS)
}

/** Scrolls from top to bottom by 90 px a frame; the times between frames. */
async function scroll(where: Page, selector: string): Promise<readonly number[]> {
  return where.evaluate(async (box) => {
    const node = document.querySelector(box)
    if (!node) throw new Error(box)
    node.scrollTop = 0
    const next = (): Promise<number> => new Promise((done) => { requestAnimationFrame(done) })
    await next()
    const times = [await next()]
    for (let n = 0; n < 170; n += 1) {
      node.scrollTop += 90
      times.push(await next())
    }
    node.scrollTop = 0
    await next()
    await next()
    return times.slice(1).map((time, n) => time - (times[n] ?? time))
  }, selector)
}

/** Types figures and Enter for a while; the times between frames meanwhile. */
async function typing(where: Page, selector: string): Promise<readonly number[]> {
  await where.locator(selector).first().focus()
  await where.evaluate(() => {
    const seen = globalThis as unknown as { frames: number[]; watching: boolean }
    seen.frames = []
    seen.watching = true
    let last = performance.now()
    const watch = (now: number): void => {
      seen.frames.push(now - last)
      last = now
      if (seen.watching) requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
  })
  for (let n = 0; n < 12; n += 1) {
    await where.keyboard.type(`${1000 + n}.25`, { delay: 20 })
    await where.keyboard.press('Enter')
  }
  return where.evaluate(() => {
    const seen = globalThis as unknown as { frames: number[]; watching: boolean }
    seen.watching = false
    return seen.frames.slice(5)
  })
}

/** Lays a plain grid of the same size over the window: inputs and nothing behind them. */
async function plainGrid(where: Page): Promise<void> {
  await where.evaluate((count) => {
    const box = document.createElement('div')
    box.id = 'plain'
    box.hidden = true
    box.style.cssText = 'position:fixed;inset:100px 40px 30px 212px;z-index:99;overflow:auto;background:white;grid-template-columns:repeat(9,1fr);grid-auto-rows:34px'
    for (let n = 0; n < count * 9; n += 1) {
      const input = document.createElement('input')
      input.value = String(n)
      box.append(input)
    }
    document.body.append(box)
  }, ROWS)
}

async function showPlain(where: Page, on: boolean): Promise<void> {
  await where.evaluate((shown) => {
    const box = document.getElementById('plain')
    if (box) box.style.display = shown ? 'grid' : 'none'
  }, on)
}

/** Pastes 250 rows of 8 cells over the first row, writes them; from the paste to the drawn preview, from the button to the form. */
async function paste(where: Page): Promise<{ readonly shown: number; readonly written: number }> {
  await where.locator('.rt-window [data-row] input').first().focus()
  return where.evaluate(async () => {
    const twoFrames = (): Promise<unknown> => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)) })
    const until = async (there: () => boolean): Promise<void> => { while (!there()) await new Promise((done) => { requestAnimationFrame(done) }) }
    const data = new DataTransfer()
    data.setData('text/plain', Array.from({ length: 250 }, (_, n) => ['PX-', '液相色谱仪', '2', '示例厂', '2025-06', '.75', '05', '1'].map((text, c) => (c === 0 ? `${text}${n}` : c === 5 ? `${n}${text}` : text)).join('\t')).join('\r\n'))
    const from = performance.now()
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await until(() => document.querySelector('.pp-grid') !== null)
    await twoFrames()
    const shown = performance.now() - from
    const pressed = performance.now()
    document.querySelector<HTMLElement>('[data-paste-write]')?.click()
    await until(() => document.querySelector('.pp') === null)
    await twoFrames()
    return { shown, written: performance.now() - pressed }
  })
}

function p95(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? NaN
}
