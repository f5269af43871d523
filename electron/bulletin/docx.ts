import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import type { BulletinBlock } from '../../core/contract/regulator/watch.ts'
import { repack } from '../excel/repack.ts'
import { chartXml } from './chartXml.ts'

const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }
const hei = { ascii: 'Arial', eastAsia: '黑体', hAnsi: 'Arial' }
const mark = (at: number): string => `@@chart${at}@@`

/** The bulletin as a Word document: 宋体, tables that repeat their heads, charts that Word draws itself. */
export async function bulletinDocx(title: string, blocks: readonly BulletinBlock[]): Promise<Uint8Array> {
  const charts = blocks.filter((b) => b.chart !== null)
  const children = blocks.flatMap((block) => parts(block, charts.indexOf(block)))
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'], size: 18, font: song })] })] })
  const document = new Document({
    title, creator: '检报', styles: { default: { document: { run: { font: song, size: 24 } } } },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1304, left: 1474, right: 1474 } } }, footers: { default: footer }, children }],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  return repack(bytes, (xml) => { charts.forEach((block, at) => addChart(xml, block, at)); fixTimes(xml) })
}

function parts(block: BulletinBlock, chartAt: number): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title': return [new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: block.text, font: hei, size: 36, bold: true, color: '000000' })] })]
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { before: 240, after: 120 }, children: [new TextRun({ text: block.text, font: hei, size: 28, bold: true, color: '000000' })] })]
    case 'text': return block.text.split('\n').map((line) => new Paragraph({ spacing: { line: 400 }, indent: { firstLine: 480 }, alignment: AlignmentType.JUSTIFIED, children: [new TextRun({ text: line })] }))
    case 'table': return [caption(block.text), grid(block.rows), new Paragraph({ text: '' })]
    case 'chart': return [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: mark(chartAt) })] })]
  }
}

const caption = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 }, keepNext: true, children: [new TextRun({ text, font: hei, size: 21 })] })

/** Width of the text in twentieths of a point. */
const WIDTH = 8958

/** Names get a good third, figures share the rest. */
function grid(rows: readonly (readonly string[])[]): Table {
  const figures = Math.max(1, (rows[0]?.length ?? 2) - 1)
  const first = Math.round(WIDTH * (figures > 4 ? 0.26 : 0.36))
  const columnWidths = [first, ...Array.from({ length: figures }, () => Math.floor((WIDTH - first) / figures))]
  const line = (row: readonly string[], head: boolean): TableRow => new TableRow({
    tableHeader: head, cantSplit: true,
    children: row.map((text, column) => new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 }, ...(head ? { shading: { fill: 'F2F2F2' } } : {}),
      children: [new Paragraph({ alignment: head ? AlignmentType.CENTER : column === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [new TextRun({ text, size: 20, bold: head })] })],
    })),
  })
  return new Table({ width: { size: WIDTH, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED, rows: rows.map((row, at) => line(row, at === 0)) })
}

const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

/** Puts a chart where its mark stands: the part, its type, its relation, and the frame in the text. */
function addChart(xml: Map<string, string>, block: BulletinBlock, at: number): void {
  if (block.chart === null) return
  const edit = (name: string, change: (text: string) => string): void => { xml.set(name, change(xml.get(name) ?? '')) }
  xml.set(`word/charts/chart${at + 1}.xml`, chartXml(block.chart, block.text))
  edit('[Content_Types].xml', (text) => text.replace('</Types>', `<Override PartName="/word/charts/chart${at + 1}.xml" ContentType="${CHART}"/></Types>`))
  edit('word/_rels/document.xml.rels', (text) => text.replace('</Relationships>', `<Relationship Id="rIdChart${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart${at + 1}.xml"/></Relationships>`))
  edit('word/document.xml', (text) => text.replace(new RegExp(`<w:t[^>]*>${mark(at)}</w:t>`), frame(block.text, at)))
}

const frame = (title: string, at: number): string =>
  `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="3000000"/><wp:docPr id="${900 + at}" name="图${at + 1}" descr="${title.replace(/[<>&"]/g, '')}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart${at}"/></a:graphicData></a:graphic></wp:inline></w:drawing>`

/** The same bulletin gives the same bytes: no clock in its properties. */
function fixTimes(xml: Map<string, string>): void {
  const core = xml.get('docProps/core.xml')
  if (core !== undefined) xml.set('docProps/core.xml', core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$12000-01-01T00:00:00Z'))
}
