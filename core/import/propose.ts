import { lookup, type Entry, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { columnName } from '../submission/sheet.ts'
import { isBlankMark, readFigure, unitShift } from './figure.ts'
import { headingOf } from './locate.ts'
import type { Part } from './mapping.ts'
import type { ForeignSheet, SheetRow } from './sheet.ts'
import { likeness, plainName } from './likeness.ts'

/** A part that a sheet suggests, and how sure it is (0 to 1). */
export interface Proposal { readonly part: Part; readonly score: number }

const sure = 0.6

/** What a sheet suggests by its names: a table by its headings, items by the names or codes that stand before a figure. */
export function proposeParts(pack: Pack, sheet: ForeignSheet): readonly Proposal[] {
  const index = lookup(pack)
  const tables = index.tables.flatMap((table) => proposeTable(sheet, table)).toSorted((a, b) => b.score - a.score).slice(0, 3)
  const items = proposeItems(sheet, index.scalars.filter((entry) => !entry.computed && entry.form !== null))
  return [...tables, ...items].toSorted((a, b) => b.score - a.score)
}

interface Match { readonly column: number; readonly header: string; readonly entry: Entry; readonly score: number }

function proposeTable(sheet: ForeignSheet, table: TableEntry): readonly Proposal[] {
  let best: { readonly row: SheetRow; readonly matches: readonly Match[] } | null = null
  for (const row of sheet.rows.slice(0, 20)) {
    const matches = matchRow(row, table.columns)
    if (matches.length > (best?.matches.length ?? 1)) best = { row, matches }
  }
  if (!best) return []
  const { row, matches } = best
  const unit = sheetUnit(sheet, row)
  return [{
    score: matches.reduce((sum, match) => sum + match.score, 0) / Math.max(table.columns.length, 1),
    part: {
      kind: 'table', sheet: sheet.name, headerRow: row.row, lastRow: null, table: table.table.key, mode: 'match',
      columns: matches.map(({ column, header, entry }) => ({ at: { column: columnName(column), header }, item: entry.item.key, unit: unitIn(header, entry) ?? unitIn(unit, entry), codes: {} })),
    },
  }]
}

/** The best column for each item, each column once. */
function matchRow(row: SheetRow, entries: readonly Entry[]): readonly Match[] {
  const all = [...row.cells].filter(([, cell]) => cell.kind === 'text').flatMap(([column, cell]) =>
    entries.map((entry): Match => ({ column, header: cell.text, entry, score: likenessTo(cell.text, entry) })))
  const chosen: Match[] = []
  for (const match of all.filter(({ score }) => score >= sure).toSorted((a, b) => b.score - a.score)) {
    if (!chosen.some((other) => other.column === match.column || other.entry === match.entry)) chosen.push(match)
  }
  return chosen.toSorted((a, b) => a.column - b.column)
}

function likenessTo(text: string, entry: Entry): number {
  const plain = headingOf(text)
  if (plain === entry.item.key || plain === `${entry.formNo}.${entry.item.no}`) return 1
  return likeness(text, entry.item.name)
}

function proposeItems(sheet: ForeignSheet, entries: readonly Entry[]): readonly Proposal[] {
  const found: Proposal[] = []
  const unit = sheet.rows.slice(0, 8).flatMap((row) => [...row.cells.values()]).map((cell) => cell.text).find((text) => /单位[:：]/.test(text)) ?? ''
  for (const row of sheet.rows) {
    const [label, ...rest] = [...row.cells]
    const value = rest.find(([, cell]) => cell.kind !== 'error' && readFigure(cell.text) !== null && !isBlankMark(cell.text))
    if (!label || !value) continue
    const named = [label, ...rest.filter(([, cell]) => cell.kind === 'text' && cell !== value[1])]
    const best = named.flatMap(([at, cell]) => entries.map((entry) => ({ at, text: cell.text, entry, score: likenessTo(cell.text, entry) }))).filter(({ score }) => score >= 0.75).toSorted((a, b) => b.score - a.score)[0]
    if (!best || found.some(({ part, score }) => part.kind === 'lookup' && part.item === best.entry.item.key && score >= best.score)) continue
    found.push({ score: best.score, part: {
      kind: 'lookup', sheet: sheet.name, headerRow: 0, lastRow: null, item: best.entry.item.key, codes: {}, keys: [best.text],
      keyAt: { column: columnName(best.at), header: null }, valueAt: { column: columnName(value[0]), header: null }, unit: unitIn(best.text, best.entry) ?? unitIn(unit, best.entry),
    } })
  }
  return found
}

/** 单位：元 in the lines above the headings. */
const sheetUnit = (sheet: ForeignSheet, heading: SheetRow): string =>
  sheet.rows.filter((row) => row.row < heading.row).flatMap((row) => [...row.cells.values()]).map((cell) => cell.text).find((text) => /单位[:：]/.test(text)) ?? ''

/** The unit a text names, if the item's can be had from it: 金额（元）, 单位：千元. */
function unitIn(text: string, entry: Entry): string | null {
  const own = entry.item.unit
  const named = /[（(]([^（()）]{1,6})[)）]\s*$/.exec(text)?.[1] ?? /单位[:：]\s*(?:人民币)?([^\s，,；;]{1,6})/.exec(text)?.[1]
  return own !== null && entry.numeric && named !== undefined && unitShift(named, own) !== null && plainName(named) !== '' ? named : null
}
