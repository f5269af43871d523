import { useMemo } from 'react'
import type { Indicator, MonitorView, Warning } from '../../../core/contract/regulator/watch.ts'
import type { Chart } from '../../../core/chart/chart.ts'
import { t } from '../../text/texts.ts'
import { ChartView } from '../../ui/ChartView.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { LampMark } from './Lamp.tsx'
import { nameOf, ofKind, useMonitor } from './monitor.ts'

const FEW = 3

/** Known years, and the straight path from the first known base to the target. */
const chartOf = (one: Indicator, name: string): Chart => {
  const known = new Map(one.series.filter((p) => p.kind !== 'target' && p.value !== null).map((p) => [p.year, p.value]))
  const first = Math.min(one.targetYear, ...known.keys())
  const years = Array.from({ length: one.targetYear - first + 1 }, (_, n) => first + n)
  const goal = one.series.find((p) => p.kind === 'target')?.value ?? one.target
  return {
    kind: 'line', unit: one.unit, names: years.map(String),
    series: [{ name, values: years.map((year) => known.get(year) ?? null) }, { name: t.monitor.target(goal ?? t.office.none), values: years.map((year) => (year === one.targetYear ? goal : null)) }],
  }
}

const Chosen = ({ one }: { one: Indicator }) => {
  const labels = useMonitor((s) => s.labels)
  const name = nameOf(one, labels)
  const chart = useMemo(() => chartOf(one, name), [one, name])
  return (
    <section className="monitor-part" data-chosen={one.key}>
      <header className="monitor-chosen"><h2>{name}</h2><LampMark lamp={one.lamp} /></header>
      <p className="grey-2">{one.sentence}</p>
      <ChartView chart={chart} title={t.monitor.series(name)} height={206} />
    </section>
  )
}

/** One warning: what, with its values; pressing it opens the evidence. */
export const WarningLine = ({ one }: { one: Warning }) => (
  <li data-warning={one.id}>
    <button type="button" className="warning-line" onClick={() => void useMonitor.getState().open(one.id)}>
      <span className={one.severity === 'high' ? 'c-stop' : 'c-verify'}><Icon name={one.up === true ? 'up' : one.up === false ? 'down' : 'verify'} size={14} /></span>
      <span><span className="warning-title">{one.title}</span><span className="grey-2 small warning-sentence">{one.sentence}</span></span>
    </button>
  </li>
)

const Group = ({ kind, list }: { kind: Warning['kind']; list: readonly Warning[] }) => (list.length === 0 ? null : (
  <section className="monitor-part">
    <header className="monitor-chosen"><h3>{t.monitor.kinds[kind]}</h3><button type="button" className="link" onClick={() => useMonitor.getState().show('warnings')}>{t.monitor.all(list.length)}</button></header>
    <ul>{list.slice(0, FEW).map((one) => <WarningLine key={one.id} one={one} />)}</ul>
  </section>
))

/** The side panel: the chosen indicator with its line, then what should be looked at. */
export const MonitorSide = ({ view, list }: { view: MonitorView; list: readonly Indicator[] }) => {
  const chosen = useMonitor((s) => s.chosen)
  const one = list.find(({ key }) => key === chosen) ?? list[0]
  return (
    <aside className="panel monitor-side" aria-label={t.monitor.title} data-region="panel" tabIndex={-1}>
      {one && <Chosen one={one} />}
      {(['jump', 'outlier', 'certificate', 'concentration', 'late', 'share'] as const).map((kind) => <Group key={kind} kind={kind} list={ofKind(view.warnings, kind)} />)}
    </aside>
  )
}
