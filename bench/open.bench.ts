/**
 * Opening any form in the real window (goal ≤ 100 ms), and a work file of 10 units × 5 years against one of 1 × 1 (goal ≤ 1.2): home and the newest filing, the two interleaved.
 * The 10 × 5 come twice: all drafts, as packs of five whole years; and as offices have them, last year sealed and its figures beside this year's, as thin packs.
 * Judged are these two and the second in a process of its own each time, as a start of the application has it. Printed only: last year's figures carried over anew, as once after each sealing.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { forget, launch } from '../tests/e2e/support/app.ts'
import { opensSamples, opensUnit } from '../tests/e2e/support/sampleUnits.ts'
import { fiveYears, opening, showsPrior, workFile, type Opened } from './support/openFiles.ts'
import { report } from './support/report.ts'

const ROUNDS = 21
const LIMIT = 1.2
const PROCESSES = 7
const folder = mkdtempSync(join(process.env.JIANBAO_BENCH_DIR ?? tmpdir(), 'jianbao-open-'))
const slowest = await slowestForm()
const shipped = resolve(import.meta.dirname, '../seeds')
const whole = fiveYears(shipped, join(folder, 'whole'), false)
const thin = fiveYears(shipped, join(folder, 'thin'), true)
const at = (name: string, seedsDir: string): Opened => ({ dataDir: join(folder, name), seedsDir })
const drafts = { ours: await workFile(at('drafts', whole), { units: 10, years: 5 }), twin: await workFile(at('draft', whole), { units: 1, years: 1 }) }
const sealed = { ours: await workFile(at('sealed', thin), { units: 10, years: 5, sealed: true }), twin: await workFile(at('one', thin), { units: 1, years: 1 }) }
if (!(await showsPrior(sealed.ours))) throw new Error('no figures of last year')

const judged = [
  await pair('10 units × 5 years, drafts, against 1 × 1', drafts),
  await pair('10 × 5, last year sealed, against 1 × 1', sealed),
  await pair('the same, each in a process of its own', sealed, { rounds: PROCESSES, open: alone }),
]
await pair('not judged: last year carried over anew', sealed, { rounds: PROCESSES, open: one => opening(one, true) })
rmSync(folder, { recursive: true, force: true })
process.exitCode = slowest <= 100 && judged.every(ratio => ratio <= LIMIT) ? 0 : 1

/** Opens two work files by turns, the first round not counted; prints the medians and gives their ratio. */
async function pair(name: string, of: { readonly ours: Opened; readonly twin: Opened }, { rounds = ROUNDS, open = (one: Opened) => opening(one) } = {}): Promise<number> {
  const ours: number[] = []
  const twin: number[] = []
  for (let n = 0; n <= rounds; n += 1) {
    twin.push(await open(of.twin))
    ours.push(await open(of.ours))
  }
  report(name, middle(ours), middle(twin), LIMIT)
  return middle(ours) / middle(twin)
}

async function alone({ dataDir, seedsDir }: Opened): Promise<number> {
  return Number(execFileSync(process.execPath, [join(import.meta.dirname, 'support/openOnce.ts'), dataDir, seedsDir], { encoding: 'utf8' }))
}

/** Opens every form and table three times and prints the slowest median: from the click to the second frame after it. */
async function slowestForm(): Promise<number> {
  const running = await launch()
  await opensSamples(running)
  await opensUnit(running, /澜序/)
  const took = new Map<string, number[]>()
  for (let round = 0; round < 4; round += 1) {
    for (const name of await running.page.locator('[data-form]').evaluateAll((forms) => forms.map((form) => form.getAttribute('data-form') ?? ''))) {
      const one = await running.page.evaluate(async (form) => {
        const from = performance.now()
        document.querySelector<HTMLElement>(`[data-form="${form}"]`)?.click()
        await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)) })
        return performance.now() - from
      }, name)
      if (round > 0) took.set(name, [...(took.get(name) ?? []), one])
    }
  }
  await running.stop()
  forget(running.dataDir)
  const medians = [...took].map(([form, list]) => [form, list.toSorted((a, b) => a - b)[1] ?? NaN] as const)
  const [form, worst] = medians.toSorted((a, b) => b[1] - a[1])[0] ?? ['', NaN]
  console.log(`${`opening any form, slowest ${form}`.padEnd(44)} ours ${worst.toFixed(3)} ms  limit 100 ms  ${worst <= 100 ? 'ok' : 'over'}`)
  return worst
}

function middle(list: readonly number[]): number {
  return list.slice(1).toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? NaN
}
