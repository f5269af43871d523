/** Opening any form in the real window (goal ≤ 100 ms), and a work file of 10 units × 5 years against one of 1 × 1 (goal ≤ 1.2): home and the newest filing, the two interleaved. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCalls } from '../electron/handlers/call.ts'
import { lookup } from '../core/pack/lookup.ts'
import { forget, launch } from '../tests/e2e/support/app.ts'
import { sampleYear } from '../tests/e2e/support/sample.ts'
import { opensSamples, opensUnit } from '../tests/e2e/support/sampleUnits.ts'
import { report } from './support/report.ts'

const ROUNDS = 11
const folder = mkdtempSync(join(process.env.JIANBAO_BENCH_DIR ?? tmpdir(), 'jianbao-open-'))
const slowest = await slowestForm()
const seedsDir = fiveYears(resolve(import.meta.dirname, '../seeds'), join(folder, 'seeds'))
const small = await workFile('small', 1, 1)
const large = await workFile('large', 10, 5)
const ours: number[] = []
const twin: number[] = []
for (let n = 0; n < ROUNDS; n += 1) {
  twin.push(await opened(small))
  ours.push(await opened(large))
}
report('10 units × 5 years opened, against 1 × 1', middle(ours), middle(twin), 1.2)
rmSync(folder, { recursive: true, force: true })
process.exitCode = slowest <= 100 && middle(ours) / middle(twin) <= 1.2 ? 0 : 1

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

/** A copy of the seeds with one pack for each of five years. */
function fiveYears(from: string, to: string): string {
  cpSync(from, to, { recursive: true })
  const have = new Set(readdirSync(join(to, 'packs')))
  for (const year of [2022, 2023, 2024, 2025]) {
    const pack = join(to, 'packs', `annual-${year}`)
    if (have.has(`annual-${year}`)) rmSync(pack, { recursive: true })
    cpSync(join(to, 'packs', 'annual-2026'), pack, { recursive: true })
    const file = join(pack, 'pack.json')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('2026', String(year)))
  }
  return to
}

function engineOn(dataDir: string) {
  return startCalls({ now: () => new Date(), osUser: 'bench', appVersion: '0', seedsDir, dataDir, exportDir: '', pdf: null })
}

/** A work file of units whose every year is filled like the sample's. */
async function workFile(name: string, units: number, years: number): Promise<string> {
  const dataDir = join(folder, name)
  mkdirSync(dataDir)
  const { call, close } = engineOn(dataDir)
  const sample = sampleYear('enterprise', 2026)
  for (let u = 0; u < units; u += 1) {
    const added = await call('unit.add', { name: `示例检测 ${u}`, uscc: '91330114MAY0A1K2XU', unitSeq: String(u).padStart(2, '0'), pack: 'annual-2026' })
    if (!added.ok) throw new Error(added.problem.code)
    for (let y = 0; y < years; y += 1) {
      const started = y === 0 ? { ok: true as const, value: { filing: added.value.filing } } : await call('filing.start', { unit: added.value.unit, pack: `annual-${2026 - y}` })
      if (!started.ok) throw new Error(started.problem.code)
      const { filing } = started.value
      const view = await call('filing.open', { filing })
      if (!view.ok) throw new Error(view.problem.code)
      const index = lookup(view.value.pack)
      const takes = (key: string): boolean => index.item(key)?.computed === false
      const cells = Object.entries(sample.values).filter(([key]) => takes(key)).map(([item, text]) => ({ item, row: null, text }))
      const rows = Object.entries(sample.tables).flatMap(([table, lines]) => lines.map((line) => ({ table, cells: Object.fromEntries(Object.entries(line).filter(([key]) => takes(key))) })))
      const filled = await call('filing.apply', { filing, label: 'import', cells, rows })
      if (!filled.ok) throw new Error(filled.problem.code)
    }
  }
  close()
  return dataDir
}

/** Starts an engine on a work file and asks for home and the newest filing; milliseconds. */
async function opened(dataDir: string): Promise<number> {
  const from = performance.now()
  const { call, close } = engineOn(dataDir)
  const state = await call('app.state', {})
  const filing = state.ok ? state.value.units[0]?.filings[0]?.filing : undefined
  if (filing === undefined || !(await call('filing.open', { filing })).ok) throw new Error('not opened')
  const took = performance.now() - from
  close()
  return took
}

function middle(list: readonly number[]): number {
  return list.slice(1).toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? NaN
}
