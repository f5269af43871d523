/** A chart as plain data: a name a point, a value a series and point; null where there is none. Values are decimal texts. */
export interface Chart {
  readonly kind: 'bar' | 'line' | 'pie'
  readonly unit: string
  readonly names: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (string | null)[] }[]
}
/** Colours and the font a chart is drawn with. */
export interface ChartLook { readonly text: string; readonly line: string; readonly ground: string; readonly series: readonly string[]; readonly font: string }

/** Distinct in grey too: dark, middle, light, then the warm ones. */
export const paperLook: ChartLook = { text: '#17202B', line: '#CFD6DE', ground: '#FFFFFF', series: ['#1B5FAA', '#7C8896', '#A9C8EA', '#855000', '#1D6B3C'], font: '"Noto Serif CJK SC","SimSun",serif' }

/** What ECharts draws: no animation, patterns beside colours, figures at the marks where they fit. Positions are approximate by nature; the figures beside the chart are exact. */
export function chartOption(chart: Chart, look: ChartLook): Readonly<Record<string, unknown>> {
  const style = { color: look.text, fontFamily: look.font, fontSize: 12 }
  const common = { animation: false, color: look.series, backgroundColor: look.ground, textStyle: style, aria: { enabled: true, decal: { show: chart.series.length > 1 || chart.kind === 'pie' } } }
  if (chart.kind === 'pie') return { ...common, series: [pie(chart, style)] }
  const flat = chart.kind === 'bar' && chart.names.length > 8
  const names = { type: 'category', data: flat ? chart.names.toReversed() : chart.names, axisLabel: { ...style, interval: 0, width: flat ? 150 : 90, overflow: 'break' }, axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false } }
  const values = { type: 'value', name: chart.unit, nameTextStyle: style, axisLabel: style, splitLine: { lineStyle: { color: look.line } } }
  return {
    ...common,
    legend: { show: chart.series.length > 1, bottom: 0, textStyle: style },
    grid: { left: 12, right: flat ? 64 : 24, top: 36, bottom: chart.series.length > 1 ? 36 : 12, outerBoundsMode: 'same' },
    xAxis: flat ? values : names, yAxis: flat ? names : values,
    series: chart.series.map((s) => axisSeries(chart, s, { flat, style })),
  }
}

const numbers = (values: readonly (string | null)[]): readonly (number | null)[] => values.map((v) => (v === null ? null : Number(v)))

function axisSeries(chart: Chart, { name, values }: Chart['series'][number], { flat, style }: { flat: boolean; style: object }): object {
  const data = numbers(flat ? values.toReversed() : values)
  const label = { show: chart.series.length === 1, position: flat ? 'right' : 'top', ...style }
  return { type: chart.kind, name, data, label, ...(chart.kind === 'bar' ? { barMaxWidth: 28 } : { symbolSize: 7, connectNulls: false }) }
}

function pie(chart: Chart, style: object): object {
  const values = numbers(chart.series[0]?.values ?? [])
  return { type: 'pie', radius: ['0%', '68%'], center: ['50%', '52%'], label: { ...style, formatter: '{b} {d}%' }, data: chart.names.map((name, at) => ({ name, value: values[at] ?? 0 })) }
}
