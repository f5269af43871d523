import { deflated, joined, packed, zipOf, type Segment } from './zip.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/** A table as one sheet of texts: a head that stays in sight and can be filtered, then rows. */
export interface PlainTable { readonly sheet: string; readonly head: readonly { readonly name: string; readonly width: number }[]; readonly rows: readonly (readonly string[])[] }

const CHUNK = 2000
/** The longest text a cell of a spreadsheet takes. */
const LONGEST = 32_767
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An .xlsx with a table of texts: none of them becomes a number or a formula. */
export function tableWorkbook(table: PlainTable): Uint8Array {
  const relation = (type: string, target: string): string => `<Relationships xmlns="${packages}/relationships">${type}${target}</Relationships>`
  const link = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
  const part = (name: string, text: string) => packed(name, Buffer.from(xml + text))
  return zipOf([
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`),
    part('_rels/.rels', relation(link(1, 'officeDocument', 'xl/workbook.xml'), '')),
    part('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeAttribute(table.sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', relation(link(1, 'worksheet', 'worksheets/sheet1.xml'), link(2, 'styles', 'styles.xml'))),
    part('xl/styles.xml', styles),
    joined('xl/worksheets/sheet1.xml', [...sheetOf(table)]),
  ])
}

/** Texts that stay texts, wrapped; the head bold on grey. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts>`
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>'

/** The sheet piece by piece, so that a long record never stands in memory as one text. */
function* sheetOf({ head, rows }: PlainTable): Generator<Segment> {
  const piece = (text: string): Segment => deflated(Buffer.from(text, 'utf8'))
  const last = `${column(head.length - 1)}${rows.length + 1}`
  const columns = head.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  yield piece(`${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${rowXml(1, head.map(h => h.name), 2)}`)
  for (let from = 0; from < rows.length; from += CHUNK) yield piece(rows.slice(from, from + CHUNK).map((row, i) => rowXml(from + i + 2, row, 1)).join(''))
  yield piece(`</sheetData><autoFilter ref="A1:${last}"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`)
}

const rowXml = (row: number, texts: readonly string[], style: number): string =>
  `<row r="${row}">${texts.map((text, i) => (text === '' ? '' : `<c r="${column(i)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(printable(text))}</t></is></c>`)).join('')}</row>`

/** Without what XML cannot hold. */
const printable = (text: string): string => text.slice(0, LONGEST).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

const column = (index: number): string => (index < 26 ? '' : column(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
