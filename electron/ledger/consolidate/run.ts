import type { Aggregate } from '../../../core/consolidate/formula.ts'
import { countingStates, type AggregateFigure, type BaseScope } from '../../../core/consolidate/ledgerData.ts'
import { branchesOf } from '../../../core/consolidate/sql/branch.ts'
import type { Yearly } from '../../../core/consolidate/sql/source.ts'
import { baseSql, statementsOf, type Making, type Statement } from '../../../core/consolidate/sql/statement.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import type { Sql } from '../sql.ts'
import { reportingSql } from './reporting.ts'
import type { ItemSources } from './sources.ts'

/** What aggregates of a table are computed in. */
export interface Ground { readonly sql: Sql; readonly pack: Pack; readonly sources: ItemSources; readonly scope: BaseScope }

/** What statements of one year are made with. */
export function makingOf({ sql, pack, sources, scope }: Ground, offset: number, facts: boolean): Making {
  const year = scope.year + offset
  const y: Yearly = { index: lookup(pack), kind: sql.kind, offset, year, sources: (entry, back) => sources.of(entry, scope.year + back) }
  return { y, scope, facts, reporting: reportingSql({ year, region: scope.region }) }
}

/** Computes aggregates in a few statements a year; `facts` adds how many units are in each and the largest part. */
export async function runAggregates(aggregates: readonly Aggregate[], ground: Ground, facts = false): Promise<ReadonlyMap<string, AggregateFigure>> {
  const figures = new Map<string, AggregateFigure>()
  const years = await countingYears(ground)
  const offsets = [...new Set(aggregates.map((a) => a.offset))]
  for (const offset of offsets) {
    const here = aggregates.filter((a) => a.offset === offset)
    if (offset !== 0 && !years.has(ground.scope.year + offset)) {
      for (const a of here) figures.set(a.key, { value: null, units: 0, largest: 0n })
      continue
    }
    const told = facts ? here.filter((a) => a.kind !== 'distinct') : []
    for (const [list, withFacts] of [[told, true], [here.filter((a) => !told.includes(a)), false]] as const) {
      const making = makingOf(ground, offset, withFacts)
      for (const statement of statementsOf(branchesOf(list, making.y, withFacts), making)) await runStatement(ground.sql, statement, figures)
    }
  }
  return figures
}

async function countingYears({ sql, scope }: Ground): Promise<ReadonlySet<number>> {
  const states = countingStates(scope.basis).map((s) => `'${s}'`).join(', ')
  return new Set((await sql.all<{ year: number }>(`select distinct year from submission where state in (${states})`)).map((r) => r.year))
}

type Line = Readonly<Record<string, string | number | null>>

async function runStatement(sql: Sql, { sql: text, branches, facts }: Statement, figures: Map<string, AggregateFigure>): Promise<void> {
  const groups = new Map<string, Line>()
  for (const line of await sql.all<Line>(text)) {
    const branch = branches[Number(line['branch'])]
    const words = branch ? Array.from({ length: branch.dims.length + (branch.anchor?.dims.length ?? 0) }, (_, i) => line[`d${i}`]) : []
    groups.set(JSON.stringify([Number(line['branch']), words]), line)
  }
  const each = facts ? 3 : 1
  const whole = (value: string | number | null | undefined): bigint => (value === null || value === undefined ? 0n : BigInt(value))
  for (const [at, branch] of branches.entries()) {
    for (const { aggregate, words, measure } of branch.members) {
      const lines = choices(words).map((one) => groups.get(JSON.stringify([at, one])))
      const figure = (n: number): readonly bigint[] => lines.map((line) => whole(line?.[`f${measure * each + n}`]))
      figures.set(aggregate.key, { value: sum(figure(0)), units: facts ? Number(sum(figure(1))) : 0, largest: facts ? most(figure(2)) : 0n })
    }
  }
}

/** One word of each list, in every way. */
const choices = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] => lists.reduce<readonly (readonly string[])[]>((ways, list) => ways.flatMap((way) => list.map((word) => [...way, word])), [[]])
const sum = (list: readonly bigint[]): bigint => list.reduce((all, one) => all + one, 0n)
const most = (list: readonly bigint[]): bigint => list.reduce((top, one) => (one > top ? one : top), 0n)

/** The submissions of U in the year with that offset. */
export async function baseIds(ground: Ground, offset: number): Promise<ReadonlySet<number>> {
  return new Set((await ground.sql.all<{ id: number }>(baseSql(makingOf(ground, offset, false), offset))).map((r) => r.id))
}
