/**
 * Intake of INTAKE_FILES (default 400) submissions: parsing in one and two reader processes against a naive SheetJS loop (goals ≥ 8 times as fast, two ≥ 1.7 times one),
 * and taken in end to end against parsing alone (goal ≤ 3 times); memory of every process (goal ≤ 250 MB).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { read, utils } from 'xlsx'
import { startCalls } from '../electron/handlers/call.ts'
import { liveBatch } from '../electron/handlers/regulator/intake/live.ts'
import { examineWorkbook } from '../electron/excel/verifyWorkbook.ts'
import { openShelf } from '../electron/packs.ts'
import { nodeReaders } from '../electron/reader/nodeFork.ts'
import { openPool, usualPool } from '../electron/reader/pool.ts'
import { readFile } from '../electron/reader/readFile.ts'
import { good } from '../tests/support/desk.ts'
import { nameOf, sealedUnit, usccOf } from '../tests/support/submissions.ts'
import { report } from './support/report.ts'

const count = Number(process.env['INTAKE_FILES'] ?? 400)
const seedsDir = resolve(import.meta.dirname, '../seeds')
const folder = mkdtempSync(join(tmpdir(), 'bench-intake-'))
const inbox = join(folder, 'in')
mkdirSync(inbox)
const paths = Array.from({ length: count }, (_, i) => {
  const path = join(inbox, `${String(i).padStart(6, '0')}.xlsx`)
  writeFileSync(path, sealedUnit({ n: i + 1, kind: (['enterprise', 'institution', 'government'] as const)[i % 3] ?? 'enterprise' }).bytes)
  return path
})
const timed = async (work: () => Promise<void> | void): Promise<number> => { const from = performance.now(); await work(); return performance.now() - from }
let top = 0
const watch = (of: () => readonly (number | null)[]): (() => void) => {
  const timer = setInterval(() => { for (const bytes of of()) top = Math.max(top, bytes ?? 0) }, 50)
  return () => clearInterval(timer)
}

/** Everything a reader does with a file, in so many processes; packs are loaded and code is warm before. */
async function parse(readers: number): Promise<number> {
  const pool = openPool(nodeReaders, { ...usualPool(seedsDir, '', () => new Date()), readers })
  const each = async (list: readonly string[]): Promise<void> => {
    const queue = [...list]
    await Promise.all(Array.from({ length: pool.lanes }, async () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const got = good(await pool.read({ path, member: null, named: true, known: [] }))
        if (got.kind !== 'read' || got.verification.verdict !== 'sealed') throw new Error(path)
      }
    }))
  }
  const stop = watch(pool.memory)
  await each(paths.slice(0, 60 * readers))
  const took = await timed(() => each(paths))
  stop()
  pool.close()
  return took
}

function naive(path: string): void {
  const book = read(readFileSync(path))
  for (const name of book.SheetNames) utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 })
}
const at = { shelf: openShelf(seedsDir), now: new Date() }
const audited = (path: string): void => { readFile(at, { path, member: null, named: true, known: [] }, () => undefined) }
const verified = (path: string): void => { examineWorkbook(readFileSync(path), path, () => 'known') }

/** Milliseconds of processor a file, the kinds of work in turn so that a busy machine slows all alike. */
function processor(works: readonly ((path: string) => void)[]): readonly number[] {
  const spent = works.map(() => [] as number[])
  for (let round = 0; round < 45; round++) {
    for (const [i, work] of works.entries()) {
      const from = process.cpuUsage()
      for (const path of paths.slice(0, 3)) work(path)
      const { user, system } = process.cpuUsage(from)
      spent[i]?.push((user + system) / 3000)
    }
  }
  return spent.map((list) => list.slice(15).toSorted((a, b) => a - b)[15] ?? NaN)
}

async function endToEnd(): Promise<number> {
  const engine = startCalls({ now: () => new Date('2027-03-18T02:30:00Z'), osUser: '示例', appVersion: '0', seedsDir, dataDir: join(folder, 'data'), exportDir: '', pdf: null })
  good(await engine.call('ledger.create', { place: { path: join(folder, 'a.ledger') }, region: '', bureau: '示例', pack: 'annual-2026' }))
  const register = join(folder, 'register.csv')
  writeFileSync(register, ['统一社会信用代码,单位序号,机构名称,区县代码', ...paths.map((_, i) => `${usccOf(i + 1)},00,${nameOf(i + 1)},330114`)].join('\r\n'))
  good(await engine.call('register.import', { path: register, effective: '2027-01-01', reason: '' }))
  const took = await timed(async () => {
    const { batch } = good(await engine.call('intake.start', { paths: [inbox] }))
    const live = liveBatch(engine.desk, good(await engine.desk.ledger()), batch)
    const stop = watch(() => live?.memory() ?? [])
    const failed = await live?.finished
    stop()
    if (failed || live?.progress().counts.sealed !== count) throw new Error(JSON.stringify(live?.progress()))
  })
  engine.close()
  return took
}

const [slow = NaN, checked = NaN, full = NaN] = processor([naive, verified, audited])
report('verified in full / naive SheetJS loop, processor', checked, slow, 1 / 8)
report('verified, computed again, audited / naive', full, slow, 1 / 5)
const ones = [await parse(1)]
const twos = [await parse(2), await parse(2)]
ones.push(await parse(1))
const [single, two] = [Math.min(...ones) / count, Math.min(...twos) / count]
console.log(`${count} files: one reader ${(1000 / single).toFixed(0)}/s, two ${(1000 / two).toFixed(0)}/s`)
report('two readers / one (needs a quiet machine)', two, single, 1 / 1.7)
const whole = (await endToEnd()) / count
report('taken in end to end / parsed only', whole, two, 3)
const mb = (bytes: number): number => bytes / (1 << 20)
console.log(`memory: largest reader ${mb(top).toFixed(0)} MB, engine ${mb(process.memoryUsage().rss).toFixed(0)} MB (with this bench in it)`)
report('memory of the largest reader, MB', mb(top), 250, 1)
rmSync(folder, { recursive: true })
