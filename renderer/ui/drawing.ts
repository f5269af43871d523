import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

register([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer])

/** An SVG drawing on an element. */
export const drawing = (on: HTMLElement): ECharts => init(on, null, { renderer: 'svg' })
