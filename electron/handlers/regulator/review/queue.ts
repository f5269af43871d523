import type { Request } from '../../../../core/contract.ts'
import type { QueueLine, ReviewAnswers } from '../../../../core/contract/regulator/review.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { attentionOf } from '../../../../core/review/attention.ts'
import type { CleanFacts } from '../../../../core/review/clean.ts'
import { groupedBy } from '../../../../core/review/grouped.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { queryCounts } from '../../../ledger/store/query.ts'
import { differenceCounts, reviewedIn, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import { standingStates } from '../../../ledger/store/standing.ts'
import type { Desk } from '../../desk.ts'
import { signalsOf, type Signals } from './signals.ts'

type Answer = ReviewAnswers['review.queue']
type Group = keyof Answer['counts']
const groups: readonly Group[] = ['in_review', 'returned', 'accepted', 'other']
type Counts = QueueLine['queries']

/** A submission in the queue: its line without the difference to the one before, and what decides on it. */
export interface Queued { readonly row: ReviewedRow; readonly line: QueueLine; readonly group: Group; readonly facts: CleanFacts; readonly before: number | null }

/** Every submission of a year: what waits for a decision first, and in it what asks to be looked at first. */
export async function queueOf(desk: Desk, ledger: Ledger, year: number): Promise<readonly Queued[]> {
  const rows = await reviewedIn(ledger.sql, year)
  const signals = await signalsOf(desk, ledger, year)
  const queries = await queriesByUnit(ledger, year)
  const units = groupedBy(rows, row => `${row.unit_id}/${row.year}`)
  const queued = rows.map(row => queuedOf(row, { of: units.get(`${row.unit_id}/${row.year}`) ?? [row], signals, queries: queries.get(row.unit_id) ?? [] }))
  return queued.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || b.line.attention - a.line.attention || (a.line.since < b.line.since ? -1 : a.line.since > b.line.since ? 1 : a.row.id - b.row.id))
}

type Counted = Awaited<ReturnType<typeof queryCounts>>[number]
async function queriesByUnit(ledger: Ledger, year: number): Promise<ReadonlyMap<string, readonly Counted[]>> {
  return groupedBy(await queryCounts(ledger.sql, year), row => row.unit_id)
}

interface Around { readonly of: readonly ReviewedRow[]; readonly signals: Signals; readonly queries: readonly Counted[] }
const stands = (row: ReviewedRow): boolean => (standingStates as readonly string[]).includes(row.state)

function queuedOf(row: ReviewedRow, around: Around): Queued {
  const { of, signals, queries } = around
  const sum = (state: string): number => queries.filter(one => one.state === state).reduce((n, one) => n + one.n, 0)
  const counts: Counts = { draft: sum('draft'), sent: sum('sent'), answered: sum('answered'), closed: sum('closed') }
  const newer = of.filter(one => one.submit_no > row.submit_no && stands(one)).at(-1)?.submit_no ?? null
  const before = of.filter(one => one.submit_no < row.submit_no && (stands(one) || one.state === 'superseded')).toSorted((a, b) => b.submit_no - a.submit_no)[0]?.id ?? null
  const outliers = (signals.outliers.get(row.id) ?? []).map(one => one.name)
  const { copied = 0, sharers = 0 } = signals.copied.get(row.id) ?? {}
  const unanswered = queries.filter(one => one.state === 'sent' && one.submission !== row.id).reduce((n, one) => n + one.n, 0)
  const judged = attentionOf({
    verdict: row.verdict, changed: row.changed, mismatches: row.mismatches, trust: row.trust, late: row.late !== 0, handFiled: row.hand_filed !== 0, errors: row.errors,
    boilerplate: signals.empty.get(row.id) ?? 0, copied, sharers, outliers, unanswered: row.state === 'in_review' ? unanswered : 0,
  })
  const line: QueueLine = {
    submission: row.id, unit: row.unit_id, name: row.register_name ?? row.org_name, submitNo: row.submit_no, state: row.state, verdict: row.verdict, changed: row.changed, receipt: row.receipt,
    errors: row.errors, warnings: row.warnings, unexplained: row.unexplained, differences: 0, queries: counts, since: row.state_at, trust: row.trust, handFiled: row.hand_filed !== 0, late: row.late !== 0, ...judged,
  }
  return {
    row, line, before, group: groupOf(row),
    facts: { state: row.state, verdict: row.verdict, errors: row.errors, unexplained: row.unexplained, trust: row.trust, drafts: counts.draft, open: counts.sent + counts.answered, newer },
  }
}

const groupOf = ({ state }: ReviewedRow): Group => (state === 'in_review' || state === 'received' ? 'in_review' : state === 'returned' || state === 'accepted' ? state : 'other')

/** Lines with the number of cells that differ from the submission before. */
export async function withDifferences(ledger: Ledger, queued: readonly Queued[]): Promise<readonly QueueLine[]> {
  const pairs = queued.flatMap(one => (one.before === null ? [] : [[one.row.id, one.before] as const]))
  const counts = await differenceCounts(ledger.sql, pairs)
  return queued.map(({ row, line }) => ({ ...line, differences: counts.get(row.id) ?? 0 }))
}

/** The queue by state, searched by name, code or receipt code. */
export async function reviewQueue(desk: Desk, args: Request<'review.queue'>): Promise<Result<Answer>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const ledger = at.value
  const all = (await queueOf(desk, ledger, ledger.info.year)).filter(one => matches(one, args.search))
  const counts = Object.fromEntries(groups.map(group => [group, all.filter(one => one.group === group).length])) as Answer['counts']
  const shown = args.state === 'all' ? all : all.filter(one => one.group === args.state)
  return ok({ lines: await withDifferences(ledger, shown.slice(args.offset, args.offset + args.limit)), total: shown.length, counts })
}

const bare = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '')

function matches({ row, line }: Queued, search: string): boolean {
  const words = search.trim().toUpperCase()
  if (words === '') return true
  return line.name.toUpperCase().includes(words) || row.org_name.toUpperCase().includes(words) || bare(row.unit_id).includes(bare(words)) || bare(row.receipt).includes(bare(words))
}
