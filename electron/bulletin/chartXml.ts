import type { Chart } from '../../core/chart/chart.ts'

const esc = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const fills = ['1B5FAA', '7C8896', 'A9C8EA', '855000', '1D6B3C', 'BBC6D1']
const fill = (at: number): string => `<c:spPr><a:solidFill><a:srgbClr val="${fills[at % fills.length]}"/></a:solidFill></c:spPr>`
const stroke = (at: number): string => `<c:spPr><a:ln w="25400"><a:solidFill><a:srgbClr val="${fills[at % fills.length]}"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/></c:marker>`

/** A chart as a DrawingML part (ECMA-376, 21.2): Word draws it itself, sharp at any size and without a picture. */
export function chartXml(chart: Chart, title: string): string {
  const plot = chart.kind === 'pie' ? pie(chart) : axes(chart)
  const legend = chart.kind === 'pie' || chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''
  const font = '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + `<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1050" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1050" b="1"/><a:t>${esc(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`
    + `<c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${font}</c:chartSpace>`
}

function axes(chart: Chart): string {
  const flat = chart.kind === 'bar' && chart.names.length > 8
  const list = chart.series.map((s, at) => `<c:ser>${seriesHead(chart, at)}${chart.kind === 'bar' ? `${fill(at)}<c:invertIfNegative val="0"/>` : stroke(at)}${labels(chart.series.length === 1)}${points(chart, s.values)}</c:ser>`).join('')
  const body = chart.kind === 'bar'
    ? `<c:barChart><c:barDir val="${flat ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${list}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${list}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`
  const names = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${flat ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${flat ? 'l' : 'b'}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`
  const unit = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="900" b="0"/><a:t>${esc(chart.unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  const values = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${flat ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="CFD6DE"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${unit}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="${flat ? 'max' : 'autoZero'}"/></c:valAx>`
  return body + names + values
}

function pie(chart: Chart): string {
  const colours = chart.names.map((_, at) => `<c:dPt><c:idx val="${at}"/><c:bubble3D val="0"/>${fill(at)}</c:dPt>`).join('')
  const marks = '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbls>'
  return `<c:pieChart><c:varyColors val="1"/><c:ser>${seriesHead(chart, 0)}${colours}${marks}${points(chart, chart.series[0]?.values ?? [])}</c:ser></c:pieChart>`
}

const seriesHead = (chart: Chart, at: number): string =>
  `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Sheet1!$${String.fromCharCode(66 + at)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${esc(chart.series[at]?.name ?? '')}</c:v></c:pt></c:strCache></c:strRef></c:tx>`

const labels = (shown: boolean): string =>
  `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="${shown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`

function points(chart: Chart, values: readonly (string | null)[]): string {
  const names = chart.names.map((name, at) => `<c:pt idx="${at}"><c:v>${esc(name)}</c:v></c:pt>`).join('')
  const figures = values.map((v, at) => (v === null ? '' : `<c:pt idx="${at}"><c:v>${v}</c:v></c:pt>`)).join('')
  return `<c:cat><c:strLit><c:ptCount val="${chart.names.length}"/>${names}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${figures}</c:numLit></c:val>`
}
