import { protect, tells, type PublicFigure } from './disclosure.ts'
import type { Sum } from './equations.ts'
import { conjuncts, nodeKey, walkFormula, type Aggregate, type Formula } from './formula.ts'
import type { AggregateFigure } from './ledgerData.ts'
import { cellName, type TableProgram } from './program.ts'

type Figures = ReadonlyMap<string, AggregateFigure>

/**
 * The keys of the aggregates that the public edition must not let be known (forms.md 5). `programs` are all tables of the edition,
 * because a figure hidden in one must not follow from another; `figures` has every aggregate of theirs.
 * A cell, note or chart point prints `*` when `readsHidden` says so of its formula; so nothing printed depends on a hidden figure.
 */
export function hiddenAggregates(programs: readonly TableProgram[], figures: Figures): ReadonlySet<string> {
  const sensitive = new Set(programs.flatMap(sensitiveIn))
  const all = new Map(programs.flatMap((p) => p.aggregates).map((a) => [a.key, a] as const))
  const alias = aliases(all, figures)
  const named = (key: string): string => alias.get(key) ?? key
  const sums = programs.flatMap((p) => sumsOf(p, figures)).map((s) => ({ total: named(s.total), parts: s.parts.map(named) }))
  const list = [...all.values()].flatMap((a) => publicFigure(a, { figures, sensitive })).map((f) => ({ ...f, key: named(f.key) }))
  const left = rests([...all.values()], { figures, sensitive })
  const between = left.map(({ sum }) => ({ total: named(sum.total), parts: sum.parts.map(named) })).filter((s) => !s.parts.includes(s.total))
  const hidden = protect([...merged(list), ...left.map((r) => r.figure)], [...sums, ...between])
  return new Set([...all.keys()].filter((key) => hidden.has(named(key))))
}

/** Whether a formula, or a cell that it names, reads a hidden figure. */
export function readsHidden(formula: Formula, program: TableProgram, hidden: ReadonlySet<string>): boolean {
  return hidden.size > 0 && aggregatesIn(formula, program).some((a) => hidden.has(a.key))
}

/** The aggregates of a formula in the order they stand, those of named cells too. */
function aggregatesIn(formula: Formula, program: TableProgram, through: readonly string[] = []): readonly Aggregate[] {
  const found: Aggregate[] = []
  walkFormula(formula, (f) => {
    if (f.k === 'aggregate') found.push(f.of)
    const name = f.k === 'cell' ? cellName(f.row, f.column) : ''
    const named = f.k === 'cell' && !through.includes(name) ? program.cells.get(name)?.formula : null
    if (named) found.push(...aggregatesIn(named, program, [...through, name]))
  })
  return found
}

/** Sums in cells marked sensitive, and every sum over units in a note. Counts of units are public. */
function sensitiveIn(program: TableProgram): readonly string[] {
  const marked = [...program.cells.values()].flatMap((c) => (c.formula && c.cell.format.sensitive ? [c.formula] : []))
  const noted = program.notes.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.formula]))
  return [...marked, ...noted].flatMap((f) => aggregatesIn(f, program)).filter((a) => a.kind === 'sum' && a.over !== 'R').map((a) => a.key)
}

interface Whole { readonly figures: Figures; readonly sensitive: ReadonlySet<string> }

function publicFigure(a: Aggregate, { figures, sensitive }: Whole): readonly PublicFigure[] {
  const figure = figures.get(a.key)
  if (!figure || figure.value === null) return []
  const { value, units, largest } = figure
  return [{ key: a.key, value, units, largest, sensitive: sensitive.has(a.key) }]
}

interface Rest { readonly figure: PublicFigure; readonly sum: Sum }

/**
 * What is left of a sum over units when a narrower one is taken away, though nobody prints it: all units beside those of provincial level,
 * a like-for-like sum beside the whole one. Where fewer than three units are left, one of the two has to go.
 */
function rests(aggregates: readonly Aggregate[], { figures, sensitive }: Whole): readonly Rest[] {
  const over = aggregates.filter((a) => a.kind === 'sum' && a.over === 'U' && sensitive.has(a.key))
  const byParts = new Map(over.map((a) => [partsKey(a, parts(a)), a] as const))
  return over.flatMap((narrow) => fewer(parts(narrow)).flatMap((kept) => {
    const wide = byParts.get(partsKey(narrow, kept))
    const [w, n] = [wide ? figures.get(wide.key) : undefined, figures.get(narrow.key)]
    if (!wide || !w || !n || w.value === null || n.value === null) return []
    const rest = { value: w.value - n.value, units: w.units - n.units, largest: 0n }
    if (rest.units <= 0 || !tells(rest)) return []
    const key = `${wide.key} − ${narrow.key}`
    return [{ figure: { key, ...rest, sensitive: true }, sum: { total: wide.key, parts: [narrow.key, key] } }]
  }))
}

