import { isEmpty } from '../formula/sheet.ts'
import type { FilingData, Row } from '../filing/filing.ts'
import { lookup, type Entry, type PackIndex } from './lookup.ts'
import type { Carry, Pack } from './schema.ts'
import { sheetItem, sheetOf, type PackSheet, type SheetItem } from './sheet.ts'

/** A value of last year that has no place this year, and why. */
export interface Lost { readonly item: string; readonly text: string; readonly why: string }

/** Answers under other keys, and what has no place there. */
export interface Carried { readonly data: FilingData; readonly lost: readonly Lost[] }

/** Where last year's items go. */
interface Way { readonly from: PackSheet; readonly to: PackIndex; readonly rule: Carry | null; readonly lost: Lost[] }

/** Last year's filing under this year's keys; what was renamed moves, what was split or dropped is listed as lost. */
export const carryFiling = (from: Pack, to: Pack, data: FilingData): Carried => carrySheet(sheetOf(from), to, data)

/** The same from what is kept of a pack that is no longer here. */
export function carrySheet(from: PackSheet, to: Pack, data: FilingData): Carried {
  const way: Way = { from, to: lookup(to), rule: to.carry.find((c) => c.from === from.id) ?? null, lost: [] }
  const values = carryCells(way, data.values, -1)
  const tables: Record<string, readonly Row[]> = {}
  for (const [key, rows] of Object.entries(data.tables)) {
    const table = way.to.table(key)
    if (table) tables[key] = rows.map((row) => ({ id: row.id, cells: carryCells(way, row.cells, table.at) }))
    else for (const row of rows) for (const [item, text] of Object.entries(row.cells)) lose(way, item, text)
  }
  return { data: { values, tables }, lost: way.lost }
}

function carryCells(way: Way, cells: Readonly<Record<string, string>>, table: number): Record<string, string> {
  const carried: Record<string, string> = {}
  for (const [key, text] of Object.entries(cells)) {
    const now = way.rule?.renamed.find((r) => r.old === key)?.now ?? key
    const entry = way.to.item(now)
    const gone = way.rule?.split.some((s) => s.old === key) || way.rule?.dropped.some((d) => d.old === key)
    if (!gone && entry && entry.tableAt === table && sameKind(sheetItem(way.from, key), entry)) carried[now] = text
    else lose(way, key, text)
  }
  return carried
}

function sameKind(old: SheetItem | undefined, now: Entry): boolean {
  if (old === undefined || old.decimals === null) return true
  return old.decimals >= 0 === now.numeric && Math.max(old.decimals, 0) <= now.decimals
}

function lose(way: Way, item: string, text: string): void {
  if (isEmpty(text)) return
  const note = way.rule?.split.find((s) => s.old === item)?.note ?? way.rule?.dropped.find((d) => d.old === item)?.note
  const name = sheetItem(way.from, item)?.name ?? item
  way.lost.push({ item, text, why: note ?? `本年没有与“${name}”对应的指标` })
}

/** The cells a new filing starts with: last year's items that are 带入, and the rows of tables that have such columns. */
export function startFrom(to: Pack, carried: FilingData): FilingData {
  const index = lookup(to)
  const keep = (cells: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(cells).filter(([key]) => index.item(key)?.item.prior === 'carry' && !index.item(key)?.computed))
  const tables: Record<string, readonly Row[]> = {}
  for (const [key, rows] of Object.entries(carried.tables)) tables[key] = rows.map((row) => ({ id: row.id, cells: keep(row.cells) })).filter((row) => Object.keys(row.cells).length > 0)
  return { values: keep(carried.values), tables }
}
