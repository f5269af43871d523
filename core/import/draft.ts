import type { FilingData } from '../filing/filing.ts'
import type { Entry, PackIndex, TableEntry } from '../pack/lookup.ts'
import { problem, type Problem } from '../problem.ts'
import type { ImportCell, ImportFault, ImportPlan, ImportSkip } from './plan.ts'
import type { Reading } from './reading.ts'
import { blockOf, sheetOf, type Block, type BlockRef } from './locate.ts'
import type { ColumnRef } from './mapping.ts'
import type { ForeignSheet } from './sheet.ts'

/** A row that cells go to: one of the filing's, or one to be added. */
export interface Slot { readonly row: number | null; readonly added: number | null; readonly rowKey: string | null; readonly cells: Readonly<Record<string, string>> }
/** Where a cell comes from. */
export interface Source { readonly sheet: string; readonly cell: string; readonly text: string }

/** An import being planned. */
export interface Draft {
  readonly index: PackIndex
  readonly data: FilingData
  readonly sheets: readonly ForeignSheet[]
  readonly cells: ImportCell[]
  readonly faults: ImportFault[]
  readonly skipped: ImportSkip[]
  readonly removed: ImportPlan['removed'][number][]
  /** What fills each cell already. */
  readonly taken: Map<string, string>
  /** Rows by table and key, so that several parts may fill one row. */
  readonly slots: Map<string, Map<string, Slot>>
  readonly counts: Map<string, number>
}

/** Begins a plan. */
export const beginDraft = (index: PackIndex, data: FilingData, sheets: readonly ForeignSheet[]): Draft =>
  ({ index, data, sheets, cells: [], faults: [], skipped: [], removed: [], taken: new Map(), slots: new Map(), counts: new Map() })

/** Notes what is wrong with a sheet as a whole. */
export function fault(draft: Draft, at: { readonly sheet: string; readonly cell?: string | null; readonly item?: string | null }, found: Problem): void {
  const one: ImportFault = { sheet: at.sheet, cell: at.cell ?? null, item: at.item ?? null, problem: found }
  if (!draft.faults.some((known) => JSON.stringify(known) === JSON.stringify(one))) draft.faults.push(one)
}

/** The item that a mapping names, as an entered cell of a table (null: one that stands once); notes when there is none. */
export function target(draft: Draft, sheet: string, item: string, table: TableEntry | null): Entry | null {
  const entry = draft.index.item(draft.index.keyOf(item) ?? item)
  if (!entry || entry.tableAt !== (table?.at ?? -1)) {
    fault(draft, { sheet, item }, problem('filing-unknown-key', { item }))
    return null
  }
  if (!entry.computed) return entry
  fault(draft, { sheet, item }, problem('import-item-computed', { name: entry.item.name }))
  return null
}

/** The rows of data that a part reads; notes a missing sheet and every missing column. */
export function locate(draft: Draft, ref: BlockRef, columns: readonly ColumnRef[]): Block | null {
  const sheet = sheetOf(draft.sheets, ref.sheet)
  if ('code' in sheet) {
    fault(draft, { sheet: ref.sheet }, sheet)
    return null
  }
  const block = blockOf(sheet, ref, columns)
  for (const missing of block.missing) fault(draft, { sheet: sheet.name }, missing)
  return block.missing.length === 0 ? block : null
}

/** Notes the totals that are left out. */
export function skipTotals(draft: Draft, block: Block): void {
  for (const row of block.totals) {
    if (draft.skipped.some((known) => known.sheet === block.sheet.name && known.row === row.row)) continue
    draft.skipped.push({ sheet: block.sheet.name, row: row.row, text: [...row.cells.values()][0]?.text ?? '', problem: problem('import-total-row') })
  }
}

/** Puts a reading beside what stands in the filing; what is blank is left as it is. */
export function offer(draft: Draft, entry: Entry, from: Source, to: { readonly slot: Slot | null; readonly reading: Reading }): void {
  const { slot, reading } = to
  if (reading.text === '' && !reading.refused) return
  const id = `${entry.item.key}/${slot?.row ?? ''}/${slot?.added ?? ''}`
  const before = draft.taken.get(id)
  const twice = before === undefined ? null : problem('import-same-cell', { name: entry.item.name, cell: before })
  const old = (slot ? slot.cells : draft.data.values)[entry.item.key] ?? ''
  const refused = reading.refused ?? twice
  draft.taken.set(id, before ?? `${from.sheet}!${from.cell}`)
  draft.cells.push({
    sheet: from.sheet, cell: from.cell, source: from.text, form: entry.formNo, item: entry.item.key, name: entry.item.name, table: entry.table?.key ?? null,
    row: slot?.row ?? null, added: slot?.added ?? null, rowKey: slot?.rowKey ?? null, old, now: refused ? old : reading.text,
    verdict: refused ? 'refused' : old === reading.text ? 'same' : old === '' ? 'fills' : 'replaces', problem: refused, note: refused ? null : reading.note,
  })
}

/** A row to be added to a table. */
export function newSlot(draft: Draft, table: TableEntry, rowKey: string | null): Slot {
  const added = (draft.counts.get(table.table.key) ?? 0) + 1
  draft.counts.set(table.table.key, added)
  return { row: null, added, rowKey, cells: {} }
}

/** The row of a key: the filing's, one that is being added already, or a new one. */
export function slotOf(draft: Draft, table: TableEntry, rowKey: string): Slot {
  const key = table.table.key
  const known = draft.slots.get(key) ?? ownSlots(draft, table)
  draft.slots.set(key, known)
  const slot = known.get(rowKey) ?? newSlot(draft, table, rowKey)
  known.set(rowKey, slot)
  return slot
}

function ownSlots(draft: Draft, table: TableEntry): Map<string, Slot> {
  const gone = new Set(draft.removed.filter((row) => row.table === table.table.key).map((row) => row.row))
  const rows = (draft.data.tables[table.table.key] ?? []).filter((row) => !gone.has(row.id))
  return new Map(rows.map((row) => {
    const rowKey = row.cells[table.rowKey.item.key] ?? ''
    return [rowKey, { row: row.id, added: null, rowKey, cells: row.cells }] as const
  }).filter(([rowKey]) => rowKey !== '').toReversed())
}

/** Takes the present rows of a table out. */
export function clearTable(draft: Draft, table: TableEntry): void {
  if (draft.removed.some((row) => row.table === table.table.key)) return
  for (const row of draft.data.tables[table.table.key] ?? []) draft.removed.push({ table: table.table.key, row: row.id, rowKey: row.cells[table.rowKey.item.key] ?? null })
}
