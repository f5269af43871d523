import { escapeAttribute } from './xml.ts'

/** How a cell looks; `format` is a number format, '@' for texts. */
export interface Look {
  readonly format: string
  readonly font: 'body' | 'bold' | 'title' | 'paper' | 'paperBold' | 'note' | 'warn'
  readonly align: 'left' | 'center' | 'right'
  readonly border: boolean
  readonly fill: 'none' | 'head' | 'sum' | 'warn'
  readonly indent: number
  readonly wrap: boolean
}
/** The looks of a workbook, each once; its style sheet is written when all are known. */
export interface Looks { readonly id: (look: Look) => number; readonly xml: () => string }

const fonts: readonly Look['font'][] = ['body', 'bold', 'title', 'paper', 'paperBold', 'note', 'warn']
const song = (size: number, more = ''): string => `<font>${more}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const fontXml: Readonly<Record<Look['font'], string>> = {
  body: song(10), bold: song(10, '<b/>'), title: '<font><b/><sz val="15"/><name val="黑体"/><family val="3"/><charset val="134"/></font>', paper: song(12), paperBold: song(12, '<b/>'),
  note: song(9), warn: '<font><sz val="9"/><color rgb="FF8A4B00"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
}
const fills: readonly Look['fill'][] = ['none', 'head', 'sum', 'warn']
const fillXml: Readonly<Record<Look['fill'], string>> = { none: '', head: 'FFE8ECF3', sum: 'FFF5F7FA', warn: 'FFFFF0D6' }
const solid = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name: string): string => `<${name} style="thin"><color rgb="FF5B6470"/></${name}>`
const FORMATS = 164

/** An empty collection of looks. */
export function newLooks(): Looks {
  const formats = new Map<string, number>()
  const ids = new Map<string, number>()
  const list: Look[] = []
  const formatId = (format: string): number => {
    if (format === '@') return 49
    const known = formats.get(format)
    if (known !== undefined) return known
    formats.set(format, FORMATS + formats.size)
    return FORMATS + formats.size - 1
  }
  const id = (look: Look): number => {
    const key = Object.values(look).join('|')
    const known = ids.get(key)
    if (known !== undefined) return known
    formatId(look.format)
    list.push(look)
    ids.set(key, list.length)
    return list.length
  }
  return { id, xml: () => styleSheet(list, formats, formatId) }
}

function styleSheet(list: readonly Look[], formats: ReadonlyMap<string, number>, formatId: (format: string) => number): string {
  const xf = (look: Look): string => `<xf numFmtId="${formatId(look.format)}" fontId="${fonts.indexOf(look.font)}" fillId="${look.fill === 'none' ? 0 : fills.indexOf(look.fill) + 1}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">`
    + `<alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}${look.indent > 0 ? ` indent="${look.indent}"` : ''}/></xf>`
  return '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + (formats.size > 0 ? `<numFmts count="${formats.size}">${[...formats].map(([code, n]) => `<numFmt numFmtId="${n}" formatCode="${escapeAttribute(code)}"/>`).join('')}</numFmts>` : '')
    + `<fonts count="${fonts.length}">${fonts.map(f => fontXml[f]).join('')}</fonts>`
    + `<fills count="${fills.length + 1}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.slice(1).map(f => solid(fillXml[f])).join('')}</fills>`
    + `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${list.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${list.map(xf).join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
}
