import type { Answer, Request } from '../../../../core/contract.ts'
import type { Lineage, LineageUnit } from '../../../../core/contract/regulator/tables.ts'
import { aggregatesBehind, walkBehind } from '../../../../core/consolidate/compute.ts'
import { evaluate } from '../../../../core/consolidate/evaluate.ts'
import { exactText, figureText } from '../../../../core/consolidate/figure.ts'
import type { Aggregate, InputRef } from '../../../../core/consolidate/formula.ts'
import { columnsOf } from '../../../../core/consolidate/sql/condition.ts'
import type { Computed as Table } from '../../../../core/consolidate/layout.ts'
import { cellName } from '../../../../core/consolidate/program.ts'
import { ratioSub, ratio, round, type Ratio } from '../../../../core/formula/number.ts'
import { formatAmount } from '../../../../core/amount.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { leftOut } from '../../../ledger/consolidate/left.ts'
import { unitParts, type UnitPart } from '../../../ledger/consolidate/parts.ts'
import { baseIds } from '../../../ledger/consolidate/run.ts'
import type { Desk } from '../../desk.ts'
import { describeUnits, type Described } from './describe.ts'
import { shownInputs } from './inputs.ts'
import { computeCell } from './make.ts'
import { slowly } from './slowly.ts'
import { prepareTables, type TableWork } from './work.ts'

/** A table, or as much of it as one figure needs. */
type Computed = Pick<Table, 'program' | 'values' | 'figures'>

/** Opens one figure: the units that make it, those left out and why, and the sum done over again another way. */
export async function tablesLineage(desk: Desk, args: Request<'tables.lineage'>): Promise<Result<Answer<'tables.lineage'>>> {
  const work = await prepareTables(desk, args.scope)
  if (!work.ok) return work
  const computed = await computeCell(work.value, args.table, cellName(args.row, args.column))
  return computed.ok ? lineageOf(work.value, computed.value, args) : computed
}

/** The lineage of one cell of a computed table. */
export async function lineageOf(work: TableWork, computed: Computed, { row, column, limit }: Pick<Request<'tables.lineage'>, 'row' | 'column' | 'limit'>): Promise<Result<Lineage>> {
  const { program, values } = computed
  const name = cellName(row, column)
  const cell = program.cells.get(name)
  if (!cell?.formula) return no(problem('table-cell', { table: program.grid.spec.id, cell: `${row} ${column}` }))
  const aggregates = aggregatesBehind(program, name)
  const parts = await Promise.all(aggregates.map((a) => unitParts(a, work.ground)))
  const value = values.get(name) ?? null
  const again = await slowly(work, computed, name, aggregates)
  const { units, total } = await unitsOf(work, aggregates, parts, limit)
  const gridRow = program.grid.rows.find((r) => r.key === row)
  const label = [...(gridRow?.labels ?? []), program.grid.columns.find((c) => c.key === column)?.label ?? ''].filter((t) => t !== '').join('　')
  const offset = aggregates[0]?.offset ?? 0
  const used = new Set(parts.flat().map((p) => p.unit))
  const left = await leftOut(work.ground, { used, base: await baseIds(work.ground, offset), limit }, work.scope.year + offset)
  const format = { ...cell.cell.format, decimals: cell.decimals }
  return ok({
    table: program.grid.spec.id, row, column, label,
    text: value === null ? program.grid.spec.none : figureText(value, format), exact: value === null ? null : exactText(value), rounding: value === null ? null : roundingOf(value, cell.decimals),
    agrees: again, expression: cell.cell.e ?? '', aggregates: aggregates.map((a, i) => aggregateWords(a, work, computed, parts[i] ?? [])),
    units, total, left, inputs: await shownInputs(work.ledger, work.pack, inputsIn(computed, name)),
  })
}

/** What rounding for print added or took. */
function roundingOf(value: Ratio, decimals: number): string {
  return exactText(ratioSub(ratio(round(value, decimals), decimals), value))
}

