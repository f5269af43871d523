/** Reads clipboard text of a spreadsheet: tabs and line ends part cells, quoted cells may hold either. Nothing is trimmed. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length || row.length > 0) {
    const cell = quotedAt(text, at) ?? plainAt(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') { at++; if (at === text.length) { row.push(''); rows.push(row); break } continue }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

/** Writes rows as clipboard text; `parseTsv` reads back the same rows. */
export const printTsv = (rows: readonly (readonly string[])[]): string => rows.map(row => `${row.map(printCell).join('\t')}\r\n`).join('')

function printCell(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text
}

interface Taken { readonly text: string; readonly end: number }

/** A quoted cell, which ends where a cell ends; words that merely stand in quotes are none. */
function quotedAt(text: string, start: number): Taken | null {
  if (text[start] !== '"') return null
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] === '"') { at = quote + 2; continue }
    const next = text[quote + 1]
    if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return null
    const inner = text.slice(start + 1, quote)
    if (inner !== '' && !/[\t\r\n]|""/.test(inner)) return null
    return { text: inner.replaceAll('""', '"'), end: quote + 1 }
  }
}

function plainAt(text: string, start: number): Taken {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(start, end), end }
}
