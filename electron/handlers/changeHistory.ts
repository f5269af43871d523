import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import type { HistoryLine } from '../../core/contract/safety.ts'
import { beijing } from '../clock.ts'
import { csvOf } from '../csvTable.ts'
import { lastYear } from '../db/change.ts'
import { filingById } from '../db/filing.ts'
import { historyCount, historyOf, peopleIn, type HistoryFilter, type HistoryRow } from '../db/history.ts'
import { tableWorkbook } from '../excel/plainTable.ts'
import { writeOver } from '../files.ts'
import { nameOf, ofLastYear } from './compare.ts'
import { columnsOf } from './bin.ts'
import { found, type Desk } from './desk.ts'

const EXPORTED = 1_000_000
const head = ['时间', '填报人', '系统用户', '动作', '表号', '指标', '指标名称', '行号', '行', '原值', '新值', '原因']
const widths = [18, 12, 12, 12, 8, 18, 30, 6, 18, 24, 24, 24]
const acts: Readonly<Record<string, string>> = { cell: '改值', add: '增加一行', delete: '删除一行', move: '移动一行', explain: '写说明', note: '写附注', seal: '封存', reopen: '重新打开' }

/** The changes of a filing that fit, newest first. */
export function historyList(desk: Desk, args: Request<'history.list'>): Result<Answer<'history.list'>> {
  const at = placeOf(desk, args.filing)
  if (!at.ok) return at
  const { db, pack } = at.value
  const filter = filterOf(args)
  const lines = historyOf(db, filter, { before: args.before ?? null, limit: args.limit }).map(row => lineOf(desk, pack, row))
  return ok({ total: historyCount(db, filter), people: peopleIn(db, args.filing), lines })
}

/** Writes the changes that fit, oldest first, as a workbook, or as CSV where the name asks for it. */
export function historyExport(desk: Desk, args: Request<'history.export'>): Result<Answer<'history.export'>> {
  const at = placeOf(desk, args.filing)
  if (!at.ok) return at
  const lines = historyOf(at.value.db, filterOf(args), { before: null, limit: EXPORTED }).map(row => lineOf(desk, at.value.pack, row)).toReversed()
  const rows = lines.map(l => [beijing(new Date(l.at)), l.userName, l.osUser, actOf(l), l.form, l.item, l.label, l.row === null ? '' : String(l.row), l.rowKey ?? '', l.old, l.now, l.reason ?? ''])
  const written = writeOver(args.path, /\.csv$/i.test(args.path) ? csvOf([head, ...rows]) : tableWorkbook({ sheet: '变更记录', head: head.map((name, i) => ({ name, width: widths[i] ?? 12 })), rows }))
  return written.ok ? ok({ path: written.value, lines: lines.length }) : written
}

function placeOf(desk: Desk, id: number): Result<{ readonly db: Parameters<typeof historyOf>[0]; readonly pack: string }> {
  const store = desk.store()
  if (!store.ok) return store
  const filing = found(filingById(store.value.read, id), '填报')
  return filing.ok ? ok({ db: store.value.read, pack: filing.value.pack }) : filing
}

/** Days are days in Beijing, both included. */
function filterOf(args: Pick<Request<'history.export'>, 'filing' | 'item' | 'person' | 'from' | 'to'>): HistoryFilter {
  const start = (day: string, plus: number): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + plus * 86_400_000).toISOString()
  return {
    filing: args.filing, item: args.item ?? null, person: args.person ?? null,
    from: args.from ? start(args.from, 0) : null, to: args.to ? start(args.to, 1) : null,
  }
}

function lineOf(desk: Desk, pack: string, row: HistoryRow): HistoryLine {
  const { filing: _, about: __, ...line } = row
  return { ...line, ...calledIn(desk, pack, row) }
}

/** What a change is about, in the pack's words. */
export function calledIn(desk: Desk, pack: string, row: Pick<HistoryRow, 'kind' | 'item' | 'about'>): { readonly form: string; readonly label: string } {
  if (row.kind === 'explain') return { form: '', label: titleOf(desk, pack, row.item) }
  const named = nameOf(desk, pack, row.item)
  const isTable = row.kind === 'add' || row.kind === 'delete' || row.kind === 'move'
  const label = isTable && row.item !== '' ? columnsOf(desk, pack, row.item).name : named.label
  return { form: named.form, label: row.kind === 'note' ? `${label}（附注）` : row.about === lastYear ? ofLastYear(label) : label }
}

/** What a rule is called by its pack; without the pack, its number. */
function titleOf(desk: Desk, pack: string, rule: string): string {
  const loaded = desk.packs.get(pack)
  return (loaded.ok ? loaded.value.pack.rules.find(r => r.id === rule)?.title : undefined) ?? rule
}

function actOf(line: HistoryLine): string {
  if (line.item === '' && line.kind === 'delete') return '移入回收站'
  if (line.item === '' && line.kind === 'add') return '从回收站恢复'
  return acts[line.kind] ?? line.kind
}
