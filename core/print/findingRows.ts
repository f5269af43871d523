import { lookup } from '../pack/lookup.ts'
import { esc } from './html.ts'
import type { PrintInput } from './input.ts'
import { lines, splitRow } from './measure.ts'

const [PT, MOST] = [9, 36]
/** Widths in mm of the six columns of the list. */
export const widths: readonly number[] = [9, 13, 14, 24, 66, 52]
/** A line of the list: a row of the table, or a heading over rows. */
export interface FindingLine { readonly mm: number; readonly html: string }

/** A heading over rows. */
export const heading = (title: string): FindingLine => ({ mm: 6.2, html: `<tr class="over"><td colspan="6"><b>${esc(title)}</b></td></tr>` })

/** One row of six texts, cut in parts when it is taller than a page; `#` stands for its number. */
export function rowOf(cells: readonly string[]): readonly FindingLine[] {
  return splitRow(cells, widths, PT, MOST).map((part, n) => {
    const tall = Math.max(...part.map((text, at) => lines(text, widths[at] ?? 10, PT)))
    const tds = part.map((text, at) => `<td${at < 3 ? ' class="mid"' : ' class="txt"'}>${at === 0 && n > 0 ? '续' : esc(text)}</td>`)
    return { mm: 5.4 + (tall - 1) * 3.9, html: `<tr>${tds.join('')}</tr>` }
  })
}

/** Where a cell stands, as a person says it: 302.D 食品. */
export function placeOf(input: PrintInput, item: string, rowKey: string | null): string {
  const entry = lookup(input.pack).item(item)
  const code = entry?.form ? `${entry.table?.no ?? entry.formNo}.${entry.item.no}` : (entry?.item.name ?? '')
  return [code, rowKey ?? ''].filter((part) => part !== '').join(' ')
}
