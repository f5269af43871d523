/** A paste of 2,000 cells through the handler against a bare durable transaction of the same rows; goals: shown and committed in 1 s, ≤ 25 times the bare one. */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCalls } from '../electron/handlers/call.ts'
import { report } from './support/report.ts'

const folder = mkdtempSync(join(process.env.JIANBAO_BENCH_DIR ?? tmpdir(), 'jianbao-paste-'))
const seedsDir = resolve(import.meta.dirname, '../seeds')
const { call, close } = startCalls({ now: () => new Date(), osUser: 'bench', appVersion: '0', seedsDir, dataDir: folder, exportDir: '', pdf: null })
const added = await call('unit.add', { name: '甲', uscc: '91330114MAY0A1K2XU', unitSeq: '00', pack: 'annual-2026' })
if (!added.ok) throw new Error('no unit')
const { filing } = added.value
const rows = Array.from({ length: 250 }, (_, n) => ({
  table: 'instruments',
  cells: { eq_no: `SB-${n}`, eq_name: `气相色谱仪 ${n}`, eq_origin: '1', eq_maker: '示例仪器厂', eq_buy: '2024-05', eq_price: `${n}.50`, eq_domain: '03', eq_open: '2' },
}))

const bare = new Database(join(folder, 'bare.db'))
bare.pragma('journal_mode = WAL')
bare.pragma('synchronous = FULL')
bare.exec('create table cell (row integer, item text, text text, primary key (row, item)) strict, without rowid')
const put = bare.prepare('insert into cell values (?, ?, ?) on conflict do update set text = excluded.text')
const twinPaste = bare.transaction(() => rows.forEach((row, n) => Object.entries(row.cells).forEach(([item, text]) => put.run(n, item, text))))

const paste: number[] = []
const twin: number[] = []
const undo: number[] = []
for (let n = 0; n < 12; n++) {
  bare.exec('delete from cell')
  twin.push(await timed(() => twinPaste()))
  paste.push(await timed(() => asked(call('filing.apply', { filing, label: 'paste', cells: [], rows }))))
  undo.push(await timed(() => asked(call('filing.undo', { filing }))))
}
report('paste of 2,000 cells, committed', middle(paste), middle(twin), 25)
report('undo of that paste', middle(undo), middle(twin), 25)
bare.close()
close()
rmSync(folder, { recursive: true, force: true })

function middle(list: readonly number[]): number {
  return list.slice(2).toSorted((a, b) => a - b)[5] ?? NaN
}

async function asked(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await answer).ok) throw new Error('refused')
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
