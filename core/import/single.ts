import type { Entry } from '../pack/lookup.ts'
import { problem } from '../problem.ts'
import { fault, locate, offer, skipTotals, target, type Draft } from './draft.ts'
import { figureText, isBlankMark, plus, type Figure } from './figure.ts'
import { headingOf, rangeOf, refAt, sheetOf, type Block } from './locate.ts'
import type { PartOf } from './mapping.ts'
import { countOver, kept } from './measure.ts'
import { figureIn, figureReading, readCell, refuse } from './reading.ts'
import { placeOf, type SheetRow } from './sheet.ts'

/** Plans one cell that is one item. */
export function planCell(draft: Draft, part: PartOf<'cell'>): void {
  const entry = target(draft, part.sheet, part.item, null)
  const sheet = sheetOf(draft.sheets, part.sheet)
  const place = placeOf(part.cell)
  if ('code' in sheet) return fault(draft, { sheet: part.sheet }, sheet)
  if (!entry || !place) return
  const cell = sheet.rows.find((row) => row.row === place.row)?.cells.get(place.column)
  offer(draft, entry, { sheet: sheet.name, cell: part.cell, text: cell?.text ?? '' }, { slot: null, reading: readCell(entry, cell, part) })
}

/** Plans an item that is found by the name of its row; several rows are added up. */
export function planLookup(draft: Draft, part: PartOf<'lookup'>): void {
  const entry = target(draft, part.sheet, part.item, null)
  const block = locate(draft, part, [part.keyAt, part.valueAt])
  if (!entry || !block) return
  const rows = part.keys.map((key) => rowOf(draft, block, { key, part }))
  const found = rows.filter((row): row is SheetRow => row !== null)
  if (found.length < rows.length || found.length === 0) return
  const at = block.at(part.valueAt)
  const [first] = found
  if (found.length === 1 && first) {
    const cell = first.cells.get(at)
    return offer(draft, entry, { sheet: block.sheet.name, cell: refAt(first.row, at), text: cell?.text ?? '' }, { slot: null, reading: readCell(entry, cell, part) })
  }
  addUp(draft, { entry, block, rows: found, at, unit: part.unit })
}

/** The one row of a name, totals included: a statement's 资产总计 is meant. */
function rowOf(draft: Draft, block: Block, { key, part }: { readonly key: string; readonly part: PartOf<'lookup'> }): SheetRow | null {
  const at = block.at(part.keyAt)
  const same = [...block.rows, ...block.totals].filter((row) => headingOf(row.cells.get(at)?.text ?? '') === headingOf(key))
  const [row, again] = same
  const where = { sheet: block.sheet.name, item: part.item }
  if (!row) fault(draft, where, problem('import-key-missing', { sheet: block.sheet.name, key }))
  else if (again) fault(draft, { ...where, cell: refAt(again.row, at) }, problem('import-key-twice', { key, row: again.row }))
  return again ? null : (row ?? null)
}

interface Adding { readonly entry: Entry; readonly block: Block; readonly rows: readonly SheetRow[]; readonly at: number; readonly unit: string | null }

function addUp(draft: Draft, { entry, block, rows, at, unit }: Adding): void {
  const from = unit ?? entry.item.unit ?? ''
  let sum: Figure = { n: 0n, scale: 0 }
  for (const row of rows) {
    const cell = row.cells.get(at)
    if (!cell || isBlankMark(cell.text)) continue
    const figure = figureIn(cell, from)
    if (!figure) return offer(draft, entry, { sheet: block.sheet.name, cell: refAt(row.row, at), text: cell.text }, { slot: null, reading: refuse(cell.kind === 'error' ? 'import-cell-error' : 'import-not-number', { text: cell.text }) })
    sum = plus(sum, figure)
  }
  const cells = rows.map((row) => refAt(row.row, at)).join('+')
  offer(draft, entry, { sheet: block.sheet.name, cell: cells, text: figureText(sum) }, { slot: null, reading: entry.numeric ? figureReading(entry, sum, from) : refuse('import-not-number', { text: figureText(sum) }) })
}

/** Plans an item that counts or adds up the rows of a list. */
export function planTally(draft: Draft, part: PartOf<'tally'>): void {
  const entry = target(draft, part.sheet, part.item, null)
  const block = locate(draft, part, [part.of, part.where?.at ?? null].filter((column) => column !== null))
  if (!entry || !block) return
  skipTotals(draft, block)
  const rows = kept(block, part.where)
  const counted = countOver(draft, { block, rows, measure: part, entry })
  if (!counted) return
  const at = part.of ? block.at(part.of) : 0
  offer(draft, entry, { sheet: block.sheet.name, cell: rangeOf(rows, at), text: figureText(counted) }, { slot: null, reading: figureReading(entry, counted, part.op === 'sum' ? (part.unit ?? entry.item.unit ?? '') : (entry.item.unit ?? '')) })
}
