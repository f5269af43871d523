const wide = /[⺀-鿿　-〿＀-￯“”‘’—…]/

/** Width of a text in units of the font size: Chinese 1, others about one half. */
export function ems(text: string): number {
  let sum = 0
  for (const char of text) sum += wide.test(char) ? 1 : 0.54
  return sum
}

/** Lines a text takes in a column of `mm` at `pt` points, at least one. */
export function lines(text: string, mm: number, pt: number): number {
  const perLine = Math.max(1, Math.floor((mm - 3.4) / (pt * 0.3528)))
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(ems(part) / perLine)), 0)
}

/** Cuts rows of known heights into pages of `mm`; one empty page when there are no rows. */
export function paginate<T extends { readonly mm: number }>(rows: readonly T[], mm: number): readonly (readonly T[])[] {
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
  return [...pages, page]
}
