import { useEffect, useRef } from 'react'
import { chartOption, type Chart, type ChartLook } from '../../core/chart/chart.ts'
import { useSettings } from '../store/app.ts'
import { t } from '../text/texts.ts'

const lookOf = (): ChartLook => {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return { text: read('--text2'), line: read('--hair'), ground: read('--surface'), series: [read('--accent'), read('--edge'), read('--verify'), read('--done'), read('--text3')], font: read('--font') }
}

const draw = async (on: HTMLElement, chart: Chart): Promise<() => void> => {
  const { drawing } = await import('./drawing.ts')
  const made = drawing(on)
  made.setOption(chartOption(chart, lookOf()))
  const watch = new ResizeObserver(() => made.resize())
  watch.observe(on)
  return () => { watch.disconnect(); made.dispose() }
}

/** The figures of a chart as a table, for whoever cannot or would not look at the picture. */
const Data = ({ chart, title }: { chart: Chart; title: string }) => (
  <details className="chart-data">
    <summary>{t.tables.showData}</summary>
    <table aria-label={`${title} ${t.tables.chartTable}`}>
      <thead><tr><th scope="col">{chart.unit}</th>{chart.series.map((s) => <th key={s.name} scope="col" className="num">{s.name}</th>)}</tr></thead>
      <tbody>{chart.names.map((name, at) => <tr key={name}><th scope="row">{name}</th>{chart.series.map((s) => <td key={s.name} className="num">{s.values[at] ?? t.office.none}</td>)}</tr>)}</tbody>
    </table>
  </details>
)

/** Lying bars need a line each. */
const heightOf = (chart: Chart): number => (chart.kind === 'bar' && chart.names.length > 8 ? 70 + chart.names.length * 22 * chart.series.length : 300)

/** A chart drawn as SVG in the page's colours, with its figures beside it. */
export const ChartView = ({ chart, title, height = heightOf(chart) }: { chart: Chart; title: string; height?: number }) => {
  const { theme } = useSettings()
  const on = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let gone = false
    let end: (() => void) | null = null
    if (on.current) void draw(on.current, chart).then((stop) => { if (gone) stop(); else end = stop })
    return () => { gone = true; end?.() }
  }, [chart, theme])
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={on} style={{ height }} role="img" aria-label={`${title}。${chart.names.map((name, at) => `${name} ${chart.series.map((s) => s.values[at] ?? t.office.none).join('、')}`).join('；')}`} data-chart={title} />
      <Data chart={chart} title={title} />
    </figure>
  )
}
