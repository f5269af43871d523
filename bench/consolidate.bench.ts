/**
 * Consolidated tables over a made-up ledger (JIANBAO_BENCH_UNITS units, default 6000; `npm run long` takes 54,000): each table against one scan of the same values (goal ≤ 4, D22),
 * the lineage of a figure, and what the register is asked. The ledger is written straight into the database, so that nothing else is measured.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import type { Aggregate } from '../core/consolidate/formula.ts'
import { columnsOf } from '../core/consolidate/sql/condition.ts'
import { nodeTables } from '../core/consolidate/nodeTables.ts'
import { programFor } from '../core/consolidate/program.ts'
import type { TableScope } from '../core/contract/regulator/tables.ts'
import { lookup } from '../core/pack/lookup.ts'
import type { Pack } from '../core/pack/schema.ts'
import { openDesk } from '../electron/handlers/desk.ts'
import { registerMissing } from '../electron/handlers/regulator/register/missing.ts'
import { tablesLineage } from '../electron/handlers/regulator/tables/lineage.ts'
import { makeTable } from '../electron/handlers/regulator/tables/make.ts'
import { prepareTables, type TableWork } from '../electron/handlers/regulator/tables/work.ts'
import { makeLedger } from './support/bigLedger.ts'
import { report } from './support/report.ts'
import { benchHost } from './support/host.ts'

const units = Number(process.env['JIANBAO_BENCH_UNITS'] ?? 6000)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
const host = benchHost(folder, resolve(import.meta.dirname, '../seeds'))
const desk = openDesk(host)
const scope: TableScope = { basis: 'accepted', level: 'all', edition: 'internal', switches: {} }

/** Reads every value that aggregates name, of the submissions that count, once, item by item in the order they lie. */
async function scan(work: TableWork, aggregates: readonly Aggregate[]): Promise<void> {
  const index = lookup(work.pack)
  for (const offset of new Set(aggregates.map(a => a.offset))) {
    const read = aggregates.filter(a => a.offset === offset && a.over !== 'R')
    const named = read.flatMap(a => [a.value, a.where].flatMap(n => (n === null ? [] : columnsOf(n, { index, over: a.over }))))
    const inside = read.flatMap(a => nodeTables(a.where)).flatMap(t => index.table(t)?.columns.filter(c => ['dom_code', 'dom_main'].includes(c.item.key)) ?? [])
    const ids = [...new Set([...named, ...inside, ...['op_status'].flatMap(k => index.item(k) ?? [])])].flatMap(e => work.ground.sources.of(e, work.scope.year + offset).map(s => s.id))
    for (const id of ids) await work.ledger.sql.get(`select count(*) as n, cast(sum(v.num) as text) as s, max(v.txt) as t from submission c join value v on v.item = ${id} and v.submission = c.id where c.year = ${work.scope.year + offset} and c.state = 'accepted'`)
  }
}

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return performance.now() - from
}
async function best(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) times.push(await timed(run))
  return Math.min(...times)
}

async function measure(pack: Pack): Promise<void> {
  const prepared = await prepareTables(desk, scope)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem))
  const work = prepared.value
  let all = 0
  for (const spec of pack.tables) {
    const { aggregates } = programFor(spec, { ...work.frame, switches: {} })
    const made = await best(() => makeTable(work, spec.id))
    const bare = await best(() => scan(work, aggregates))
    all += made
    console.log(`${spec.id.padEnd(11)} ${aggregates.length} figures, ${made.toFixed(0)} ms, one scan ${bare.toFixed(0)} ms`)
    if (aggregates.some(a => a.over !== 'R')) report(`${spec.id} / one scan of its values`, made, bare, 4)
  }
  console.log(`all ${pack.tables.length} tables: ${(all / 1000).toFixed(1)} s`)
  const opened = await best(() => tablesLineage(desk, { table: 'T01', scope, row: 'rev', column: 'value', limit: 200 }))
  const bare = await best(() => scan(work, programFor(pack.tables[0] as Pack['tables'][number], { ...work.frame, switches: {} }).aggregates))
  console.log(`lineage of T01 revenue: ${opened.toFixed(0)} ms, one scan of the table's values ${bare.toFixed(0)} ms`)
  const missing = await best(() => registerMissing(desk, { region: '' }))
  console.log(`register missing: ${missing.toFixed(0)} ms; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

try {
  const loaded = desk.packs.get('annual-2026')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem))
  const took = await timed(() => makeLedger(desk, join(folder, '示例.ledger'), loaded.value.pack, units))
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`)
  console.log(`${units} units made in ${(took / 1000).toFixed(1)} s, ledger of ${Math.round(statSync(join(folder, '示例.ledger')).size / 2 ** 20)} MB`)
  await measure(loaded.value.pack)
} finally {
  desk.close()
  rmSync(folder, { recursive: true, force: true })
}
