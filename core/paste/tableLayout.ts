import type { Row } from '../filing/filing.ts'
import { plainName } from '../import/likeness.ts'
import { lookup, type Entry } from '../pack/lookup.ts'
import { say } from '../text/paste.ts'
import { entriesFrom, isEmptyRow, isTotal, outside, passed, type Layout, type Placed } from './layout.ts'
import type { PasteInput } from './plan.ts'
import { narrowed } from './read.ts'
import { readCell } from './readCell.ts'

interface Ground { readonly input: PasteInput; readonly rows: readonly Row[]; readonly columns: readonly (Entry | null)[]; readonly key: Entry | undefined; readonly keyAt: number; readonly headAt: number }

/** Lays a copy over a repeating table: columns by their headings or from the start cell, rows by key or by place, growing at the end. */
export function layTable(input: PasteInput, start: Entry): Layout {
  const index = lookup(input.pack)
  const table = index.tables[start.tableAt]
  const order = entriesFrom(index, input, start)
  const rows = input.data.tables[table?.table.key ?? ''] ?? []
  const headAt = input.matrix.slice(0, 3).findIndex(row => isHeading(row, table?.columns ?? []))
  const columns = columnsOf(input, { order, start, head: headAt < 0 ? null : (input.matrix[headAt] ?? null) })
  const keyAt = columns.findIndex(e => e !== null && e === table?.rowKey)
  const ground: Ground = { input, rows, columns, key: table?.rowKey, keyAt, headAt }
  const match = input.options?.match ?? (keyAt >= 0 && input.matrix.some((_, r) => rowOfKey(ground, r) !== null) ? 'key' : 'position')
  const { cells, added } = placeRows(ground, match === 'key' && keyAt >= 0)
  return { table: table?.table.key ?? null, columns, headings: headAt < 0 ? null : (input.matrix[headAt] ?? null), match: keyAt >= 0 ? match : 'position', added, cells }
}

/** Whether a row names columns: at least half of its texts, and no figure among them. */
function isHeading(row: readonly string[], columns: readonly Entry[]): boolean {
  const texts = row.filter(text => text.trim() !== '')
  const named = texts.filter(text => columnNamed(columns, text) !== null).length
  return texts.length > 0 && named * 2 >= texts.length && !texts.some(text => /^[¥(-]?\d[\d,.]*\)?$/.test(narrowed(text)))
}

/** The column a heading names: the same name, or one that fits no other. */
function columnNamed(columns: readonly Entry[], text: string): Entry | null {
  const wanted = plainName(text)
  if (wanted.length < 2) return null
  const names = columns.map(e => [e, plainName(e.item.name)] as const)
  const same = names.find(([, name]) => name === wanted)
  const alike = names.filter(([, name]) => name.length >= 2 && (name.includes(wanted) || wanted.includes(name)))
  return same?.[0] ?? (alike.length === 1 ? (alike[0]?.[0] ?? null) : null)
}

function columnsOf(input: PasteInput, at: { readonly order: readonly Entry[]; readonly start: Entry; readonly head: readonly string[] | null }): readonly (Entry | null)[] {
  const width = input.matrix[0]?.length ?? 0
  const chosen = input.options?.columns
  if (chosen) return Array.from({ length: width }, (_, c) => at.order.find(e => e.item.key === chosen[c]) ?? null)
  if (at.head && width > 1) {
    const named = at.head.map(text => columnNamed(at.order, text))
    const found = named.filter(e => e !== null)
    if (found.length >= 2 && new Set(found).size === found.length) return named
  }
  const from = at.order.indexOf(at.start)
  return Array.from({ length: width }, (_, c) => at.order[from + c] ?? null)
}

/** The text of a row's key as it would be stored; null when there is none or it fits no code. */
function keyOf({ input, key, keyAt }: Ground, r: number): string | null {
  if (!key || keyAt < 0) return null
  const read = readCell(key, input.matrix[r]?.[keyAt] ?? '', { pack: input.pack, yuan: false, codes: input.options?.codes ?? {} })
  return read.kind === 'value' ? read.text : null
}

function rowOfKey(ground: Ground, r: number): Row | null {
  const key = keyOf(ground, r)
  return key === null ? null : (ground.rows.find(row => (row.cells[ground.key?.item.key ?? ''] ?? '').trim() === key) ?? null)
}

function placeRows(ground: Ground, byKey: boolean): { readonly cells: readonly Placed[]; readonly added: number } {
  const { input, rows } = ground
  const cells: Placed[] = []
  const first = input.target.row === null ? rows.length : rows.findIndex(row => row.id === input.target.row)
  const used = new Set<number>()
  let next = first < 0 ? rows.length : first
  let added = 0
  input.matrix.forEach((texts, r) => {
    const row = byKey ? rowOfKey(ground, r) : (rows[next] ?? null)
    const skip = r === ground.headAt ? 'heading' as const : isTotal(texts) ? 'total' as const : isEmptyRow(texts) && row === null ? 'empty-row' as const : null
    if (skip !== null) { cells.push(...texts.map((_, c) => passed(r, c, skip))); return }
    const fresh = row === null || (byKey && used.has(row.id))
    const waits = byKey && row === null && keyOf(ground, r) === null && (texts[ground.keyAt] ?? '').trim() !== ''
    if (row && !fresh) used.add(row.id)
    cells.push(...texts.map((text, c) => placeCell(ground, { r, c, text, row: fresh ? null : row.id, added: fresh && !waits ? added : null, waits })))
    if (fresh && !waits) added++
    if (!byKey) next++
  })
  return { cells, added }
}

interface Spot { readonly r: number; readonly c: number; readonly text: string; readonly row: number | null; readonly added: number | null; readonly waits: boolean }
function placeCell({ input, columns }: Ground, { r, c, text, row, added, waits }: Spot): Placed {
  const entry = columns[c] ?? null
  if (entry === null) return input.options?.columns || text.trim() === '' ? passed(r, c, 'column-off') : outside(r, c, text)
  return { r, c, entry, row, added, skip: waits ? say('waiting') : null, refused: false }
}
