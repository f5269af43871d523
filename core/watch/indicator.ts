import { formatAmount } from '../amount.ts'
import type { TableResult, TableRow } from '../contract/regulator/tables.ts'
import type { Indicator, Lamp } from '../contract/regulator/watch.ts'
import { rounded } from '../review/fraction.ts'
import { lampOf, type LampState } from './lamp.ts'
import type { Watch } from './schema.ts'

/** The indicators of one table with their lamps. `corrected`: the same table under its corrected labels. */
export function indicatorsOf(watch: Watch, which: 'indicators' | 'themes', made: { readonly table: TableResult; readonly corrected: TableResult | null }): readonly Indicator[] {
  const { except, actual } = watch[which]
  return made.table.rows
    .filter((row) => row.kind === 'data' && !except.includes(row.key) && row.cells.some((c) => c.column === actual))
    .map((row) => indicatorOf(watch, which, { table: made.table, row, corrected: made.corrected?.rows.find((r) => r.key === row.key) ?? row }))
}

interface At { readonly table: TableResult; readonly row: TableRow; readonly corrected: TableRow }

function indicatorOf(watch: Watch, which: 'indicators' | 'themes', { table, row, corrected }: At): Indicator {
  const spec = watch[which]
  const { year } = table.caption
  const exact = (column: string): string | null => row.cells.find((c) => c.column === column)?.exact ?? null
  const series = spec.points
    .map((p) => ({ year: p.year ?? year + (p.offset ?? 0), value: exact(p.column), kind: p.kind, source: '' }))
    .filter((p, at, all) => all.findIndex((q) => q.year === p.year && (q.value !== null || p.value === null)) === at)
    .toSorted((a, b) => a.year - b.year)
  const base = spec.base === 'zero' ? '0' : exact(spec.base)
  const [actual, target] = [exact(spec.actual), exact(spec.target)]
  const state = lampOf(watch, { base, actual, target, year })
  const decimals = decimalsOf(row.cells.find((c) => c.column === spec.actual)?.text ?? '', [actual, target, spec.base === 'zero' ? null : base])
  const label = corrected.labels.at(-1) ?? ''
  const named = { key: row.key, ...levels(row), label: row.labels.at(-1) ?? '', corrected: label, unit: unitIn(label, table.caption.unit), decimals }
  const show = (value: LampState['gap']): string | null => value && formatAmount(rounded(value, decimals), decimals, { grouped: true })
  const [gap, expected] = [show(state.gap), show(state.expected)]
  return {
    ...named, series, base: spec.base === 'zero' ? null : base, actual, target, targetYear: watch.targetYear,
    done: state.done, progress: state.progress, due: state.due, gap, expected, needed: state.needed, lamp: state.lamp,
    sentence: sentenceOf(state, { gap, expected, unit: named.unit, target }), table: table.id, row: row.key, column: spec.actual,
  }
}

function levels(row: TableRow): { readonly level1: string; readonly level2: string } {
  return row.labels.length >= 3 ? { level1: row.labels[0] ?? '', level2: row.labels[1] ?? '' } : { level1: '', level2: '' }
}

/** The unit in a label's last brackets, else the table's first. */
const unitIn = (label: string, caption: string): string => /（([^（）]{1,6})）$/.exec(label)?.[1] ?? caption.split(/[；，、]/)[0] ?? ''

/** As many decimals as the figures have, at most four. */
function decimalsOf(text: string, values: readonly (string | null)[]): number {
  const shown = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return Math.min(4, Math.max(shown, ...values.map((v) => (v?.includes('.') ? v.replace(/0+$/, '').length - v.indexOf('.') - 1 : 0)).filter((n) => n <= 4)))
}

function sentenceOf({ lamp, needed }: LampState, say: { readonly gap: string | null; readonly expected: string | null; readonly unit: string; readonly target: string | null }): string {
  const need = needed === null ? '' : `，须年增 ${needed}%`
  switch (lamp) {
    case 'none': return say.target === null ? '没有录入目标。' : say.gap === null ? '没有本年数。' : `到目标还差 ${say.gap} ${say.unit}，没有基期数，不判断快慢。`
    case 'reached': return '已达到目标。'
    default: return `${say.expected === null ? '' : `按时序应达 ${say.expected} ${say.unit}；`}到目标还差 ${say.gap} ${say.unit}${need}。`
  }
}

/** How many lamps of each kind. */
export function lampCounts(indicators: readonly Indicator[]): Readonly<Record<Lamp, number>> {
  const counts = { reached: 0, normal: 0, slow: 0, behind: 0, none: 0 }
  for (const { lamp } of indicators) counts[lamp]++
  return counts
}
