import { FormulaError, type Node } from '../formula/ast.ts'
import { parseExpression } from '../formula/parse.ts'
import { lookup } from '../pack/lookup.ts'
import { expand, switchesOf, type Frame, type Grid, type GridCell, type GridRow } from './expand.ts'
import { walkFormula, type Aggregate, type Formula, type InputRef } from './formula.ts'
import { readFormula, type Reading } from './read.ts'
import type { TableSpec } from './schema.ts'
import { parseNote, type NotePart } from './note.ts'
import { yearWords } from './words.ts'

/** Where an expression of a table was refused. */
export interface TableFault { readonly table: string; readonly where: string; readonly at: number; readonly message: string }
export interface CellProgram { readonly cell: GridCell; readonly formula: Formula | null; /** Decimals of an outermost round(): the printing's, the value stays whole. */ readonly decimals: number }
export interface CheckProgram { readonly ok: Formula; readonly row: string; readonly column: string; readonly text: readonly NotePart[] }
/** A table ready to be computed: every cell's formula and the aggregates all of them need, each once. */
export interface TableProgram {
  readonly grid: Grid
  readonly cells: ReadonlyMap<string, CellProgram>
  readonly checks: readonly CheckProgram[]
  readonly notes: readonly (readonly NotePart[])[]
  readonly aggregates: readonly Aggregate[]
  readonly inputs: readonly InputRef[]
  readonly faults: readonly TableFault[]
}

/** The name of a cell inside its table. */
export const cellName = (row: string, column: string): string => `${row} ${column}`

/** Reads every expression of a table for one frame; refused ones are faults and give no value. With `sample` only one row of each list is read; `known` keeps what was read before under other switches. */
export function programFor(spec: TableSpec, frame: Frame, sample = false, known: KnownFormulas = new Map()): TableProgram {
  const grid = expand(spec, frame)
  const draft: Draft = { spec, frame, switches: switchesOf(spec, frame.switches), faults: [], parsed: new Map(), known }
  const cells = new Map(grid.rows.flatMap((r) => r.cells.map((c) => [cellName(c.row, c.column), sample && isRepeat(grid, r) ? unread(c) : cellProgram(draft, c)] as const)))
  for (const [name, { formula }] of cells) if (formula) checkCells(draft, name, formula, cells)
  const bare = readingOf(draft, spec.switches.flatMap((s) => s.options.find((o) => o.key === draft.switches[s.key])?.where ?? []).map((w) => parsed(draft, w)), [])
  const notes = spec.notes.map((n, i) => attempt(draft, `附注 ${i + 1}`, () => parseNote(yearWords(n, frame.year), bare)) ?? [])
  const checks = spec.checks.flatMap((c, i) => {
    const where = `检查 ${i + 1}`
    const ok = attempt(draft, where, () => readFormula(yearWords(c.ok, frame.year), bare))
    const text = attempt(draft, where, () => parseNote(yearWords(c.text, frame.year), bare))
    if (ok) checkCells(draft, where, ok, cells)
    return ok && text ? [{ ok, text, row: c.row, column: c.column }] : []
  })
  const formulas = [...[...cells.values()].map((c) => c.formula), ...checks.flatMap((c) => [c.ok, ...formulasOf(c.text)]), ...notes.flatMap(formulasOf)]
  return { grid, cells, checks, notes, ...gather(formulas), faults: draft.faults }
}

const isRepeat = (grid: Grid, row: GridRow): boolean => row.from !== null && grid.rows.find((r) => r.from === row.from) !== row
const unread = (cell: GridCell): CellProgram => ({ cell, formula: null, decimals: cell.format.decimals })

interface Draft { readonly spec: TableSpec; readonly frame: Frame; readonly switches: Readonly<Record<string, string>>; readonly faults: TableFault[]; readonly parsed: Map<string, Node>; readonly known: KnownFormulas }
/** Formulas by everything that makes them. */
export type KnownFormulas = Map<string, Formula>

function attempt<T>(draft: Draft, where: string, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    draft.faults.push({ table: draft.spec.id, where, at: error.at, message: error.message })
    return null
  }
}

function readingOf(draft: Draft, always: readonly Node[], row: readonly Node[]): Reading {
  const chosen = (key: string, option: string): boolean | null => (draft.spec.switches.some((s) => s.key === key && s.options.some((o) => o.key === option)) ? draft.switches[key] === option : null)
  return { index: lookup(draft.frame.pack), year: draft.frame.year, always, row, chosen }
}

function cellProgram(draft: Draft, cell: GridCell): CellProgram {
  const { e } = cell
  const decimals = cell.format.decimals
  if (e === null) return { cell, formula: null, decimals }
  const formula = attempt(draft, `${cell.row} 行 ${cell.column} 栏`, () => remembered(draft, [e, ...cell.where.always, '/', ...cell.where.row].join('\n'), () =>
    readFormula(e, readingOf(draft, cell.where.always.map((w) => parsed(draft, w)), cell.where.row.map((w) => parsed(draft, w))))))
  if (formula?.k === 'call' && formula.fn === 'round' && !cell.decimalsGiven) return { cell, formula: formula.args[0] ?? null, decimals: formula.n }
  return { cell, formula, decimals }
}

function remembered(draft: Draft, source: string, read: () => Formula): Formula {
  const key = source.includes('chosen(') ? `${JSON.stringify(draft.switches)}${source}` : source
  const known = draft.known.get(key)
  if (known) return known
  const formula = read()
  draft.known.set(key, formula)
  return formula
}

function parsed(draft: Draft, source: string): Node {
  const known = draft.parsed.get(source)
  if (known) return known
  const node = parseExpression(source)
  draft.parsed.set(source, node)
  return node
}

/** Cells that are named must be there. A circle is found when the table is computed. */
function checkCells(draft: Draft, where: string, formula: Formula, cells: ReadonlyMap<string, CellProgram>): void {
  walkFormula(formula, (f) => {
    if (f.k === 'cell' && !cells.has(cellName(f.row, f.column))) draft.faults.push({ table: draft.spec.id, where, at: f.at, message: `本表没有“${f.row}”行“${f.column}”栏` })
  })
}

const formulasOf = (parts: readonly NotePart[]): readonly Formula[] => parts.flatMap((p) => (typeof p === 'string' ? [] : [p.formula]))

/** The distinct aggregates and inputs of formulas. */
export function gather(formulas: readonly (Formula | null)[]): { readonly aggregates: readonly Aggregate[]; readonly inputs: readonly InputRef[] } {
  const aggregates = new Map<string, Aggregate>()
  const inputs = new Map<string, InputRef>()
  for (const formula of formulas) {
    if (formula === null) continue
    walkFormula(formula, (f) => {
      if (f.k === 'aggregate') aggregates.set(f.of.key, f.of)
      if (f.k === 'input') inputs.set(inputName(f.of), f.of)
    })
  }
  return { aggregates: [...aggregates.values()], inputs: [...inputs.values()] }
}

/** One name an input and year. */
export const inputName = ({ kind, key, year }: InputRef): string => `${kind} ${key} ${year}`
