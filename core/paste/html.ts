import { decoded, tagsOf, type Tag } from './markup.ts'
import { MOST_CELLS } from './matrix.ts'

/** A cell of a copied table as it is being read. */
interface Cell { text: string; readonly across: number; readonly down: number; readonly value: string | null }
interface Line { readonly cells: Cell[]; readonly hidden: boolean }

/** Reads the tables of clipboard HTML (Excel, WPS, LibreOffice, Word) one below the other; null when there is none. Merged cells hold their text at the top left. */
export function parseHtmlTables(html: string): readonly (readonly string[])[] | null {
  const lines = linesOf(html)
  return lines.length === 0 ? null : laidOut(lines.filter(line => !line.hidden || line.cells.some(cell => shown(cell) !== '')))
}

function linesOf(html: string): readonly Line[] {
  const lines: Line[] = []
  let depth = 0
  let cell: Cell | null = null
  for (const tag of tagsOf(html)) {
    if (tag.name === 'table') depth = Math.max(0, depth + (tag.close ? -1 : 1))
    else if (tag.name === 'tr' && depth === 1 && !tag.close) { lines.push({ cells: [], hidden: /display\s*:\s*none/i.test(tag.attribute('style') ?? '') }); cell = null }
    else if ((tag.name === 'td' || tag.name === 'th') && depth === 1) {
      cell = tag.close ? null : cellOf(tag)
      if (cell) lastOf(lines).cells.push(cell)
    } else if (cell && tag.name === 'br' && !tag.close) cell.text = `${cell.text.replace(/ $/, '')}\n`
    else if (cell && (tag.name === 'p' || tag.name === 'div') && !tag.close && cell.text.trim() !== '') cell.text = `${cell.text.replace(/ $/, '')}\n`
    if (cell) cell.text = joined(cell.text, tag.after)
  }
  return lines
}

function lastOf(lines: Line[]): Line {
  const last = lines.at(-1) ?? { cells: [], hidden: false }
  if (lines.length === 0) lines.push(last)
  return last
}

const span = (text: string | null, most: number): number => Math.min(most, Math.max(1, Number.parseInt(text ?? '1', 10) || 1))
const cellOf = (tag: Tag): Cell =>
  ({ text: '', across: span(tag.attribute('colspan'), 1000), down: span(tag.attribute('rowspan'), 20_000), value: tag.attribute('x:num') ?? tag.attribute('sdval') })

/** Line ends and runs of blanks in the source are one blank. */
function joined(before: string, raw: string): string {
  const text = decoded(raw.replace(/[ \t\r\n\f]+/g, ' '))
  return /[ \n]$/.test(before) || before === '' ? before + text.replace(/^ /, '') : before + text
}

/** What a cell shows; its own value where the column is too narrow for it, or where a dash stands for zero. */
function shown({ text, value }: Cell): string {
  const seen = text.replace(/^[ \n]+|[ \n]+$/g, '').replace(/ *\n */g, '\n').replaceAll('\u00a0', ' ')
  const plain = value !== null && /^-?\d+(\.\d+)?$/.test(value) ? value : null
  if (plain !== null && /^#+$/.test(seen)) return plain
  return plain !== null && Number(plain) === 0 && /^\s*[-–—]+\s*$/.test(seen) ? '0' : seen
}

/** Rows with merged cells at their places; stops well above the most that may be pasted. */
function laidOut(lines: readonly Line[]): readonly (readonly string[])[] {
  const grid: string[][] = []
  const below = new Map<number, number>()
  let room = 4 * MOST_CELLS
  for (const [r, line] of lines.entries()) {
    const row: string[] = []
    const push = (text: string): void => { if (room-- > 0) row.push(text) }
    const free = (): void => {
      while (room > 0 && (below.get(row.length) ?? 0) > r) push('')
    }
    for (const cell of line.cells) {
      free()
      for (let n = 0; n < cell.across && room > 0; n++) {
        if (cell.down > 1) below.set(row.length, r + cell.down)
        push(n === 0 ? shown(cell) : '')
      }
    }
    free()
    grid.push(row)
    if (room <= 0) break
  }
  return grid
}
