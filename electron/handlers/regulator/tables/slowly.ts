import { computeCells, type Figures } from '../../../../core/consolidate/compute.ts'
import { exactText } from '../../../../core/consolidate/figure.ts'
import type { Aggregate } from '../../../../core/consolidate/formula.ts'
import type { Computed } from '../../../../core/consolidate/layout.ts'
import type { HeldCells } from '../../../../core/consolidate/ledgerData.ts'
import { inputName } from '../../../../core/consolidate/program.ts'
import { reportingFacts } from '../../../../core/consolidate/reporting.ts'
import { columnsOf } from '../../../../core/consolidate/sql/condition.ts'
import { sumAll } from '../../../../core/consolidate/sum.ts'
import { nodeTables } from '../../../../core/consolidate/nodeTables.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import { yearsOf } from '../../../ledger/consolidate/adjusted.ts'
import { heldSubmissions } from '../../../ledger/consolidate/held.ts'
import { reportingSql } from '../../../ledger/consolidate/reporting.ts'
import type { TableWork } from './work.ts'

/** Computes one cell over again, by loops over the raw values, and says whether it comes to the same. */
export async function slowly(work: TableWork, computed: Pick<Computed, 'program' | 'values' | 'figures'>, name: string, aggregates: readonly Aggregate[]): Promise<boolean> {
  const index = lookup(work.pack)
  const years = yearsOf(aggregates.filter((a) => a.over !== 'R'), work.scope.year)
  const submissions = aggregates.some((a) => a.over !== 'R') ? await heldSubmissions(work.ground, { years, items: itemsRead(work, aggregates) }) : []
  const reporting = aggregates.some((a) => a.over === 'R') ? await reportingRows(work) : []
  const again = sumAll(aggregates, { index, ledger: { submissions, reporting }, scope: work.scope })
  const figures: Figures = { aggregate: (a) => again.get(a.key)?.value ?? null, input: (ref) => work.inputs.get(inputName(ref)) ?? null }
  const [slow, quick] = [computeCells(computed.program, figures).get(name) ?? null, computed.values.get(name) ?? null]
  return aggregates.every((a) => again.get(a.key)?.value === computed.figures.aggregate(a)) && (slow === null ? quick === null : quick !== null && exactText(slow) === exactText(quick))
}

/** Items that aggregates and the base set read; every column of a table whose rows are counted. */
function itemsRead({ pack, scope }: TableWork, aggregates: readonly Aggregate[]): ReadonlySet<string> {
  const index = lookup(pack)
  const keys = new Set(['op_status', ...(scope.region === '' ? [] : ['biz_region']), ...(scope.level === 'all' ? [] : ['qual_level'])])
  for (const a of aggregates) {
    if (a.over === 'R') continue
    for (const node of [a.value, a.where]) if (node !== null) for (const e of columnsOf(node, { index, over: a.over })) keys.add(e.item.key)
    for (const table of [...(a.over === 'U' ? [] : [a.over]), ...nodeTables(a.where)]) for (const column of index.table(table)?.columns ?? []) keys.add(column.item.key)
  }
  return keys
}

async function reportingRows({ ledger, scope }: TableWork): Promise<readonly HeldCells[]> {
  const rows = await ledger.sql.all<Record<string, string | number>>(reportingSql(scope))
  return rows.map((row) => new Map(Object.entries(reportingFacts).map(([name, { type }]) => {
    const value = row[`f_${name}`] ?? 0
    return [name, type === 'num' ? BigInt(value) : String(value)] as const
  })))
}
