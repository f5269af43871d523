import { read, type CellObject, type WorkSheet } from 'xlsx'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { FoundCell } from '../../core/submission/verdict.ts'
import { limits } from './guard.ts'
import { decimalText } from './scanText.ts'
import { without } from './xml.ts'
import { stored, zipOf } from './zip.ts'

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
const relations = (list: string): string => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const stringType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'

/** A sheet of unusual shape: its name and its XML, already without a document type. */
export interface RawPart { readonly name: string; readonly xml: string }

/** Reads sheets of unusual shape through SheetJS, from a stored archive that holds only their cells and the strings. */
export function readUnusual(sheets: readonly RawPart[], strings: string | null): Result<ReadonlyMap<string, Map<string, FoundCell>>> {
  const parts: [string, string][] = []
  for (const sheet of sheets) {
    const only = cellsOnly(sheet)
    if (!only.ok) return only
    parts.push([`xl/worksheets/sheet${parts.length + 1}.xml`, only.value])
  }
  try {
    const book = read(rebuilt(parts, strings), { type: 'buffer', cellFormula: true, cellHTML: false, cellText: false })
    return collect(sheets, book.Sheets)
  } catch {
    return no(problem('xlsx-xml', { entry: sheets[0]?.name ?? '' }))
  }
}

/** Longest sheet that is passed on. */
const largest = 16 << 20

/** The root tag with its namespaces around the cells alone, every reference in bounds. */
function cellsOnly({ name, xml }: RawPart): Result<string> {
  const text = without(xml, '<!--', '-->')
  if (text === null || text.length > largest) return no(problem('xlsx-xml', { entry: name }))
  const root = /<((?:[\w.-]+:)?)worksheet(?:\s[^<>]*)?>/.exec(text)
  const open = /<((?:[\w.-]+:)?)sheetData\s*(?:\/>|>)/.exec(text)
  if (!root || !open || root[1] !== open[1]) return no(problem('xlsx-xml', { entry: name }))
  const closing = `</${open[1]}sheetData>`
  const end = open[0].endsWith('/>') ? open.index + open[0].length : text.indexOf(closing) + closing.length
  if (end < open.index) return no(problem('xlsx-xml', { entry: name }))
  const data = text.slice(open.index, end)
  let cells = 0
  let depth = 0
  for (const tag of data.matchAll(/<(\/?)(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>/g)) {
    if (tag[2] === 'row' && !(tag[3] ?? '').endsWith('/')) depth += tag[1] === '/' ? -1 : 1
    if (tag[2] === 'c' && tag[1] === '' && ++cells > limits.cells) return no(problem('xlsx-too-many-cells', { limit: limits.cells }))
    if (depth < 0 || depth > 1) return no(problem('xlsx-xml', { entry: name }))
    const ref = /\sr\s*=\s*["']([^"']*)["']/.exec(tag[3] ?? '')?.[1]
    if (ref !== undefined && !inBounds(ref)) return no(problem('xlsx-bounds', { sheet: name, cell: ref.slice(0, 20) }))
  }
  return ok(`${root[0]}${data}</${root[1]}worksheet>`)
}

function inBounds(ref: string): boolean {
  const parts = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(ref)
  if (!parts) return false
  const column = [...(parts[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return column <= 16384 && Number(parts[2]) <= 1048576
}

function rebuilt(parts: readonly (readonly [string, string])[], strings: string | null): Uint8Array {
  const sheetTags = parts.map((_, i) => `<sheet name="s${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const rels = parts.map(([name], i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="${name.slice(3)}"/>`)
  const overrides = parts.map(([name]) => `<Override PartName="/${name}" ContentType="${sheetType}"/>`)
  if (strings !== null) {
    rels.push(`<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`)
    overrides.push(`<Override PartName="/xl/sharedStrings.xml" ContentType="${stringType}"/>`)
  }
  const files: (readonly [string, string])[] = [
    ['[Content_Types].xml', `${types}${overrides.join('')}</Types>`],
    ['_rels/.rels', relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`)],
    ['xl/workbook.xml', `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetTags.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(rels.join(''))],
    ...parts, ...(strings === null ? [] : [['xl/sharedStrings.xml', strings] as const]),
  ]
  return zipOf(files.map(([name, text]) => stored(name, Buffer.from(text))))
}

function collect(sheets: readonly RawPart[], found: Readonly<Record<string, WorkSheet>>): Result<ReadonlyMap<string, Map<string, FoundCell>>> {
  const all = new Map<string, Map<string, FoundCell>>()
  for (const [i, sheet] of sheets.entries()) {
    const made = found[`s${i + 1}`]
    // SheetJS names a sheet it could not read without giving it.
    if (!made) return no(problem('xlsx-xml', { entry: sheet.name }))
    const cells = new Map<string, FoundCell>()
    for (const [ref, cell] of Object.entries(made)) {
      if (ref.startsWith('!')) continue
      const value = cellOf(cell as CellObject)
      if (value) cells.set(ref, value)
    }
    all.set(sheet.name, cells)
  }
  return ok(all)
}

function cellOf(cell: CellObject): FoundCell | null {
  const formula = cell.f !== undefined
  if (cell.t === 'n') return { text: decimalText(String(cell.v)), numeric: true, formula }
  const text = cell.t === 'e' ? (cell.w ?? '#ERR') : cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v ?? '')
  return text === '' && !formula ? null : { text, numeric: false, formula }
}