/** The conditions of an aggregate, being like for like one of them. */
const parts = (a: Aggregate): readonly string[] => [...conjuncts(a.where).map(nodeKey), ...(a.same === null ? [] : [`same ${a.same}`])].toSorted()
const partsKey = (a: Aggregate, list: readonly string[]): string => JSON.stringify([a.offset, nodeKey(a.value), list])

/** Every choice with at least one condition less. */
function fewer(list: readonly string[]): readonly (readonly string[])[] {
  if (list.length === 0 || list.length > 6) return []
  return Array.from({ length: 2 ** list.length - 1 }, (_, mask) => list.filter((_part, i) => (mask >> i) % 2 === 1))
}

/** Figures of the same value from the same number of units are taken for one, so that none tells the other: rev_core is the sum of dom_rev. */
function aliases(all: ReadonlyMap<string, Aggregate>, figures: Figures): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const alias = new Map<string, string>()
  for (const a of all.values()) {
    const figure = figures.get(a.key)
    if (a.kind !== 'sum' || !figure || figure.value === null || figure.value === 0n) continue
    const print = `${a.offset} ${a.scale} ${figure.value} ${figure.units} ${figure.largest}`
    const known = first.get(print)
    if (known === undefined) first.set(print, a.key)
    else alias.set(a.key, known)
  }
  return alias
}

function merged(list: readonly PublicFigure[]): readonly PublicFigure[] {
  const byKey = new Map<string, PublicFigure>()
  for (const f of list) byKey.set(f.key, { ...f, sensitive: f.sensitive || byKey.get(f.key)?.sensitive === true })
  return [...byKey.values()]
}

/** What adds up in a table: rows with `sumOf`, the rows of an `each` with `into`, columns with `sums`. Only what is so in the figures counts. */
export function sumsOf(program: TableProgram, figures: Figures): readonly Sum[] {
  const { grid } = program
  const columns = grid.columns.map((c) => c.key)
  const listed = [...grid.rows.flatMap((r) => (r.sumOf.length > 0 ? [[r.key, r.sumOf] as const] : [])), ...blocks(program)]
  const down = listed.flatMap(([total, parts]) => columns.flatMap((c) => aligned(program, cellName(total, c), parts.map((p) => cellName(p, c)))))
  const across = grid.rows.flatMap((r) => grid.spec.sums.flatMap((s) => aligned(program, cellName(r.key, s.total), s.parts.map((c) => cellName(r.key, c)))))
  return [...down, ...across].filter((s) => addsUp(s, figures))
}

/** Rows of one `each` that go into the same row. */
function blocks({ grid }: TableProgram): readonly (readonly [string, readonly string[]])[] {
  const into = new Map<string, { readonly total: string; readonly parts: string[] }>()
  const order = [...new Set(grid.rows.map((r) => r.from))]
  for (const row of grid.rows) {
    if (row.into === null) continue
    const name = `${order.indexOf(row.from)} ${row.into}`
    const block = into.get(name) ?? { total: row.into, parts: [] }
    block.parts.push(row.key)
    into.set(name, block)
  }
  return [...into.values()].map(({ total, parts }) => [total, parts] as const)
}

/** The aggregates of cells with one pattern, place by place. */
function aligned(program: TableProgram, total: string, parts: readonly string[]): readonly Sum[] {
  const of = (name: string): readonly Aggregate[] => {
    const formula = program.cells.get(name)?.formula
    return formula ? aggregatesIn(formula, program) : []
  }
  const whole = of(total)
  const pieces = parts.filter((p) => program.cells.has(p)).map(of)
  if (whole.length === 0 || pieces.length === 0 || pieces.some((p) => p.length !== whole.length)) return []
  return whole.flatMap((a, i) => {
    const keys = pieces.map((p) => p[i]?.key ?? '')
    return a.kind !== 'sum' || keys.every((k) => k === a.key) ? [] : [{ total: a.key, parts: keys }]
  })
}

function addsUp({ total, parts }: Sum, figures: Figures): boolean {
  const values = parts.map((p) => figures.get(p)?.value ?? null)
  const whole = figures.get(total)?.value ?? null
  return whole !== null && values.every((v) => v !== null) && values.reduce<bigint>((sum, v) => sum + (v ?? 0n), 0n) === whole
}
