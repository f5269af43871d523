import type { FoundCell } from '../../core/submission/verdict.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { limits } from './guard.ts'
import { unescapeCell, without } from './xml.ts'

/** What a scan of several sheets shares: strings, the sheet's name for sentences, cells read so far. */
export interface Scanning { readonly strings: readonly string[]; sheet: string; cells: number }

/** Thrown inside the scanner only: the shape is lawful perhaps, but not the one we know. */
class Unusual extends Error {}
class Refused extends Error {
  readonly code: 'xlsx-xml' | 'xlsx-bounds' | 'xlsx-too-many-cells'
  readonly cell: string
  constructor(code: Refused['code'], cell = '') {
    super(code)
    this.code = code
    this.cell = cell
  }
}

/** The cells of a sheet that hold a value or formula; null when the XML has a shape for the fallback. */
export function scanSheet(xml: string, scanning: Scanning): Result<Map<string, FoundCell>> | null {
  try {
    return ok(scan(xml, scanning))
  } catch (error) {
    if (error instanceof Unusual) return null
    if (!(error instanceof Refused)) throw error
    const params = error.code === 'xlsx-bounds' ? { sheet: scanning.sheet, cell: error.cell } : error.code === 'xlsx-xml' ? { entry: scanning.sheet } : { limit: limits.cells }
    return no(problem(error.code, params))
  }
}

function scan(xml: string, scanning: Scanning): Map<string, FoundCell> {
  const cells = new Map<string, FoundCell>()
  if (xml.includes('<!') || !xml.includes('<worksheet')) throw new Unusual()
  const start = xml.indexOf('<sheetData')
  if (start < 0) throw new Unusual()
  const open = endOfTag(xml, start)
  if (xml.charCodeAt(open - 1) === 47) return cells
  const end = xml.indexOf('</sheetData>', open)
  if (end < 0 || xml.indexOf('<sheetData', open) >= 0) throw new Refused('xlsx-xml')
  const place: Place = { row: 0, column: 0, inside: false }
  for (let at = xml.indexOf('<', open); at < end;) {
    if (xml.startsWith('<c', at) && isNameEnd(xml.charCodeAt(at + 2))) at = readCell({ xml, scanning, cells }, at, place)
    else if (xml.startsWith('<row', at) && isNameEnd(xml.charCodeAt(at + 4))) at = readRow(xml, at, place)
    else if (xml.startsWith('</row>', at)) { if (!place.inside) throw new Refused('xlsx-xml'); place.inside = false; at += 6 }
    else throw new Unusual()
    at = xml.indexOf('<', at)
  }
  if (place.inside) throw new Refused('xlsx-xml')
  return cells
}

interface Place { row: number; column: number; inside: boolean }
interface Source { readonly xml: string; readonly scanning: Scanning; readonly cells: Map<string, FoundCell> }

const isNameEnd = (code: number): boolean => code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9

/** The place of a tag's `>`; an attribute may hold one between quotes only where we fall back. */
function endOfTag(xml: string, at: number): number {
  const end = xml.indexOf('>', at)
  if (end < 0) throw new Refused('xlsx-xml')
  return end
}

/** An attribute of a tag, by its ` name="`. */
function attribute(tag: string, opening: string): string | null {
  const at = tag.indexOf(opening)
  if (at < 0) return null
  const from = at + opening.length
  const to = tag.indexOf('"', from)
  if (to < 0) throw new Unusual()
  return tag.slice(from, to)
}

function readRow(xml: string, at: number, place: Place): number {
  if (place.inside) throw new Refused('xlsx-xml')
  const end = endOfTag(xml, at)
  const tag = xml.slice(at, end)
  if (tag.includes("'")) throw new Unusual()
  const number = attribute(tag, ' r="')
  place.row = number === null ? place.row + 1 : Number(number)
  if (!Number.isInteger(place.row) || place.row < 1 || place.row > 1048576) throw new Refused('xlsx-bounds', (number ?? '').slice(0, 20))
  place.column = 0
  place.inside = xml.charCodeAt(end - 1) !== 47
  return end + 1
}

function readCell(source: Source, at: number, place: Place): number {
  const { xml, scanning } = source
  if (!place.inside) throw new Refused('xlsx-xml')
  if (++scanning.cells > limits.cells) throw new Refused('xlsx-too-many-cells')
  const end = endOfTag(xml, at)
  const tag = xml.slice(at, end)
  if (tag.includes("'")) throw new Unusual()
  const ref = cellRef(attribute(tag, ' r="'), place)
  if (xml.charCodeAt(end - 1) === 47) return end + 1
  const close = xml.indexOf('</c>', end)
  if (close < 0) throw new Refused('xlsx-xml')
  const found = content(xml.slice(end + 1, close), attribute(tag, ' t="'), scanning)
  if (found) {
    if (source.cells.has(ref)) throw new Refused('xlsx-xml')
    source.cells.set(ref, found)
  }
  return close + 4
}

