import type { BaseScope } from '../../../core/consolidate/ledgerData.ts'
import { itemIs } from '../../../core/consolidate/sql/source.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import type { Sql } from '../sql.ts'
import { standingAdjustments, type AdjustmentRow } from '../store/adjustment.ts'
import { reportedStates } from '../store/standing.ts'
import type { ItemSources } from './sources.ts'

const reported = reportedStates.map((s) => `'${s}'`).join(', ')

/** 应报, 已报 and 已接收 of a region and year; where the register is empty, everyone who reported. */
export async function reportedIn(sql: Sql, { year, region }: Pick<BaseScope, 'year' | 'region'>): Promise<{ readonly due: number; readonly received: number; readonly accepted: number }> {
  const within = (column: string): string => (region === '' ? '' : ` and substr(${column}, 1, ${region.length}) = '${region}'`)
  const sent = (states: string): string => `exists (select 1 from submission s where s.unit_id = r.unit_id and s.year = ${year} and s.state || '' in (${states}))`
  const listed = await sql.get<{ due: number; received: number; accepted: number }>(
    `select count(*) as due, count(case when ${sent(reported)} then 1 end) as received, count(case when ${sent("'accepted'")} then 1 end) as accepted from register_unit r where r.active = 1${within('r.region')}`)
  if (listed && listed.due > 0) return listed
  const all = await sql.get<{ received: number; accepted: number }>(
    `select count(distinct unit_id) as received, count(distinct case when state = 'accepted' then unit_id end) as accepted from submission where year = ${year} and state in (${reported})${within('region')}`)
  return { due: 0, received: all?.received ?? 0, accepted: all?.accepted ?? 0 }
}

/** Counties that units or the register name, to lay out tables by region. */
export async function placesIn(sql: Sql, { pack, sources, year }: { readonly pack: Pack; readonly sources: ItemSources; readonly year: number }): Promise<readonly string[]> {
  const entry = lookup(pack).item('biz_region')
  const told = entry ? await sql.all<{ code: string | null }>(`select distinct v.txt as code from value v where ${itemIs('v', sources.of(entry, year))}`) : []
  const registered = await sql.all<{ code: string }>('select distinct region as code from register_unit where active = 1')
  return [...new Set([...told, ...registered].flatMap((r) => (r.code !== null && /^\d{6}$/.test(r.code) ? [r.code] : [])))].sort()
}

/** Adjustments that stand in the years, of units whose region the register or their newest submission says. */
export async function adjustmentsIn(sql: Sql, years: readonly number[], region: string): Promise<readonly AdjustmentRow[]> {
  const rows = (await Promise.all(years.map((year) => standingAdjustments(sql, year)))).flat()
  if (rows.length === 0 || region === '') return rows
  const places = await sql.all<{ unit_id: string; region: string }>('select unit_id, region from register_unit union all select unit_id, region from submission')
  const within = new Set(places.filter((p) => p.region.startsWith(region)).map((p) => p.unit_id))
  return rows.filter((r) => within.has(r.unit_id))
}
