/** Memory of the real application over JIANBAO_MEMORY_MINUTES (60) of scripted work: typing, undo, rows, pages, finding; after a warm-up of a fifth, all its processes together grow by no more than 10 %. */
import { forget, launch } from '../tests/e2e/support/app.ts'
import { Clerk } from '../tests/e2e/support/clerk.ts'
import { opensSamples, opensUnit } from '../tests/e2e/support/sampleUnits.ts'

interface Sample { readonly at: number; readonly resident: number; readonly heap: number }
const LIMIT = 10
const MB = 1024 * 1024
const minutes = Number(process.env.JIANBAO_MEMORY_MINUTES ?? 60)
const running = await launch()
const { app, page } = running
const clerk = new Clerk(page)
const devtools = await page.context().newCDPSession(page)
await devtools.send('Performance.enable')
await opensSamples(running)
await opensUnit(running, /澜序/)
const end = minutes * 60_000
const begin = performance.now()
const samples: Sample[] = []
let rounds = 0
for (let next = 0; elapsed() < end; rounds += 1) {
  await work(rounds)
  if (elapsed() < next) continue
  samples.push(await measured())
  next = elapsed() + Math.max(1000, end / 120)
}
await running.stop()
forget(running.dataDir)
const settled = samples.filter(({ at }) => at >= end / 5)
const tenth = Math.max(1, Math.floor(settled.length / 10))
const grown = (of: (sample: Sample) => number): number => (middle(settled.slice(-tenth).map(of)) / middle(settled.slice(0, tenth).map(of)) - 1) * 100
const [resident, heap] = [grown((s) => s.resident), grown((s) => s.heap)]
say('resident memory of all processes', resident, middle(settled.slice(-tenth).map((s) => s.resident)))
say('script heap of the window', heap, middle(settled.slice(-tenth).map((s) => s.heap)))
console.log(`${minutes} min, ${rounds} rounds of work, ${samples.length} samples`)
process.exitCode = resident <= LIMIT && heap <= LIMIT ? 0 : 1

function elapsed(): number {
  return performance.now() - begin
}

/** What a clerk does again and again; it ends with the data as it began. */
async function work(round: number): Promise<void> {
  await clerk.tab('entry')
  for (const form of ['101', '103', '301']) await clerk.form(form)
  for (const cell of ['rev_testing', 'rev_calib', 'src_gov']) await clerk.types(cell, String(1000 + (round % 500)))
  await clerk.settled()
  for (let n = 0; n < 3; n += 1) await undoes()
  await clerk.form('302')
  await clerk.addsRow()
  await clerk.settled()
  await undoes()
  await page.keyboard.press('Control+k')
  const veil = page.locator('.finder-veil')
  await veil.waitFor()
  await page.keyboard.type('srje')
  for (let n = 0; n < 5 && (await veil.count()) > 0; n += 1) await page.keyboard.press('Escape')
  for (const tab of ['audit', 'safety', 'seal', 'home']) await clerk.tab(tab)
}

/** Takes the last step back and waits until the file has it and the caret is there. */
async function undoes(): Promise<void> {
  const before = await clerk.savedMark()
  await page.keyboard.press('Control+z')
  await page.waitForFunction((mark) => document.querySelector('[data-saved]')?.getAttribute('data-saved') !== mark, before)
  await clerk.settled()
  await page.waitForTimeout(100)
}

/** Memory after the window has thrown away what nobody holds. */
async function measured(): Promise<Sample> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const kilobytes = await app.evaluate(({ app: own }) => own.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0))
  return { at: elapsed(), resident: kilobytes * 1024, heap: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN }
}

function middle(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
}

function say(name: string, percent: number, bytes: number): void {
  console.log(`${name.padEnd(44)} now ${(bytes / MB).toFixed(1)} MB  grown ${percent.toFixed(1)} %  limit ${LIMIT} %  ${percent <= LIMIT ? 'ok' : 'over'}`)
}
