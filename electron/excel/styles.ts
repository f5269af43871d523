import { looks, type Look, type LookName } from '../../core/submission/looks.ts'
import { packed, type Part } from './zip.ts'

const fonts: readonly Look['font'][] = ['body', 'title', 'big', 'sub', 'bold', 'small', 'mono', 'grey', 'black']
const song = (size: number, color = ''): string => `<font><sz val="${size}"/>${color}<name val="宋体"/><family val="3"/><charset val="134"/></font>`
const hei = (size: number): string => `<font><b/><sz val="${size}"/><name val="黑体"/><family val="3"/><charset val="134"/></font>`
const fontXml: Readonly<Record<Look['font'], string>> = {
  body: song(10.5), black: song(10.5, '<color rgb="FF000000"/>'), title: hei(18), big: hei(24), sub: song(15), bold: hei(12), small: song(9),
  mono: '<font><sz val="11"/><name val="Consolas"/><family val="3"/></font>',
  grey: song(12, '<color rgb="FF8C8C8C"/>'),
}
const unlockable: ReadonlySet<string> = new Set(['text', 'choice', 'unit', ...[0, 1, 2, 3, 4, 5, 6].flatMap((decimals) => [`num${decimals}`, `alt${decimals}`])])
const FORMATS = 164

interface Xf { readonly key: string; readonly xml: string }

/** Every look with every frame edge, locked, and the input looks once more unlocked. */
function allXfs(): readonly Xf[] {
  return (Object.entries(looks) as [LookName, Look][]).flatMap(([name, look]) => {
    const edges = look.border === 'thin' ? [...Array(16).keys()] : [0]
    return edges.flatMap((edge) => [false, ...(unlockable.has(name) ? [true] : [])].map((open) => ({ key: styleKey(name, edge, open), xml: xfOf(look, edge, open) })))
  })
}

const styleKey = (name: string, edge: number, open: boolean): string => `${name}/${edge}${open ? '/open' : ''}`
const xfs = allXfs()
const ids: ReadonlyMap<string, number> = new Map(xfs.map((xf, i) => [xf.key, i + 1]))

/** Number of a look in styles.xml. */
export function styleOf(name: LookName, edges: number, open: boolean): number {
  return ids.get(styleKey(name, looks[name].border === 'thin' ? edges : 0, open && unlockable.has(name))) ?? 0
}

function xfOf(look: Look, edge: number, open: boolean): string {
  const format = look.format === '@' ? 49 : look.format === 0 ? 3 : look.format === 2 ? 4 : FORMATS + look.format
  const border = look.border === 'none' ? 0 : look.border === 'dashed' ? 1 : 2 + edge
  const align = `<alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}${look.shrink ? ' shrinkToFit="1"' : ''}${look.indent ? ` indent="${look.indent}"` : ''}/>`
  const lock = open ? '<protection locked="0"/>' : ''
  return `<xf numFmtId="${format}" fontId="${fonts.indexOf(look.font)}" fillId="${look.fill ? 2 : 0}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${align}${lock}</xf>`
}

const line = (side: string, style: string): string => `<${side} style="${style}"><color rgb="FF000000"/></${side}>`
const borderOf = (edge: number): string =>
  `<border>${line('left', edge & 8 ? 'medium' : 'thin')}${line('right', edge & 2 ? 'medium' : 'thin')}${line('top', edge & 1 ? 'medium' : 'thin')}${line('bottom', edge & 4 ? 'medium' : 'thin')}<diagonal/></border>`
const dashed = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="dashed"><color rgb="FF8C8C8C"/></${side}>`).join('')}<diagonal/></border>`

function stylesXml(): string {
  const formats = [1, 3, 4, 5, 6].map((d) => `<numFmt numFmtId="${FORMATS + d}" formatCode="#,##0.${'0'.repeat(d)}"/>`)
  const borders = ['<border><left/><right/><top/><bottom/><diagonal/></border>', dashed, ...[...Array(16).keys()].map(borderOf)]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
    + `<numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.map((font) => fontXml[font]).join('')}</fonts>`
    + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>'
    + `<borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`
    + `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.map((xf) => xf.xml).join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>'
}

let part: Part | null = null

/** The style sheet, the same in every workbook. */
export const stylesPart = (): Part => (part ??= packed('xl/styles.xml', Buffer.from(stylesXml(), 'utf8')))