/** The cell's reference, in bounds and in its row; where none is written the next column. */
function cellRef(written: string | null, place: Place): string {
  if (written === null) {
    place.column++
    if (place.column > 16384) throw new Refused('xlsx-bounds')
    return lettersOf(place.column) + String(place.row)
  }
  let column = 0
  let i = 0
  for (; i < 4; i++) {
    const code = written.charCodeAt(i) - 64
    if (!(code >= 1 && code <= 26)) break
    column = column * 26 + code
  }
  const row = Number(written.slice(i))
  if (i === 0 || i > 3 || column > 16384 || !(row >= 1 && row <= 1048576) || !/^[1-9]\d*$/.test(written.slice(i))) throw new Refused('xlsx-bounds', written.slice(0, 20))
  if (row !== place.row) throw new Refused('xlsx-xml')
  place.column = column
  return written
}

const lettersOf = (column: number): string => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

function content(inner: string, type: string | null, scanning: Scanning): FoundCell | null {
  const formula = inner.includes('<f')
  if (type === 'inlineStr') return textCell(richText(inner), formula)
  const open = inner.indexOf('<v')
  if (open < 0) return inner === '' || formula ? textCell('', formula) : unusual()
  const from = endOfTag(inner, open) + 1
  const to = inner.indexOf('</v>', from)
  const raw = to < 0 ? '' : inner.slice(from, to)
  if (raw.includes('<')) throw new Unusual()
  if (type === 's') return textCell(shared(raw, scanning), formula)
  if (type === null || type === 'n') return raw === '' ? textCell('', formula) : { text: decimalText(raw), numeric: true, formula }
  return textCell(type === 'b' ? (raw === '1' ? 'TRUE' : 'FALSE') : unescapeCell(raw), formula)
}

function unusual(): never { throw new Unusual() }

const textCell = (text: string, formula: boolean): FoundCell | null => (text === '' && !formula ? null : { text, numeric: false, formula })

function shared(raw: string, { strings }: Scanning): string {
  const text = /^\d{1,7}$/.test(raw) ? strings[Number(raw)] : undefined
  if (text === undefined) throw new Refused('xlsx-xml')
  return text
}

/** A number as a plain decimal: shortest digits that mean the same double. */
export function decimalText(raw: string): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) throw new Refused('xlsx-xml')
  const text = String(value)
  return text.includes('e') ? plainDecimal(text) : text
}

function plainDecimal(text: string): string {
  const [digits = '', power = '0'] = text.split('e')
  const negative = digits.startsWith('-')
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const shift = Number(power)
  const all = whole + part
  const point = whole.length + shift
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${all}` : point >= all.length ? all + '0'.repeat(point - all.length) : `${all.slice(0, point)}.${all.slice(point)}`
  return negative ? `-${plain}` : plain
}

/** The text of an inline or shared string, its runs joined, readings left out. */
export function richText(inner: string): string {
  const xml = without(inner, '<rPh ', '</rPh>')
  if (xml === null) throw new Refused('xlsx-xml')
  let text = ''
  for (let at = xml.indexOf('<t'); at >= 0; at = xml.indexOf('<t', at + 2)) {
    if (!isNameEnd(xml.charCodeAt(at + 2))) continue
    const from = endOfTag(xml, at) + 1
    if (xml.charCodeAt(from - 2) === 47) continue
    const to = xml.indexOf('</t>', from)
    if (to < 0) throw new Refused('xlsx-xml')
    text += xml.slice(from, to)
  }
  if (text.includes('<')) throw new Unusual()
  return unescapeCell(text)
}

/** The shared strings; null for the fallback. */
export function scanStrings(xml: string): readonly string[] | null {
  if (xml.includes('<!') || !xml.includes('<sst')) return null
  const strings: string[] = []
  try {
    for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at)) {
      const end = endOfTag(xml, at)
      if (xml.charCodeAt(end - 1) === 47) { strings.push(''); at = end; continue }
      const close = xml.indexOf('</si>', end)
      if (close < 0) return null
      strings.push(richText(xml.slice(end + 1, close)))
      at = close
    }
    return strings
  } catch { return null }
}
