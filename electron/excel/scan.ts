import type { FoundCell } from '../../core/submission/verdict.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { Refused, Unusual } from './scanError.ts'
import { decimalText, endOfTag, isNameEnd, richText } from './scanText.ts'
import { attributesOf, unescapeCell } from './xml.ts'

/** What a scan of several sheets shares: strings, the sheet's name for sentences, cells read so far. */
export interface Scanning { readonly strings: readonly string[]; sheet: string; cells: number; /** How many cells all of them may have. */ readonly most: number }

/** The cells of a sheet that hold a value or formula; null when the XML has a shape for the fallback. */
export function scanSheet(xml: string, scanning: Scanning): Result<Map<string, FoundCell>> | null {
  try {
    return ok(scan(xml, scanning))
  } catch (error) {
    if (error instanceof Unusual) return null
    if (!(error instanceof Refused)) throw error
    const params = error.code === 'xlsx-bounds' ? { sheet: scanning.sheet, cell: error.cell } : error.code === 'xlsx-xml' ? { entry: scanning.sheet } : { limit: scanning.most }
    return no(problem(error.code, params))
  }
}

function scan(xml: string, scanning: Scanning): Map<string, FoundCell> {
  const cells = new Map<string, FoundCell>()
  const start = xml.indexOf('<sheetData')
  const head = xml.slice(0, Math.max(0, start))
  if (start < 0 || head.includes('<!') || !head.includes('<worksheet')) throw new Unusual()
  const open = endOfTag(xml, start)
  if (xml.charCodeAt(open - 1) === 47) return cells
  const end = xml.indexOf('</sheetData>', open)
  if (end < 0 || xml.indexOf('<sheetData', end) >= 0) throw new Refused('xlsx-xml')
  const place: Place = { row: 0, column: 0, inside: false }
  const source: Source = { xml, scanning, cells }
  for (let at = xml.indexOf('<', open); at < end;) {
    const first = xml.charCodeAt(at + 1)
    if (first === 99 && isNameEnd(xml.charCodeAt(at + 2))) at = readCell(source, at, place)
    else if (first === 114 && xml.startsWith('<row', at) && isNameEnd(xml.charCodeAt(at + 4))) at = readRow(xml, at, place)
    else if (first === 47 && xml.startsWith('</row>', at)) { if (!place.inside) throw new Refused('xlsx-xml'); place.inside = false; at += 6 }
    else throw new Unusual()
    if (xml.charCodeAt(at) !== 60) at = xml.indexOf('<', at)
  }
  if (place.inside) throw new Refused('xlsx-xml')
  return cells
}

interface Place { row: number; column: number; inside: boolean }
interface Source { readonly xml: string; readonly scanning: Scanning; readonly cells: Map<string, FoundCell> }

/** A row's tag that begins with its number. */
const usualRow = /<row r="([1-9]\d{0,6})"(?=[ />])/y

function readRow(xml: string, at: number, place: Place): number {
  if (place.inside) throw new Refused('xlsx-xml')
  const end = endOfTag(xml, at)
  usualRow.lastIndex = at
  const number = usualRow.exec(xml)?.[1] ?? attributesOf(xml.slice(at + 4, end)).get('r')
  place.row = number === undefined ? place.row + 1 : Number(number)
  if (!Number.isInteger(place.row) || place.row < 1 || place.row > 1048576) throw new Refused('xlsx-bounds', (number ?? '').slice(0, 20))
  place.column = 0
  place.inside = xml.charCodeAt(end - 1) !== 47
  return end + 1
}

/** A cell's tag as spreadsheet programs write it; any other goes the slow way. */
const usualCell = /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="\d{1,6}")?(?: t="([a-zA-Z]{1,9})")?(\/?)>/y

function readCell(source: Source, at: number, place: Place): number {
  const { xml, scanning } = source
  if (!place.inside) throw new Refused('xlsx-xml')
  if (++scanning.cells > scanning.most) throw new Refused('xlsx-too-many-cells')
  // A blank cell that says where it stands needs no more.
  const end = endOfTag(xml, at)
  if (xml.charCodeAt(end - 1) === 47 && xml.startsWith(' r="', at + 2)) return end + 1
  const quick = quickCell(xml, at + 6, end)
  if (quick !== '' && quickRow === place.row) {
    place.column = quick.charCodeAt(0) - 64
    return readContent(source, end + 1, { ref: quick, type: quickType })
  }
  usualCell.lastIndex = at
  const tag = usualCell.exec(xml) ?? slowCell(xml, at, place)
  const [all, letters = '', row = '', type, blank] = tag
  if (letters.length === 3 && letters > 'XFD') throw new Refused('xlsx-bounds', letters + row)
  if (Number(row) !== place.row) throw new Refused(Number(row) > 1048576 ? 'xlsx-bounds' : 'xlsx-xml', letters + row)
  place.column = columnOf(letters)
  const from = at + all.length
  return blank ? from : readContent(source, from, { ref: letters + row, type: type ?? null })
}

