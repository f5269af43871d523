import type { PackIndex } from '../pack/lookup.ts'
import type { Aggregate } from './formula.ts'
import { countingStates, type AggregateFigure, type BaseScope, type Held, type HeldCells, type HeldLedger, type HeldSubmission } from './ledgerData.ts'
import { isTrue, linear, numberOf, type Sight } from './sight.ts'

/** What the slow computation works with. */
export interface Summing { readonly index: PackIndex; readonly ledger: HeldLedger; readonly scope: BaseScope }

/**
 * The slow, obvious twin of the compiler: every aggregate by plain loops over submissions in memory.
 * It shares nothing with the compiler but the parsed conditions.
 */
export function sumAll(aggregates: readonly Aggregate[], summing: Summing): ReadonlyMap<string, AggregateFigure> {
  return new Map(aggregates.map((a) => [a.key, sumOne(a, summing)] as const))
}

/** One aggregate. */
export function sumOne(a: Aggregate, summing: Summing): AggregateFigure {
  if (a.over === 'R') return ofParts(summing.ledger.reporting.map((facts) => partOfFacts(a, facts, summing)))
  if (a.offset !== 0 && !hasYear(summing, summing.scope.year + a.offset)) return { value: null, units: 0, largest: 0n }
  const units = unitsOf(a, summing)
  if (a.kind === 'distinct') return { value: BigInt(new Set(units.flatMap((u) => textsOf(a, u, summing))).size), units: 0, largest: 0n }
  return ofParts(units.map((u) => partOf(a, u, summing)))
}

/** The units an aggregate looks at: those that count in its year, and with same() in both years. */
export function unitsOf(a: Pick<Aggregate, 'offset' | 'same'>, summing: Summing): readonly HeldSubmission[] {
  const units = baseSet(summing, summing.scope.year + a.offset)
  if (a.same === null) return units
  const here = new Set(baseSet(summing, summing.scope.year + a.same).map((u) => u.unitId))
  const before = new Set(baseSet(summing, summing.scope.year + a.same - 1).map((u) => u.unitId))
  return units.filter((u) => here.has(u.unitId) && before.has(u.unitId))
}

/** U: the newest counting submission of each unit, in the region and level, without cancelled units. */
export function baseSet({ ledger, scope }: Summing, year: number): readonly HeldSubmission[] {
  const newest = new Map<string, HeldSubmission>()
  for (const s of ledger.submissions) {
    if (s.year !== year || !countingStates(scope.basis).includes(s.state)) continue
    const other = newest.get(s.unitId)
    if (!other || s.submitNo > other.submitNo || (s.submitNo === other.submitNo && s.id > other.id)) newest.set(s.unitId, s)
  }
  return [...newest.values()].filter((s) => inScope(s.items, scope))
}

function inScope(items: HeldCells, scope: BaseScope): boolean {
  if (items.get('op_status') === '6') return false
  if (scope.region !== '' && !String(items.get('biz_region') ?? '').startsWith(scope.region)) return false
  return scope.level === 'all' || items.get('qual_level') === scope.level
}

const hasYear = ({ ledger, scope }: Summing, year: number): boolean => ledger.submissions.some((s) => s.year === year && countingStates(scope.basis).includes(s.state))

/** What one unit gives to an aggregate. */
export function partOf(a: Aggregate, unit: HeldSubmission, summing: Summing): bigint {
  let part = 0n
  for (const sight of sightsOf(a, unit, summing)) {
    if (!isTrue(a.where, sight)) continue
    part += a.kind === 'sum' && a.value ? linear(a.value, sight, a.scale) : 1n
  }
  return part
}

function sightsOf(a: Aggregate, unit: HeldSubmission, { index, scope }: Summing): readonly Sight[] {
  const year = scope.year + a.offset
  const own: Sight = { index, year, unit, row: null, facts: null }
  return a.over === 'U' ? [own] : (unit.tables.get(a.over) ?? []).map((row) => ({ ...own, row }))
}

function textsOf(a: Aggregate, unit: HeldSubmission, summing: Summing): readonly string[] {
  const name = a.value?.k === 'name' ? a.value.name : a.value?.k === 'column' ? a.value.column : ''
  const key = summing.index.keyOf(name) ?? name
  return sightsOf(a, unit, summing).filter((s) => isTrue(a.where, s)).flatMap((s) => {
    const value: Held | undefined = s.row?.get(key) ?? unit.items.get(key)
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}

function partOfFacts(a: Aggregate, facts: HeldCells, { index, scope }: Summing): bigint {
  const sight: Sight = { index, year: scope.year, unit: null, row: null, facts }
  if (!isTrue(a.where, sight)) return 0n
  if (a.kind !== 'sum' || a.value === null) return 1n
  return a.value.k === 'column' ? (numberOf(facts.get(a.value.column)) ?? 0n) : linear(a.value, sight, 0)
}

function ofParts(parts: readonly bigint[]): AggregateFigure {
  let value = 0n
  let units = 0
  let largest = 0n
  for (const part of parts) {
    value += part
    if (part !== 0n) units++
    const size = part < 0n ? -part : part
    if (size > largest) largest = size
  }
  return { value, units, largest }
}
