import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { chartOption, paperLook, type Chart } from '../../core/chart/chart.ts'

register([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer])

/** A chart as SVG text for a printed page, drawn without a window. */
export function chartSvg(chart: Chart, size: { readonly width: number; readonly height: number }): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    drawing.setOption(chartOption(chart, paperLook))
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}