function inputsIn({ program }: Computed, name: string): readonly InputRef[] {
  const found: InputRef[] = []
  walkBehind(program, name, (part) => { if (part.k === 'input') found.push(part.of) })
  return found
}

function aggregateWords(a: Aggregate, { pack, scope }: TableWork, { figures }: Computed, parts: readonly UnitPart[]): Lineage['aggregates'][number] {
  const index = lookup(pack)
  const nodes = a.over === 'R' ? [] : [a.value, a.where].flatMap((n) => (n === null ? [] : columnsOf(n, { index, over: a.over })))
  const items = [...new Set(nodes)].map((e) => ({ code: e.item.no, form: e.formNo, name: e.item.name }))
  const value = evaluate({ k: 'aggregate', of: a }, { ...figures, cell: () => null })
  return { source: sourceOf(a, scope.year), items, value: value === null ? '' : formatAmount(round(value, a.scale), a.scale), units: parts.length }
}

/** An aggregate as the pack writes it, with all its conditions. */
function sourceOf(a: Aggregate, year: number): string {
  const text = a.key.slice(a.kind.length + 1, a.key.lastIndexOf(' @'))
  const [target = '', ...where] = text.split(': ')
  const name = target.startsWith(`${a.over} `) && a.value !== null ? target.slice(a.over.length + 1) : a.over
  const condition = where.join(': ').trim()
  return `${a.kind}(${name}${condition === '' ? '' : `: ${condition}`})${a.offset === 0 ? '' : ` ${year + a.offset}`}`
}

interface Sharing { readonly unit: string; id: number | null; readonly parts: (string | null)[] }

async function unitsOf(work: TableWork, aggregates: readonly Aggregate[], parts: readonly (readonly UnitPart[])[], limit: number): Promise<{ readonly units: readonly LineageUnit[]; readonly total: number }> {
  const shares = new Map<string, Sharing>()
  for (const [i, list] of parts.entries()) for (const { id, unit, part } of list) {
    const known = shares.get(unit) ?? { unit, id, parts: aggregates.map(() => null) }
    known.id ??= id
    known.parts[i] = part
    shares.set(unit, known)
  }
  const [first] = aggregates
  const isText = first?.kind === 'distinct'
  const size = (s: Sharing): bigint => (isText || s.parts[0] === null || s.parts[0] === undefined ? 0n : absolute(BigInt(s.parts[0])))
  const all = [...shares.values()]
  const sorted = all.toSorted((a, b) => Number(size(b) > size(a)) - Number(size(b) < size(a)) || (a.unit < b.unit ? -1 : 1)).slice(0, limit)
  const sum = all.reduce((n, s) => n + (isText || s.parts[0] == null ? 0n : BigInt(s.parts[0])), 0n)
  const described = await describeUnits(work, sorted.map(({ id, unit }) => ({ id, unit })))
  return { units: sorted.map((s) => shareOf(s, { aggregates, sum, described, isText })), total: all.length }
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

interface Sharer { readonly aggregates: readonly Aggregate[]; readonly sum: bigint; readonly described: ReadonlyMap<string, Described>; readonly isText: boolean }

function shareOf(s: Sharing, { aggregates, sum, described, isText }: Sharer): LineageUnit {
  const first = s.parts[0] ?? null
  const parts = s.parts.map((p, i) => {
    const a = aggregates[i]
    return p === null || a === undefined ? null : a.kind === 'distinct' ? p : formatAmount(BigInt(p), a.scale)
  })
  const share = isText || first === null || sum === 0n ? null : formatAmount(round({ n: BigInt(first) * 100n, d: sum }, 2), 2)
  const of = described.get(s.unit) ?? { submission: s.id ?? 0, name: s.unit, submitNo: 0, state: '', marks: [] }
  return { submission: of.submission, unitId: s.unit, name: of.name, submitNo: of.submitNo, state: of.state, parts, share, marks: of.marks }
}
