import type { Answer, Request } from '../../../../core/contract.ts'
import type { Caption, TableResult } from '../../../../core/contract/regulator/tables.ts'
import { aggregatesBehind, computeCells, type Figures } from '../../../../core/consolidate/compute.ts'
import type { Frame } from '../../../../core/consolidate/expand.ts'
import { layOutTable, nothingHidden, type Computed } from '../../../../core/consolidate/layout.ts'
import type { AggregateFigure } from '../../../../core/consolidate/ledgerData.ts'
import { inputName, programFor, type TableProgram } from '../../../../core/consolidate/program.ts'
import { readsHidden } from '../../../../core/consolidate/publicEdition.ts'
import type { TableSpec } from '../../../../core/consolidate/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { beijing } from '../../../clock.ts'
import { adjustedFigures } from '../../../ledger/consolidate/adjusted.ts'
import { runAggregates } from '../../../ledger/consolidate/run.ts'
import { adjustmentsIn, reportedIn } from '../../../ledger/consolidate/scope.ts'
import type { Desk } from '../../desk.ts'
import { hiddenIn } from './hidden.ts'
import { prepareTables, type TableWork } from './work.ts'

/** Makes one table. */
export async function tablesMake(desk: Desk, args: Request<'tables.make'>): Promise<Result<Answer<'tables.make'>>> {
  const work = await prepareTables(desk, args.scope)
  return work.ok ? makeTable(work.value, args.table) : work
}

/** One table of a scope that is ready. */
export async function makeTable(work: TableWork, id: string): Promise<Result<TableResult>> {
  const computed = await computeTable(work, id)
  return computed.ok ? ok(layOutTable(computed.value)) : computed
}

/** The table's definition. */
export function specOf(work: Pick<TableWork, 'pack'>, id: string): Result<TableSpec> {
  const spec = work.pack.tables.find((t) => t.id === id)
  return spec ? ok(spec) : no(problem('table-unknown', { table: id }))
}

/** A table's values before they are laid out. */
export async function computeTable(work: TableWork, id: string): Promise<Result<Computed>> {
  const spec = specOf(work, id)
  if (!spec.ok) return spec
  const frame: Frame = { ...work.frame, switches: work.asked.switches }
  const program = programFor(spec.value, frame)
  const raw = await runAggregates(program.aggregates, work.ground)
  const figures = figuresOf(raw, work)
  const values = computeCells(program, figures)
  const changed = await adjustedFigures(program.aggregates, raw, work.ground)
  const adjusted = changed === null ? null : computeCells(program, figuresOf(changed, work))
  const caption = await captionOf(work, spec.value)
  return ok({ program, frame, values, figures, adjusted, caption, edition: work.asked.edition, hidden: await hiddenOf(work, program) })
}

/** What opening one figure needs of its table: only the aggregates behind it. */
export async function computeCell(work: TableWork, id: string, name: string): Promise<Result<Pick<Computed, 'program' | 'values' | 'figures'>>> {
  const spec = specOf(work, id)
  if (!spec.ok) return spec
  const program = programFor(spec.value, { ...work.frame, switches: work.asked.switches })
  const figures = figuresOf(await runAggregates(aggregatesBehind(program, name), work.ground), work)
  return ok({ program, figures, values: computeCells(program, figures) })
}

/** Aggregates and inputs as formulas ask for them. */
export const figuresOf = (raw: ReadonlyMap<string, AggregateFigure>, { inputs }: Pick<TableWork, 'inputs'>): Figures => ({
  aggregate: (a) => raw.get(a.key)?.value ?? null,
  input: (ref) => inputs.get(inputName(ref)) ?? null,
})

async function hiddenOf(work: TableWork, program: TableProgram): Promise<Computed['hidden']> {
  if (work.asked.edition !== 'public') return nothingHidden
  const hidden = await hiddenIn(work)
  const cells = [...program.cells].flatMap(([name, { formula }]) => (formula && readsHidden(formula, program, hidden) ? [name] : []))
  return { cells: new Set(cells), formula: (f) => readsHidden(f, program, hidden) }
}

/** 单位, 口径, 截止, 已报/应报. */
export async function captionOf({ desk, ledger, scope, frame }: TableWork, spec: TableSpec): Promise<Caption> {
  const counts = await reportedIn(ledger.sql, scope)
  const adjustments = await adjustmentsIn(ledger.sql, [scope.year], scope.region)
  return { unit: spec.unit, scope: spec.scope, cutoff: beijing(desk.host.now()).slice(0, 16), ...counts, basis: scope.basis, region: frame.regionName, year: scope.year, adjustments: adjustments.length }
}

