import type { ForeignSheet, SheetCell, SheetRow } from '../core/import/sheet.ts'

export type CsvEncoding = 'utf-8' | 'utf-16' | 'gb18030'

/** A CSV's text and how it was encoded: by its mark, else UTF-8 if it is that, else GB18030; null when it is neither. */
export function decodeCsv(bytes: Uint8Array): { readonly text: string; readonly encoding: CsvEncoding } | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const label of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : { text, encoding: label.startsWith('utf-16') ? 'utf-16' : label as CsvEncoding }
    } catch { continue }
  }
  return null
}

const separators = [',', '\t', ';'] as const

/** The separator that cuts the first lines into the most columns alike. */
export function separatorOf(text: string): string {
  const head = text.slice(0, 20_000)
  const scores = separators.map((one) => {
    const counts = splitCsv(head, one).slice(0, 20).map((row) => row.length)
    const widest = Math.max(1, ...counts)
    return { one, score: widest === 1 ? 0 : counts.filter((count) => count === widest).length * 100 + widest }
  })
  return scores.toSorted((a, b) => b.score - a.score)[0]?.one ?? ','
}

/** Cells of a CSV: quotes may hold separators, line breaks and doubled quotes. */
export function splitCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
    rows.at(-1)?.push(cell)
    if (end >= text.length) break
    if (text[end] === separator) { at = end + 1; continue }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    if (at >= text.length) break
    rows.push([])
  }
  return rows
}

const endsCell = (c: string | undefined, separator: string): boolean => c === undefined || c === separator || c === '\n' || c === '\r'

function plain(text: string, from: number, separator: string): { readonly cell: string; readonly end: number } {
  let end = from
  while (!endsCell(text[end], separator)) end++
  return { cell: text.slice(from, end), end }
}

/** What follows the closing quote up to the separator is kept as it stands. */
function quoted(text: string, from: number, separator: string): { readonly cell: string; readonly end: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return plain(text, from, separator)
    cell += text.slice(at, close)
    at = close + 1
    if (text[at] !== '"') break
    cell += '"'
    at++
  }
  const rest = plain(text, at, separator)
  return { cell: cell + rest.cell, end: rest.end }
}

/** A CSV as a sheet of texts; marks that programs set against spreadsheets' guessing (`="0012"`, `'0012`, a trailing tab) are taken off. */
export function csvSheet(text: string, name: string): ForeignSheet {
  const rows = splitCsv(text, separatorOf(text)).map((cells, r): SheetRow => ({
    row: r + 1,
    cells: new Map(cells.map((cell, c) => [c, cellOf(cell)] as const).filter(([, cell]) => cell.text !== '')),
  }))
  return { name, rows: rows.filter((row) => row.cells.size > 0) }
}

function cellOf(raw: string): SheetCell {
  const text = raw.trim().replace(/^="?([^"]*)"?$/, '$1').replace(/^'/, '').trim()
  return { text, kind: 'text', damaged: /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/i.test(text) }
}
