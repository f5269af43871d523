import type { CellRef } from '../filing/filing.ts'
import type { RulePart, RuleProgram } from '../formula/program.ts'
import { TooManySteps, type Reads, type Scope } from '../formula/scope.ts'
import { cellValue, rowsOf, type SheetRow } from '../formula/sheet.ts'
import type { Scalar } from '../formula/value.ts'
import type { Entry } from '../pack/lookup.ts'

/** A cell of a finding before it is named. */
export interface Marked { readonly entry: Entry; readonly row: SheetRow | null }

/** How many cells one finding of a filing, or of a row or cell, names at most. */
const most = { unit: 2000, other: 60 }

/** Cells being gathered, each once, no more than `room`. */
interface Basket { readonly scope: Scope; readonly cells: Map<string, Marked>; readonly room: number }

/** Cells a failed rule reads, the best one to mark first: the failing part before the rest, entered numbers before computed ones, codes last. */
export function cellsOf(rule: RuleProgram, scope: Scope): readonly Marked[] {
  const basket: Basket = { scope, cells: new Map(), room: rule.kind === 'unit' ? most.unit : most.other }
  const failing = rule.parts.filter((part) => isFalse(part, scope))
  for (const part of [...failing, ...rule.parts]) {
    if (part.unique) putRepeated(part.unique, basket)
    putReads(part.reads, basket)
  }
  putReads(rule.whenReads, basket)
  return [...basket.cells.values()]
}

function isFalse(part: RulePart, scope: Scope): boolean {
  try {
    return part.run(scope) === false
  } catch (error) {
    if (error instanceof TooManySteps) return false
    throw error
  }
}

function put(basket: Basket, entry: Entry, row: SheetRow | null): void {
  const key = `${entry.order}.${row?.id ?? 0}`
  if (basket.cells.size < basket.room && !basket.cells.has(key)) basket.cells.set(key, { entry, row })
}

function putReads(reads: Reads, basket: Basket): void {
  const { scope } = basket
  const single: Marked[] = [...reads.scalars].map((entry) => ({ entry, row: null }))
  for (const entry of reads.own) single.push({ entry, row: scope.row })
  single.sort((a, b) => rank(a.entry) - rank(b.entry))
  for (const { entry, row } of single) put(basket, entry, row)
  for (const entry of reads.across) putColumn(entry, basket)
  for (const table of reads.tables) {
    const rowKey = scope.sheet.index.tables[table]?.rowKey
    if (rowKey && ![...reads.across].some((e) => e.tableAt === table)) putColumn(rowKey, basket)
  }
}

/** A column's cells; an empty table is named by its column without a row. */
function putColumn(entry: Entry, basket: Basket): void {
  const rows = rowsOf(basket.scope.sheet, entry.tableAt)
  for (const row of rows.length > basket.room ? rows.slice(0, basket.room) : rows) put(basket, entry, row)
  if (rows.length === 0) put(basket, entry, null)
}

/** Cells whose value stands in an earlier row too. */
function putRepeated(entry: Entry, basket: Basket): void {
  const seen = new Set<Scalar>()
  for (const row of rowsOf(basket.scope.sheet, entry.tableAt)) {
    const value = cellValue(basket.scope.sheet, entry.tableAt, row, entry.at)
    if (value !== null && seen.has(value)) put(basket, entry, row)
    else if (value !== null) seen.add(value)
  }
}

function rank(entry: Entry): number {
  if (entry.numeric) return entry.computed ? 1 : 0
  if (entry.computed) return 4
  return entry.codes ? 3 : 2
}

/** A cell as findings name it. */
export function cellRef({ entry, row }: Marked): CellRef {
  return { form: entry.formNo, item: entry.item.key, row: row?.id ?? null }
}
