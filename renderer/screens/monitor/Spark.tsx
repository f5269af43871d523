import type { Indicator } from '../../../core/contract/regulator/watch.ts'

const WIDE = 104
const HIGH = 30

/** A small line of known years against the straight path to the target; the figures stand in the row, so it is hidden from readers. */
export const Spark = ({ one }: { one: Indicator }) => {
  const known = one.series.filter((p) => p.kind !== 'target' && p.value !== null).map((p) => ({ year: p.year, value: Number(p.value) }))
  const goal = one.target === null ? null : { year: one.targetYear, value: Number(one.target) }
  const all = goal ? [...known, goal] : known
  if (known.length === 0) return <span className="grey" aria-hidden="true">—</span>
  const [first, last] = [Math.min(...all.map((p) => p.year)), Math.max(...all.map((p) => p.year))]
  const [low, high] = [Math.min(...all.map((p) => p.value)), Math.max(...all.map((p) => p.value))]
  const at = ({ year, value }: { year: number; value: number }): readonly [number, number] => [5 + ((year - first) / Math.max(1, last - first)) * (WIDE - 10), HIGH - 6 - ((value - low) / (high - low || 1)) * (HIGH - 12)]
  const line = (points: readonly { year: number; value: number }[]): string => points.map((p) => at(p).map((n) => n.toFixed(1)).join(',')).join(' ')
  const start = known.find((p) => p.year === 2023) ?? known[0]
  const now = known.at(-1)
  return (
    <svg className="spark" width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      {goal && start && <polyline points={line([start, goal])} className="spark-path" />}
      <polyline points={line(known)} className="spark-line" />
      {now && <circle cx={at(now)[0]} cy={at(now)[1]} r="3" className="spark-now" />}
      {goal && <circle cx={at(goal)[0]} cy={at(goal)[1]} r="3" className="spark-goal" />}
    </svg>
  )
}
