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
  const units = sheet.rows.filter((above) => above.row < row.row).flatMap(unitTexts)
  return [{
    score: matches.reduce((sum, match) => sum + match.score, 0) / Math.max(table.columns.length, 1),
    part: {
      kind: 'table', sheet: sheet.name, headerRow: row.row, lastRow: null, table: table.table.key, mode: 'match',
      columns: matches.map(({ column, header, entry }) => ({ at: { column: columnName(column), header }, item: entry.item.key, unit: [header, ...units].map((text) => unitIn(text, entry)).find((unit) => unit !== null) ?? null, codes: {} })),
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
  const numbering = numberingColumns(sheet)
  const units = sheet.rows.slice(0, 8).flatMap(unitTexts)
  const found = new Map<string, Proposal>()
  for (const row of sheet.rows) {
    const value = [...row.cells].slice(1).find(([column, cell]) => !numbering.has(column) && cell.kind !== 'error' && !isBlankMark(cell.text) && readFigure(cell.text) !== null)
    const best = value ? bestLabel(row, value[0], entries) : undefined
    if (!value || !best || best.score <= (found.get(best.entry.item.key)?.score ?? 0)) continue
    found.set(best.entry.item.key, { score: best.score, part: {
      kind: 'lookup', sheet: sheet.name, headerRow: 0, lastRow: null, item: best.entry.item.key, codes: {}, keys: [best.header],
      keyAt: { column: columnName(best.column), header: null }, valueAt: { column: columnName(value[0]), header: null },
      unit: [best.header, ...units].map((text) => unitIn(text, best.entry)).find((unit) => unit !== null) ?? null,
    } })
  }
  return [...found.values()]
}

/** The item that a text before the figure names best. */
function bestLabel(row: SheetRow, before: number, entries: readonly Entry[]): Match | undefined {
  return [...row.cells].filter(([column]) => column < before)
    .flatMap(([column, cell]) => entries.map((entry): Match => ({ column, header: cell.text, entry, score: likenessTo(cell.text, entry) })))
    .filter(({ score }) => score >= 0.75).toSorted((a, b) => b.score - a.score)[0]
}

/** Columns that only number the rows: 行次, 序号. */
function numberingColumns(sheet: ForeignSheet): ReadonlySet<number> {
  const cells = sheet.rows.slice(0, 20).flatMap((row) => [...row.cells])
  return new Set(cells.filter(([, cell]) => /^(?:行次|序号|行号|编号|代码|科目编码|科目代码)$/.test(headingOf(cell.text))).map(([column]) => column))
}

/** 单位：元 in a row. */
const unitTexts = (row: SheetRow): readonly string[] => [...row.cells.values()].map((cell) => cell.text).filter((text) => /单位[:：]/.test(text))

/** The unit a text names, if the item's can be had from it: 金额（元）, 单位：千元. */
function unitIn(text: string, entry: Entry): string | null {
  const own = entry.item.unit
  const named = /[（(]([^（()）]{1,6})[)）]\s*$/.exec(text)?.[1] ?? /单位[:：]\s*(?:人民币)?([^\s，,；;]{1,6})/.exec(text)?.[1]
  return own !== null && entry.numeric && named !== undefined && unitShift(named, own) !== null && plainName(named) !== '' ? named : null
}
