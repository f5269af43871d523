import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { organisationCheck, usccCheck } from '../../core/identity/uscc.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { Result } from '../../core/result.ts'
import { startCalls, type Engine } from '../../electron/handlers/call.ts'
import { addSample, readSamples } from '../../electron/handlers/samples.ts'
import { sampleYear } from '../../tests/e2e/support/sample.ts'

/** A work file in a folder, and the packs it is opened with. */
export interface Opened { readonly dataDir: string; readonly seedsDir: string }
/** How many units and years it holds; with `sealed`, last year is sealed and its figures stand beside this year's. */
export interface Size { readonly units: number; readonly years: number; readonly sealed?: boolean }

const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

/** An engine of the bench on a work file. */
export const engineOn = ({ dataDir, seedsDir }: Opened): Engine => startCalls({ now: () => new Date(), osUser: 'bench', appVersion: '0', seedsDir, dataDir, exportDir: '', pdf: null })

/** A copy of the seeds with one pack for each of five years: all whole, or as they come, thin ones on the newest. */
export function fiveYears(from: string, to: string, thin: boolean): string {
  cpSync(from, to, { recursive: true })
  const packs = join(to, 'packs')
  for (const year of [2022, 2023, 2024, 2025]) {
    const pack = join(packs, `annual-${year}`)
    if (thin && existsSync(pack)) continue
    rmSync(pack, { recursive: true, force: true })
    cpSync(join(packs, thin ? 'annual-2023' : 'annual-2026'), pack, { recursive: true })
    const file = join(pack, 'pack.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, thin ? text.replaceAll('2024', String(year + 1)).replaceAll('2023', String(year)) : text.replaceAll('2026', String(year)))
  }
  if (readdirSync(packs).length < 5) throw new Error('not five years')
  return to
}

/** Makes a work file of units whose every year is filled like the sample's. */
export async function workFile(at: Opened, { units, years, sealed = false }: Size): Promise<Opened> {
  mkdirSync(at.dataDir, { recursive: true })
  const engine = engineOn(at)
  for (let u = 0; u < units; u += 1) await (sealed ? sealedUnit(engine, at, { u, years }) : draftUnit(engine, { u, years }))
  good(await engine.call('app.state', {}))
  engine.close()
  return at
}

async function draftUnit(engine: Engine, { u, years }: { readonly u: number; readonly years: number }): Promise<void> {
  const added = good(await engine.call('unit.add', { name: `示例检测 ${u}`, uscc: '91330114MAY0A1K2XU', unitSeq: String(u).padStart(2, '0'), pack: 'annual-2026' }))
  await fill(engine, added.filing)
  await fillEarlier(engine, added.unit, { from: 1, years })
}

/** The sample as it comes, last year sealed, under a code of its own; the years before are drafts. */
async function sealedUnit(engine: Engine, { seedsDir }: Opened, { u, years }: { readonly u: number; readonly years: number }): Promise<void> {
  const [sample] = good(readSamples(seedsDir))
  if (!sample) throw new Error('no sample')
  const uscc = codeOf(u)
  good(addSample(engine.desk, { ...sample, filings: sample.filings.map(filing => ({ ...filing, values: { ...filing.values, uscc } })) }))
  const unit = good(await engine.call('app.state', {})).units.at(-1)?.unit ?? 0
  await fillEarlier(engine, unit, { from: 2, years })
}

function codeOf(u: number): string {
  const first = `MAY0A1K${u}`
  const seventeen = `91330114${first}${organisationCheck(first)}`
  return `${seventeen}${usccCheck(seventeen)}`
}

async function fillEarlier(engine: Engine, unit: number, { from, years }: { readonly from: number; readonly years: number }): Promise<void> {
  for (let y = from; y < years; y += 1) await fill(engine, good(await engine.call('filing.start', { unit, pack: `annual-${2026 - y}` })).filing)
}

async function fill(engine: Engine, filing: number): Promise<void> {
  const sample = sampleYear('enterprise', 2026)
  const index = lookup(good(await engine.call('filing.open', { filing })).pack)
  const takes = (key: string): boolean => index.item(key)?.computed === false
  const cells = Object.entries(sample.values).filter(([key]) => takes(key)).map(([item, text]) => ({ item, row: null, text }))
  const rows = Object.entries(sample.tables).flatMap(([table, lines]) => lines.map(line => ({ table, cells: Object.fromEntries(Object.entries(line).filter(([key]) => takes(key))) })))
  good(await engine.call('filing.apply', { filing, label: 'import', cells, rows }))
}

/** Starts an engine on a work file and asks for home and the newest filing, as the window does before anybody can type; milliseconds. `afresh` forgets last year's figures for the next opening. */
export async function opening(at: Opened, afresh = false): Promise<number> {
  const from = performance.now()
  const { call, close, desk } = engineOn(at)
  const state = good(await call('app.state', {}))
  const newest = state.units[0]?.filings[0]
  if (newest === undefined) throw new Error('nothing to open')
  good(await call('filing.open', { filing: newest.filing }))
  const took = performance.now() - from
  if (afresh) good(desk.store()).keep(db => { db.run('delete from carried') })
  close()
  return took
}

/** Whether the newest filing of the first unit shows last year's figures. */
export async function showsPrior(at: Opened): Promise<boolean> {
  const { call, close } = engineOn(at)
  const filing = good(await call('app.state', {})).units[0]?.filings[0]?.filing ?? 0
  const { prior } = good(await call('filing.open', { filing }))
  close()
  return prior !== null
}
