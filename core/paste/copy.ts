import { normaliseTyped, parseAmount } from '../amount.ts'
import type { FilingData } from '../filing/filing.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { printTsv } from './tsv.ts'

/** A cell to copy: numbers stay numbers in Excel, everything else stays text. */
export interface CopyCell { readonly text: string; readonly number: boolean; readonly decimals?: number }
/** A cell of the grid; null stands for a place that holds nothing. */
export type CopyRef = { readonly item: string; readonly row: number | null } | null

/** The cells of a selected block as they are stored: numbers without separators, codes as codes. */
export function blockOf(pack: Pack, from: { readonly data: FilingData; readonly computed: Readonly<Record<string, string | null>> }, block: readonly (readonly CopyRef[])[]): readonly (readonly CopyCell[])[] {
  const index = lookup(pack)
  return block.map(row => row.map(ref => {
    const entry = ref ? index.item(ref.item) : undefined
    if (!ref || !entry) return { text: '', number: false }
    const cells = entry.table ? (from.data.tables[entry.table.key]?.find(r => r.id === ref.row)?.cells ?? {}) : from.data.values
    const text = (entry.computed ? from.computed[ref.item] : cells[ref.item]) ?? ''
    const plain = normaliseTyped(text)
    return entry.numeric && parseAmount(plain, entry.decimals) !== null ? { text: plain, number: true, decimals: entry.decimals } : { text, number: false }
  }))
}

/** Both forms of a copy for the clipboard. */
export const copied = (block: readonly (readonly CopyCell[])[]): { readonly text: string; readonly html: string } => ({ text: copyTsv(block), html: copyHtml(block) })

/** A block as tabbed text; a text that a spreadsheet would take for a formula gets an apostrophe. */
export const copyTsv = (block: readonly (readonly CopyCell[])[]): string =>
  printTsv(block.map(row => row.map(cell => (!cell.number && /^'*[=+\-@]/.test(cell.text) ? `'${cell.text}` : cell.text))))

/** A block as a table: text cells are marked as text, so that 01 and long codes stay as they are and nothing becomes a formula. */
export function copyHtml(block: readonly (readonly CopyCell[])[]): string {
  const rows = block.map(row => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>\n<!--StartFragment--><table>\n${rows}\n</table><!--EndFragment-->\n</body></html>`
}

function cellHtml({ text, number, decimals = 0 }: CopyCell): string {
  if (text === '') return '<td></td>'
  if (number) return `<td align="right" style="mso-number-format:'${decimals > 0 ? `0\\.${'0'.repeat(decimals)}` : '0'}'" x:num="${escaped(text)}">${escaped(text)}</td>`
  const lines = text.split(/\r\n|\r|\n/).map(line => escaped(line).replace(/^ | $|(?<= ) /g, '&nbsp;'))
  return `<td style="mso-number-format:'\\@'" x:str>${lines.join('<br style="mso-data-placement:same-cell">')}</td>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
