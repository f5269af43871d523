const wide = /[⺀-鿿　-〿＀-￯“”‘’—…−×÷＋]|\p{Extended_Pictographic}/u
const broad = /[A-Z@%&mw]/
const word = /[\u0021-\u007e\u00c0-\u024f]+|\s|[^]/gu

/** Width of a text in units of the font size: Chinese 1, capitals three quarters, others about one half. */
export function ems(text: string): number {
  let sum = 0
  for (const char of text) sum += wide.test(char) ? 1 : broad.test(char) ? 0.8 : 0.54
  return sum
}

/** Cuts a text as a column of `mm` at `pt` points breaks it; put together the parts are the text again. At least one part. */
export function wrap(text: string, mm: number, pt: number): readonly string[] {
  const room = Math.max(1, (mm - 3.6) / (pt * 0.3528) - 0.4)
  const parts: string[] = []
  let line = ''
  let used = 0
  const end = (): void => { parts.push(line); line = ''; used = 0 }
  for (const token of text.match(word) ?? []) {
    if (token === '\n') { line += token; end(); continue }
    if (used > 0 && used + ems(token) > room) end()
    for (const char of token) {
      if (used > 0 && used + ems(char) > room) end()
      line += char
      used += ems(char)
    }
  }
  end()
  return parts
}

/** Lines a text takes in a column of `mm` at `pt` points, at least one. */
export const lines = (text: string, mm: number, pt: number): number => wrap(text, mm, pt).length

/** Cells of one row cut so that no part is taller than `most` lines; nearly always the row itself. */
export function splitRow(cells: readonly string[], widths: readonly number[], pt: number, most: number): readonly (readonly string[])[] {
  const wrapped = cells.map((text, at) => wrap(text, widths[at] ?? 10, pt))
  const parts = Math.ceil(Math.max(1, ...wrapped.map((each) => each.length)) / most)
  if (parts === 1) return [cells]
  return Array.from({ length: parts }, (_, n) => wrapped.map((each) => each.slice(n * most, (n + 1) * most).join('')))
}

interface Tall { readonly mm: number }

/** Cuts rows of known heights into pages of `mm`, the last one of `last`; one empty page when there are no rows. */
export function paginate<T extends Tall>(rows: readonly T[], mm: number, last = mm): readonly (readonly T[])[] {
  const pages: T[][] = []
  let page: T[] = []
  let left = mm
  for (const row of rows) {
    if (row.mm > left && page.length > 0) {
      pages.push(page)
      page = []
      left = mm
    }
    page.push(row)
    left -= row.mm
  }
  return [...pages, ...shortened(page, last)]
}

/** The last page, as two when it is taller than a last page may be. */
function shortened<T extends Tall>(page: readonly T[], last: number): readonly (readonly T[])[] {
  let left = page.reduce((sum, row) => sum + row.mm, 0)
  let keep = page.length
  while (left > last && keep > 1) left -= page[--keep]?.mm ?? 0
  return keep === page.length ? [page] : [page.slice(0, keep), ...shortened(page.slice(keep), last)]
}
