import { exchange, layOver, type Adjusting } from '../../../core/consolidate/adjust.ts'
import type { Aggregate } from '../../../core/consolidate/formula.ts'
import type { AggregateFigure, HeldSubmission } from '../../../core/consolidate/ledgerData.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import { heldSubmissions } from './held.ts'
import type { Ground } from './run.ts'
import { adjustmentsIn } from './scope.ts'

/** The figures with the adjustments and imputations that stand in their years; null when there are none. */
export async function adjustedFigures(aggregates: readonly Aggregate[], raw: ReadonlyMap<string, AggregateFigure>, ground: Ground): Promise<ReadonlyMap<string, AggregateFigure> | null> {
  const { sql, pack, scope } = ground
  const years = yearsOf(aggregates, scope.year)
  const adjustments = await adjustmentsIn(sql, years, scope.region)
  if (adjustments.length === 0) return null
  const index = lookup(pack)
  const units = [...new Set(adjustments.map((a) => a.unit_id))]
  const held = await heldSubmissions(ground, { years, units })
  const newest = years.flatMap((year) => newestOf(held, year))
  const regions = new Map((await sql.all<{ unit_id: string; region: string }>('select unit_id, region from register_unit')).map((r) => [r.unit_id, r.region] as const))
  const list = adjustments.map((a): Adjusting => ({ unitId: a.unit_id, year: a.year, item: a.item, row: a.row_no === null ? null : a.row_no, num: a.num === null ? null : BigInt(a.num), text: a.txt }))
  return exchange(aggregates, raw, layOver(newest, list, index, (unit) => regions.get(unit) ?? ''), { index, scope })
}

/** Each unit's submission that counts in a year. */
function newestOf(all: readonly HeldSubmission[], year: number): readonly HeldSubmission[] {
  const newest = new Map<string, HeldSubmission>()
  for (const s of all) {
    const other = newest.get(s.unitId)
    if (s.year === year && (!other || s.submitNo > other.submitNo || (s.submitNo === other.submitNo && s.id > other.id))) newest.set(s.unitId, s)
  }
  return [...newest.values()]
}

/** Every year that aggregates look at. */
export function yearsOf(aggregates: readonly Aggregate[], year: number): readonly number[] {
  return [...new Set([0, ...aggregates.flatMap((a) => [a.offset, ...(a.same === null ? [] : [a.same, a.same - 1])])])].map((offset) => year + offset)
}
