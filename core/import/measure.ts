import type { Entry } from '../pack/lookup.ts'
import { problem } from '../problem.ts'
import { fault, offer, type Draft, type Slot } from './draft.ts'
import { isBlankMark, plus, type Figure } from './figure.ts'
import { headingOf, refAt, type Block } from './locate.ts'
import type { ColumnRef, PartOf } from './mapping.ts'
import { figureIn, refuse } from './reading.ts'
import type { SheetRow } from './sheet.ts'

/** What is counted or added up, and over which column. */
export interface Measure { readonly op: 'count' | 'sum' | 'distinct'; readonly of: ColumnRef | null; readonly unit: string | null }

/** The rows that a condition lets through; rows without any cell are none. */
export function kept(block: Block, where: PartOf<'tally'>['where']): readonly SheetRow[] {
  if (!where) return block.rows
  const at = block.at(where.at)
  const values = new Set(where.values.map(headingOf))
  return block.rows.filter((row) => values.has(headingOf(row.cells.get(at)?.text ?? '')))
}

/** Counts or adds up over rows, every cell that is no number refused on its own; null when there is one. */
export function countOver(draft: Draft, of: { readonly block: Block; readonly rows: readonly SheetRow[]; readonly measure: Measure; readonly entry: Entry; readonly slot?: Slot }): Figure | null {
  const { block, rows, measure, entry } = of
  if (measure.op === 'count' && measure.of === null) return { n: BigInt(rows.length), scale: 0 }
  if (measure.of === null) {
    fault(draft, { sheet: block.sheet.name, item: entry.item.key }, problem('import-column-missing', { sheet: block.sheet.name, column: entry.item.name }))
    return null
  }
  const at = block.at(measure.of)
  const filled = rows.filter((row) => !isBlankMark(row.cells.get(at)?.text ?? ''))
  if (measure.op === 'count') return { n: BigInt(filled.length), scale: 0 }
  if (measure.op === 'distinct') return { n: BigInt(new Set(filled.map((row) => row.cells.get(at)?.text.trim())).size), scale: 0 }
  return addUp(draft, { ...of, filled, at })
}

function addUp(draft: Draft, of: { readonly block: Block; readonly filled: readonly SheetRow[]; readonly at: number; readonly measure: Measure; readonly entry: Entry; readonly slot?: Slot }): Figure | null {
  let sum: Figure | null = { n: 0n, scale: 0 }
  for (const row of of.filled) {
    const cell = row.cells.get(of.at)
    const figure: Figure | null = cell ? figureIn(cell, of.measure.unit ?? of.entry.item.unit ?? '') : null
    if (!figure) offer(draft, of.entry, { sheet: of.block.sheet.name, cell: refAt(row.row, of.at), text: cell?.text ?? '' }, { slot: of.slot ?? null, reading: refuse(cell?.kind === 'error' ? 'import-cell-error' : 'import-not-number', { text: cell?.text ?? '' }) })
    sum = figure && sum ? plus(sum, figure) : null
  }
  return sum
}