let quickRow = 0
let quickType: string | null = null

/**
 * The reference of a tag in exactly the shape we write, `<c r="B12" s="7"`, then ` t="s"`, ` t="inlineStr"` or nothing; '' for any other.
 * Leaves row and type in `quickRow` and `quickType`: this runs for every cell, so nothing is made for it.
 */
function quickCell(xml: string, from: number, end: number): string {
  const letter = xml.charCodeAt(from)
  let at = from + 1
  if (letter < 65 || letter > 90) return ''
  quickRow = 0
  for (let digit = xml.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = xml.charCodeAt(++at) - 48) quickRow = quickRow * 10 + digit
  if (at - from < 2 || at - from > 7 || xml.charCodeAt(from + 1) === 48 || !xml.startsWith('" s="', at)) return ''
  const ref = xml.slice(from, at)
  at += 5
  for (let digit = xml.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = xml.charCodeAt(at) - 48) at++
  if (xml.charCodeAt(at) !== 34) return ''
  at++
  quickType = at === end ? null : end - at === 6 && xml.startsWith(' t="s"', at) ? 's' : 'inlineStr'
  return at === end || quickType === 's' || (end - at === 14 && xml.startsWith(' t="inlineStr"', at)) ? ref : ''
}

/** A cell's tag of other shape: attributes in any order and with any quotes; without a reference it is the next column. */
function slowCell(xml: string, at: number, place: Place): readonly [string, string, string, string | undefined, string] {
  const end = endOfTag(xml, at)
  const all = xml.slice(at, end + 1)
  const attributes = attributesOf(xml.slice(at + 2, end))
  const ref = attributes.get('r') ?? lettersOf(place.column + 1) + String(place.row)
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref)
  if (!parts) throw new Refused('xlsx-bounds', ref.slice(0, 20))
  return [all, parts[1] ?? '', parts[2] ?? '', attributes.get('t'), all.endsWith('/>') ? '/' : '']
}

const columnOf = (letters: string): number => {
  let column = 0
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64
  return column
}
const lettersOf = (column: number): string => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

interface Target { readonly ref: string; readonly type: string | null }

function readContent(source: Source, from: number, target: Target): number {
  const { xml, cells, scanning } = source
  const quick = target.type === 'inlineStr' ? ownText(xml, from) : -1
  const close = quick < 0 ? xml.indexOf('</c>', from) : quick + 9
  if (close < 0) throw new Refused('xlsx-xml')
  const found = quick < 0 ? content(xml.slice(from, close), target.type, scanning) : textCell(unescapeCell(xml.slice(from + 7, quick)), false)
  if (found) {
    if (cells.has(target.ref)) throw new Refused('xlsx-xml')
    cells.set(target.ref, found)
  }
  return close + 4
}

/** Where a text in the shape we write ends, -1 for any other shape. */
function ownText(xml: string, from: number): number {
  if (!xml.startsWith('<is><t>', from)) return -1
  const to = xml.indexOf('<', from + 7)
  return xml.startsWith('</t></is></c>', to) ? to : -1
}

function content(inner: string, type: string | null, scanning: Scanning): FoundCell | null {
  if (type === 'inlineStr') return textCell(richText(inner), inner.includes('<f'))
  const usual = inner.startsWith('<v>') && inner.indexOf('<', 3) === inner.length - 4 && inner.endsWith('</v>')
  const raw = usual ? inner.slice(3, -4) : valueOf(inner)
  const formula = !usual && inner.includes('<f')
  if (raw === null) return inner === '' || formula ? textCell('', formula) : unusual()
  if (type === 's') return textCell(shared(raw, scanning), formula)
  if (type === null || type === 'n') return raw === '' ? textCell('', formula) : { text: decimalText(raw), numeric: true, formula }
  return textCell(type === 'b' ? (raw === '1' ? 'TRUE' : 'FALSE') : unescapeCell(raw), formula)
}

/** What stands in the value element; null where there is none. */
function valueOf(inner: string): string | null {
  if (inner.includes('<!')) throw new Unusual()
  const open = inner.indexOf('<v')
  if (open < 0) return null
  const from = endOfTag(inner, open) + 1
  const to = inner.indexOf('</v>', from)
  const raw = to < 0 ? '' : inner.slice(from, to)
  if (raw.includes('<')) throw new Unusual()
  return raw
}

function unusual(): never { throw new Unusual() }

const textCell = (text: string, formula: boolean): FoundCell | null => (text === '' && !formula ? null : { text, numeric: false, formula })

function shared(raw: string, { strings }: Scanning): string {
  let index = raw.length > 0 && raw.length < 8 ? 0 : Number.NaN
  for (let i = 0; i < raw.length && i < 8; i++) {
    const digit = raw.charCodeAt(i) - 48
    index = digit >= 0 && digit <= 9 ? index * 10 + digit : Number.NaN
  }
  const text = strings[index]
  if (text === undefined) throw new Refused('xlsx-xml')
  return text
}
