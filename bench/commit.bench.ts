/** Commit of one cell through the handler against a bare durable commit of the same file system (goal ≤ 2). */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCalls } from '../electron/handlers/call.ts'
import { pickFiling, readObject } from '../electron/handlers/filingObject.ts'
import { fillFiling } from '../electron/handlers/fillObject.ts'
import { readSamples } from '../electron/handlers/samples.ts'
import { report } from './support/report.ts'

const folder = mkdtempSync(join(process.env.JIANBAO_BENCH_DIR ?? tmpdir(), 'jianbao-commit-'))
const seedsDir = resolve(import.meta.dirname, '../seeds')
const { call, desk, close } = startCalls({ now: () => new Date(), osUser: 'bench', appVersion: '0', seedsDir, dataDir: folder, exportDir: '', pdf: null })
const added = await call('unit.add', { name: '甲', uscc: '91330114MAY0A1K2XU', unitSeq: '00', pack: 'annual-2026' })
const samples = readSamples(seedsDir)
if (!added.ok || !samples.ok) throw new Error('no sample')
const object = pickFiling(samples.value[0])
const read = object.ok ? readObject(desk.packs, object.value) : object
if (!read.ok) throw new Error('no filing')
fillFiling(desk, added.value.filing, read.value.filing)

const bare = new Database(join(folder, 'bare.db'))
bare.pragma('journal_mode = WAL')
bare.pragma('synchronous = FULL')
bare.exec('create table cell (item text primary key, text text) strict')
const put = bare.prepare('insert into cell values (?, ?) on conflict do update set text = excluded.text')

const ours: number[] = []
const twin: number[] = []
for (let n = 0; n < 600; n++) {
  twin.push(await timed(() => put.run('staff_total', String(n))))
  ours.push(await timed(() => call('filing.set', { filing: added.value.filing, cells: [{ item: 'staff_total', row: null, text: String(n) }] })))
}
const at = (list: readonly number[], share: number): number => list.slice(100).toSorted((a, b) => a - b)[Math.floor(500 * share)] ?? NaN
report('commit of one cell, p50', at(ours, 0.5), at(twin, 0.5), 2)
report('commit of one cell, p95', at(ours, 0.95), at(twin, 0.95), 2)
bare.close()
close()
rmSync(folder, { recursive: true, force: true })

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
