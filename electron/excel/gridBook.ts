import { newLooks, type Look, type Looks } from './gridStyles.ts'
import { streamed } from './streamed.ts'
import { escapeAttribute, escapeText } from './xml.ts'
import { packed, zipOf, type Part } from './zip.ts'

/** A cell of a line: a text, or a number as a plain decimal; null leaves the place empty. */
export interface GridCell { readonly text: string; readonly number: boolean; readonly look: Look }
export interface GridLine { readonly height?: number; readonly cells: readonly (GridCell | null)[] }
/** A sheet whose lines come one after the other, so that it may be longer than memory likes. */
export interface GridSheet {
  readonly name: string
  readonly landscape: boolean
  readonly widths: readonly number[]
  /** Lines and columns that stay in sight; the lines above are printed on every page. */
  readonly frozen: { readonly lines: number; readonly columns: number; readonly repeatFrom: number }
  readonly lines: Iterable<GridLine>
  readonly merges: readonly string[]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An .xlsx of the sheets, styled, printing on A4, without a formula. */
export function gridWorkbook(sheets: readonly GridSheet[]): Uint8Array {
  const looks = newLooks()
  const made = sheets.map((sheet, i) => streamed(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, looks)))
  return zipOf([...frame(sheets), part('xl/styles.xml', looks.xml()), ...made])
}

const part = (name: string, text: string): Part => packed(name, Buffer.from(head + text, 'utf8'))
const link = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`

function frame(sheets: readonly GridSheet[]): readonly Part[] {
  const listed = sheets.map((s, i) => `<sheet name="${escapeAttribute(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
  const titles = sheets.flatMap((s, i) => (s.frozen.lines > 0 ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${s.name.replaceAll("'", "''")}'!$${s.frozen.repeatFrom}:$${s.frozen.lines}</definedName>`] : []))
  return [
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`),
    part('_rels/.rels', `<Relationships xmlns="${packages}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    part('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packages}/relationships">${sheets.map((_, i) => link(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${link(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`),
  ]
}

function* sheetXml(sheet: GridSheet, looks: Looks): Generator<string> {
  const { frozen, landscape, merges } = sheet
  const columns = sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane(frozen)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${columns}</cols><sheetData>`
  const letters = sheet.widths.map((_, i) => columnName(i))
  const styles = new Map<Look, number>()
  const style = (look: Look): number => {
    const known = styles.get(look)
    if (known !== undefined) return known
    const id = looks.id(look)
    styles.set(look, id)
    return id
  }
  let row = 0
  for (const line of sheet.lines) yield lineXml(line, ++row, { letters, style })
  yield `</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`
}

function pane({ lines, columns }: GridSheet['frozen']): string {
  if (lines === 0 && columns === 0) return ''
  const where = columns > 0 && lines > 0 ? 'bottomRight' : lines > 0 ? 'bottomLeft' : 'topRight'
  return `<pane${columns > 0 ? ` xSplit="${columns}"` : ''}${lines > 0 ? ` ySplit="${lines}"` : ''} topLeftCell="${columnName(columns)}${lines + 1}" activePane="${where}" state="frozen"/>`
}

interface Writing { readonly letters: readonly string[]; readonly style: (look: Look) => number }
function lineXml(line: GridLine, row: number, { letters, style }: Writing): string {
  let xml = `<row r="${row}"${line.height === undefined ? '' : ` ht="${line.height}" customHeight="1"`}>`
  for (let i = 0; i < line.cells.length; i++) {
    const cell = line.cells[i]
    if (!cell) continue
    const at = `<c r="${letters[i] ?? columnName(i)}${row}" s="${style(cell.look)}"`
    if (cell.text === '') xml += `${at}/>`
    else if (cell.number) xml += `${at}><v>${cell.text}</v></c>`
    else xml += `${at} t="inlineStr"><is><t xml:space="preserve">${escapeText(printable(cell.text))}</t></is></c>`
  }
  return `${xml}</row>`
}

/** Without what XML or a cell cannot hold. */
const printable = (text: string): string => (odd.test(text) || text.length > 32_767 ? text.slice(0, 32_767).replace(allOdd, '\uFFFD') : text)
const odd = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const allOdd = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A, B … Z, AA … of a column counted from 0. */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
