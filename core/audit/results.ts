import type { RuleProgram } from '../formula/program.ts'
import { TooManySteps, type CellAt, type Scope } from '../formula/scope.ts'
import { cellValue, rowsOf, scalar, type SheetRow } from '../formula/sheet.ts'
import type { Template } from '../formula/template.ts'
import { mostSteps } from '../filing/evaluation.ts'
import type { Entry } from '../pack/lookup.ts'
import { cellRef, cellsOf, type Marked } from './cells.ts'
import type { Finding } from './finding.ts'

/** A finding with what is needed to sort it; its explanation is added when findings are listed. */
export interface Hit { readonly rule: RuleProgram; readonly first: Entry | null; readonly row: SheetRow | null; readonly finding: Finding }

/** Hits of every rule: by the rule's position, then by cell or row. */
export type Hits = readonly Map<number, Hit>[]

const wide = 65536

/** The key of a cell's hit within its rule; a row rule's is its row's id, a unit rule's 0. */
export function cellKey(entry: Entry, row: SheetRow | null): number {
  return entry.order + wide * (row?.id ?? 0)
}

/** Gives the rules tested next their steps: one budget a rule over all its rows, one for a round of cells. */
export function giveSteps(scope: Scope): void {
  scope.steps = mostSteps
}

/** Whether the rule fails: its condition is true and it is false. A rule that takes too long fails. */
export function fails(rule: RuleProgram, scope: Scope): boolean {
  try {
    return (rule.when === null || rule.when(scope) === true) && rule.then(scope) === false
  } catch (error) {
    if (error instanceof TooManySteps) return true
    throw error
  }
}

/** Tests a rule over the whole filing. */
export function testUnit(rule: RuleProgram, scope: Scope, hits: Map<number, Hit>): void {
  giveSteps(scope)
  hits.delete(0)
  if (fails(rule, scope)) hits.set(0, hitOf(rule, scope))
}

/** Tests a row rule for every row of its table. */
export function testRows(rule: RuleProgram, scope: Scope, hits: Map<number, Hit>): void {
  giveSteps(scope)
  hits.clear()
  for (const row of rowsOf(scope.sheet, rule.table)) testRow(rule, scope, row, hits)
}

/** Tests a row rule for one row. */
export function testRow(rule: RuleProgram, scope: Scope, row: SheetRow, hits: Map<number, Hit>): void {
  scope.row = row
  hits.delete(row.id)
  if (fails(rule, scope)) hits.set(row.id, hitOf(rule, scope))
  scope.row = null
}

/** Tests cell rules for one cell; the cell of a form that does not apply has no findings. */
export function testCell(rules: readonly RuleProgram[], scope: Scope, cell: Marked, hits: Hits): void {
  const { entry, row } = cell
  const key = cellKey(entry, row)
  if (!cellApplies(entry, scope)) {
    for (const rule of rules) hits[rule.at]?.delete(key)
    return
  }
  scope.row = row
  scope.cell = cellAt(entry, row, scope)
  for (const rule of rules) {
    const own = hits[rule.at] as Map<number, Hit>
    if (own.size > 0) own.delete(key)
    if (fails(rule, scope)) own.set(key, hitOf(rule, scope))
  }
  scope.cell = null
  scope.row = null
}

function cellApplies(entry: Entry, scope: Scope): boolean {
  return entry.formAt < 0 || scope.sheet.applies[entry.formAt] === true
}

function cellAt(entry: Entry, row: SheetRow | null, scope: Scope): CellAt {
  const typed = row === null ? scope.sheet.typed[entry.at] : row.typed[entry.at]
  const value = row === null ? scalar(scope.sheet, entry.at) : cellValue(scope.sheet, entry.tableAt, row, entry.at)
  return { entry, row, typed, value }
}

/** Every entered cell of a filing; they share one budget of steps. */
export function enteredCells(scope: Scope, visit: (cell: Marked) => void): void {
  giveSteps(scope)
  const { index } = scope.sheet
  for (const entry of index.scalars) if (!entry.computed) visit({ entry, row: null })
  for (const table of index.tables)
    for (const row of scope.sheet.rows[table.at] ?? []) for (const entry of table.columns) visit({ entry, row })
}

function hitOf(rule: RuleProgram, scope: Scope): Hit {
  const { cell, row } = scope
  const own: readonly Marked[] = cell ? [{ entry: cell.entry, row: cell.row }] : []
  const cells = [...own, ...cellsOf(rule, scope).filter((c) => c.entry !== cell?.entry)]
  const { id, severity, message, title, todo, hints } = rule.rule
  const finding: Finding = {
    rule: id, severity, row: row?.id ?? null, rowKey: row === null ? null : rowKeyOf(scope, cell?.entry.tableAt ?? rule.table, row),
    item: cell?.entry.item.key ?? null, cells: cells.map(cellRef),
    message, title, detail: filled(rule.detail, scope) ?? message, fact: filled(rule.fact, scope) ?? '', todo, hints, explanation: null, explained: false,
  }
  return { rule, first: cells[0]?.entry ?? null, row: row ?? cells[0]?.row ?? null, finding }
}

/** A text with its values; null when they take too long. */
function filled(template: Template, scope: Scope): string | null {
  try {
    return template(scope)
  } catch (error) {
    if (error instanceof TooManySteps) return null
    throw error
  }
}

function rowKeyOf(scope: Scope, table: number, row: SheetRow): string | null {
  const entry = scope.sheet.index.tables[table]?.rowKey
  return entry ? (row.typed[entry.at] ?? '') : null
}

/** The finding with its row's key as it is typed now; the key may change without the rule being tested again. */
export function withRowKey({ finding, row, rule, first }: Hit, scope: Scope): Finding {
  if (finding.row === null || row === null) return finding
  const rowKey = rowKeyOf(scope, rule.kind === 'cell' ? (first?.tableAt ?? -1) : rule.table, row)
  return rowKey === finding.rowKey ? finding : { ...finding, rowKey }
}

/** Pack order: form, item, row, rule; the sign-off after the forms, what names no cell last. */
export function inPackOrder(a: Hit, b: Hit): number {
  return place(a) - place(b) || (a.first?.order ?? wide) - (b.first?.order ?? wide) || (a.row?.at ?? -1) - (b.row?.at ?? -1) || a.rule.at - b.rule.at
}

function place(hit: Hit): number {
  if (hit.first === null) return wide
  return hit.first.formAt < 0 ? wide - 1 : hit.first.formAt
}
