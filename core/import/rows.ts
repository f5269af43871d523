import type { Entry, TableEntry } from '../pack/lookup.ts'
import { problem } from '../problem.ts'
import { clearTable, fault, locate, newSlot, offer, skipTotals, slotOf, target, type Draft, type Slot } from './draft.ts'
import { figureText } from './figure.ts'
import { rangeOf, refAt, type Block } from './locate.ts'
import type { PartOf } from './mapping.ts'
import { countOver, kept } from './measure.ts'
import { figureReading, readCell, type Reading } from './reading.ts'
import type { SheetCell, SheetRow } from './sheet.ts'

function tableOf(draft: Draft, part: PartOf<'table'> | PartOf<'group'>): TableEntry | null {
  const table = draft.index.table(part.table)
  if (!table) fault(draft, { sheet: part.sheet, item: part.table }, problem('filing-unknown-key', { item: part.table }))
  else if (part.mode === 'replace') clearTable(draft, table)
  return table ?? null
}

/** A column of a part that was found in the pack and in the sheet. */
interface Column { readonly entry: Entry; readonly at: number; readonly unit: string | null; readonly codes: Readonly<Record<string, string>> }
interface Read { readonly column: Column; readonly cell: SheetCell | undefined; readonly reading: Reading }

/** Plans rows that are rows of a repeating table. */
export function planTable(draft: Draft, part: PartOf<'table'>): void {
  const table = tableOf(draft, part)
  const block = locate(draft, part, part.columns.map((column) => column.at))
  if (!table || !block) return
  skipTotals(draft, block)
  const columns = part.columns.flatMap((column): Column[] => {
    const entry = target(draft, part.sheet, column.item, table)
    return entry ? [{ entry, at: block.at(column.at), unit: column.unit, codes: column.codes }] : []
  })
  const seen = new Map<string, number>()
  for (const row of block.rows) planRow(draft, { table, block, part, seen }, { row, reads: columns.map((column) => ({ column, cell: row.cells.get(column.at), reading: readCell(column.entry, row.cells.get(column.at), column) })) })
}

interface Rows { readonly table: TableEntry; readonly block: Block; readonly part: PartOf<'table'>; readonly seen: Map<string, number> }

function planRow(draft: Draft, of: Rows, { row, reads }: { readonly row: SheetRow; readonly reads: readonly Read[] }): void {
  if (reads.every(({ reading }) => reading.text === '' && !reading.refused)) return
  const key = reads.find(({ column }) => column.entry === of.table.rowKey)
  const slot = place(draft, of, row, key)
  for (const { column, cell, reading } of reads) {
    // Of a row that has no place only what is wrong is shown.
    if (slot || reading.refused) offer(draft, column.entry, { sheet: of.block.sheet.name, cell: refAt(row.row, column.at), text: cell?.text ?? '' }, { slot: slot ?? newSlot(draft, of.table, null), reading })
  }
}

/** The row of the filing that a row of the sheet goes to; null when it has none. */
function place(draft: Draft, { table, block, part, seen }: Rows, row: SheetRow, key: Read | undefined): Slot | null {
  if (!key) return newSlot(draft, table, null)
  const at = { sheet: block.sheet.name, cell: refAt(row.row, key.column.at), item: table.rowKey.item.key }
  if (key.reading.refused) return null
  const { text } = key.reading
  if (text === '') { fault(draft, at, problem('import-key-blank', { name: table.rowKey.item.name })); return null }
  if (seen.has(text) && part.mode !== 'add') { fault(draft, at, problem('import-key-twice', { key: text, row: seen.get(text) ?? 0 })); return null }
  seen.set(text, row.row)
  return part.mode === 'add' ? newSlot(draft, table, text) : slotOf(draft, table, text)
}

/** Plans rows that are grouped by a column: one row of the table a group. */
export function planGroup(draft: Draft, part: PartOf<'group'>): void {
  const table = tableOf(draft, part)
  const block = locate(draft, part, [part.by.at, part.where?.at ?? null, ...part.measures.map((measure) => measure.of)].filter((column) => column !== null))
  const by = table ? target(draft, part.sheet, part.by.item, table) : null
  if (!table || !block || !by) return
  skipTotals(draft, block)
  const measures = part.measures.flatMap((measure) => {
    const entry = target(draft, part.sheet, measure.item, table)
    return entry ? [{ measure, entry }] : []
  })
  for (const [key, rows] of grouped(draft, { block, part, by })) {
    const slot = by === table.rowKey && part.mode !== 'add' ? slotOf(draft, table, key) : newSlot(draft, table, key)
    const from = { sheet: block.sheet.name, cell: rangeOf(rows, block.at(part.by.at)), text: rows[0]?.cells.get(block.at(part.by.at))?.text ?? '' }
    if (!draft.taken.has(`${by.item.key}/${slot.row ?? ''}/${slot.added ?? ''}`)) offer(draft, by, from, { slot, reading: { text: key, refused: null, note: null } })
    for (const { measure, entry } of measures) {
      const figure = countOver(draft, { block, rows, measure, entry, slot })
      if (!figure) continue
      const cell = measure.of ? rangeOf(rows, block.at(measure.of)) : from.cell
      offer(draft, entry, { sheet: from.sheet, cell, text: figureText(figure) }, { slot, reading: figureReading(entry, figure, measure.op === 'sum' ? (measure.unit ?? entry.item.unit ?? '') : (entry.item.unit ?? '')) })
    }
  }
}

/** Rows by their key; each text that is no key is refused once, at its first cell. */
function grouped(draft: Draft, { block, part, by }: { readonly block: Block; readonly part: PartOf<'group'>; readonly by: Entry }): ReadonlyMap<string, readonly SheetRow[]> {
  const groups = new Map<string, SheetRow[]>()
  const refused = new Set<string>()
  const at = block.at(part.by.at)
  for (const row of kept(block, part.where)) {
    const cell = row.cells.get(at)
    const reading = readCell(by, cell, { unit: null, codes: part.by.codes })
    const text = cell?.text.trim() ?? ''
    if (reading.text !== '') groups.set(reading.text, [...(groups.get(reading.text) ?? []), row])
    else if (!refused.has(text)) {
      refused.add(text)
      const source = { sheet: block.sheet.name, cell: refAt(row.row, at), text }
      if (reading.refused) offer(draft, by, source, { slot: newSlot(draft, draft.index.table(part.table) as TableEntry, null), reading })
      else fault(draft, { ...source, item: by.item.key }, problem('import-key-blank', { name: by.item.name }))
    }
  }
  return groups
}

