import { ratioCompare, type Ratio } from '../formula/number.ts'
import { formatAmount } from '../amount.ts'
import { round } from '../formula/number.ts'
import { evaluate, holds, type Given } from './evaluate.ts'
import { isShown, type GridRow } from './expand.ts'
import { walkFormula, type Aggregate, type Formula } from './formula.ts'
import type { NotePart } from './note.ts'
import { cellName, type TableProgram } from './program.ts'

/** Figures and inputs of a table, from wherever they were computed. */
export type Figures = Pick<Given, 'aggregate' | 'input'>
/** The exact value of every cell of a table, null where there is none, by cellName. */
export type CellValues = ReadonlyMap<string, Ratio | null>
export interface Warning { readonly row: string; readonly column: string; readonly text: string }

/** Computes every cell; one that needs itself has no value. */
export function computeCells(program: TableProgram, figures: Figures): CellValues {
  const values = new Map<string, Ratio | null>()
  const open = new Set<string>()
  const value = (name: string): Ratio | null => {
    const known = values.get(name)
    if (known !== undefined) return known
    const formula = program.cells.get(name)?.formula ?? null
    if (formula === null || open.has(name)) return null
    open.add(name)
    const found = evaluate(formula, { ...figures, cell: (row, column) => value(cellName(row, column)) })
    open.delete(name)
    values.set(name, found)
    return found
  }
  for (const name of program.cells.keys()) values.set(name, value(name))
  return values
}

const givenOf = (values: CellValues, figures: Figures): Given => ({ ...figures, cell: (row, column) => values.get(cellName(row, column)) ?? null })

/** The checks of the table that are false, each with its sentence. */
export function warningsOf(program: TableProgram, values: CellValues, figures: Figures): readonly Warning[] {
  const given = givenOf(values, figures)
  return program.checks.flatMap((c) => (holds(c.ok, given) === false ? [{ row: c.row, column: c.column, text: sentence(c.text, given, program.grid.spec.none) }] : []))
}

/** The lines below the table, filled in; a figure that `hidden` keeps back is a star. */
export function notesOf(program: TableProgram, values: CellValues, figures: Figures, hidden: (f: Formula) => boolean = () => false): readonly string[] {
  const given = givenOf(values, figures)
  return program.notes.map((parts) => sentence(parts, given, program.grid.spec.none, hidden))
}

function sentence(parts: readonly NotePart[], given: Given, none: string, hidden: (f: Formula) => boolean = () => false): string {
  return parts.map((p) => {
    if (typeof p === 'string') return p
    if (hidden(p.formula)) return '*'
    const value = evaluate(p.formula, given)
    return value === null ? none : formatAmount(round(value, p.decimals), p.decimals, { grouped: true })
  }).join('')
}

/** The rows in the order that the switches ask for; rows of one list are ordered among themselves. */
export function orderedRows(program: TableProgram, values: CellValues, switches: Readonly<Record<string, string>>): readonly GridRow[] {
  const { rows } = program.grid
  const sorted: GridRow[] = []
  for (let from = 0; from < rows.length; ) {
    const list = rows[from]?.from ?? null
    let to = from + 1
    while (list !== null && rows[to]?.from === list) to++
    const by = list?.sort.find((s) => isShown(s.only, switches))?.column
    const part = rows.slice(from, to)
    sorted.push(...(by === undefined ? part : part.toSorted((a, b) => larger(values.get(cellName(a.key, by)) ?? null, values.get(cellName(b.key, by)) ?? null))))
    from = to
  }
  return sorted
}

const larger = (a: Ratio | null, b: Ratio | null): number => (a === null || b === null ? Number(a === null) - Number(b === null) : ratioCompare(b, a))

/** Visits every part of the formula of a cell, also of the cells it names, each cell once, in the order they stand. */
export function walkBehind(program: TableProgram, name: string, visit: (part: Formula) => void): void {
  const seen = new Set<string>()
  const open = (cell: string): void => {
    const formula = program.cells.get(cell)?.formula
    if (!formula || seen.has(cell)) return
    seen.add(cell)
    walkFormula(formula, (part) => {
      visit(part)
      if (part.k === 'cell') open(cellName(part.row, part.column))
    })
  }
  open(name)
}

/** Every aggregate behind a cell, in the order they stand. */
export function aggregatesBehind(program: TableProgram, name: string): readonly Aggregate[] {
  const found = new Map<string, Aggregate>()
  walkBehind(program, name, (part) => { if (part.k === 'aggregate') found.set(part.of.key, part.of) })
  return [...found.values()]
}
