import { placeOf, type ForeignSheet, type SheetCell, type SheetRow } from '../../core/import/sheet.ts'
import { ok, type Result } from '../../core/result.ts'
import type { FoundCell } from '../../core/submission/verdict.ts'
import { openBook } from './book.ts'
import { from1904, serialDay, styledCells, stylesOf, type Shown } from './formats.ts'
import { limits, partText } from './guard.ts'

/** The sheets of any .xlsx as texts: numbers as plain decimals, days as ISO. Under the same guard as submissions, but for how many cells there may be; no formula is run. */
export function readSheets(bytes: Uint8Array, most: number = limits.cells): Result<readonly ForeignSheet[]> {
  const book = openBook(bytes, most)
  if (!book.ok) return book
  const { contents: { archive, sheets: parts }, cells } = book.value
  const styles = stylesOf(archive)
  if (!styles.ok) return styles
  const since1904 = from1904(archive)
  const sheets: ForeignSheet[] = []
  for (const [name, part] of parts) {
    const xml = partText(archive, part)
    if (!xml.ok) return xml
    sheets.push({ name, rows: rowsOf(cells.get(name) ?? new Map(), { styled: styledCells(xml.value, styles.value), since1904 }) })
  }
  return ok(sheets)
}

interface Look { readonly styled: ReadonlyMap<string, Shown>; readonly since1904: boolean }

function rowsOf(cells: ReadonlyMap<string, FoundCell>, look: Look): readonly SheetRow[] {
  const rows = new Map<number, Map<number, SheetCell>>()
  for (const [ref, found] of cells) {
    const place = placeOf(ref)
    const cell = cellOf(found, look.styled.get(ref) ?? 'plain', look.since1904)
    if (!place || cell.text === '') continue
    const row = rows.get(place.row) ?? new Map<number, SheetCell>()
    row.set(place.column, cell)
    rows.set(place.row, row)
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([row, list]) => ({ row, cells: new Map([...list].toSorted(([a], [b]) => a - b)) }))
}

const errors = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ERR)$/

function cellOf(found: FoundCell, shown: Shown, since1904: boolean): SheetCell {
  if (!found.numeric) return { text: found.text, kind: errors.test(found.text) ? 'error' : found.text === 'TRUE' || found.text === 'FALSE' ? 'flag' : 'text', damaged: false }
  const day = shown === 'date' ? serialDay(Number(found.text), since1904) : null
  if (day !== null) return { text: day, kind: 'date', damaged: false }
  const text = asShown(shown === 'percent' ? String(Number(found.text) * 100) : found.text)
  return { text: shown === 'percent' ? `${text}%` : text, kind: 'number', damaged: /^-?\d{16,}/.test(found.text) }
}

/** At most the 15 digits that a spreadsheet shows: 0.30000000000000004 is 0.3. */
function asShown(text: string): string {
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '')
  if (digits.length <= 15) return text
  const short = String(Number(Number(text).toPrecision(15)))
  return short.includes('e') ? text : short
}
