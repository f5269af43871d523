import type { Lineage } from '../../../core/contract/regulator/tables.ts'
import type { Sql } from '../sql.ts'
import type { Ground } from './run.ts'

export type LeftOut = Lineage['left'][number]
interface Row { readonly id: number; readonly unitId: string; readonly name: string; readonly submitNo: number; readonly state: string; readonly region: string; readonly home: string | null; readonly op: string | null }

/** Which units a figure has, by submission, and which units count at all. */
export interface Counted { readonly used: ReadonlySet<string>; /** Submissions of U. */ readonly base: ReadonlySet<number>; readonly limit: number }

/** Submissions and units of the year that a figure leaves out, each with the reason, those that wait for somebody first. */
export async function leftOut({ sql, scope, sources, pack }: Ground, { used, base, limit }: Counted, year: number): Promise<readonly LeftOut[]> {
  const op = [...sources.byId(year)].find(([, { entry }]) => entry.item.key === 'op_status')?.[0] ?? -1
  const rows = await sql.all<Row>(
    `select s.id, s.unit_id as "unitId", s.org_name as name, s.submit_no as "submitNo", s.state, s.region, r.region as home, o.txt as op from submission s
     left join register_unit r on r.unit_id = s.unit_id left join value o on o.item = ${op} and o.submission = s.id and o.row_no = 0 where s.year = ${year} order by s.unit_id, s.submit_no`)
  const newest = new Map<string, Row>()
  for (const row of rows) if (row.state === 'accepted' || scope.basis === 'received') newest.set(row.unitId, row)
  const found: LeftOut[] = []
  for (const row of rows) {
    const reason = reasonOf(row, { base, used, newest, region: scope.region })
    if (reason !== null) found.push({ unitId: row.unitId, name: row.name, submitNo: row.submitNo, reason })
  }
  const waiting = [...found.filter((f) => f.reason !== 'condition'), ...await filesLeft(sql, year), ...(year === pack.year || year === scope.year ? await notReceived(sql, year, scope.region) : [])]
  return [...waiting, ...found.filter((f) => f.reason === 'condition')].slice(0, limit)
}

interface Reasoning { readonly base: ReadonlySet<number>; readonly used: ReadonlySet<string>; readonly newest: ReadonlyMap<string, Row>; readonly region: string }

function reasonOf(row: Row, { base, used, newest, region }: Reasoning): LeftOut['reason'] | null {
  if (base.has(row.id)) return used.has(row.unitId) ? null : 'condition'
  const here = row.region.startsWith(region)
  const home = row.home?.startsWith(region) === true
  switch (row.state) {
    case 'superseded': return here || home ? 'superseded' : null
    case 'returned': case 'conflict': case 'duplicate': case 'quarantined': return here || home ? row.state : null
    case 'in_review': case 'received': case 'not_in_register': return here || home ? 'in_review' : null
    case 'other_region': return 'other_region'
    case 'accepted':
      if (newest.get(row.unitId)?.id !== row.id) return here ? 'superseded' : null
      if (row.op === '6') return here ? 'cancelled' : null
      return here ? 'condition' : home ? 'other_region' : null
    default: return null
  }
}

/** Files of units that became no submission of their own. */
async function filesLeft(sql: Sql, year: number): Promise<readonly LeftOut[]> {
  const rows = await sql.all<{ unitId: string; name: string | null; submitNo: number | null; reason: 'duplicate' | 'quarantined' }>(
    `select distinct unit_id as "unitId", org_name as name, submit_no as "submitNo", state as reason from intake_file where year = ${year} and unit_id is not null and state in ('duplicate', 'quarantined') and (submission is null or state = 'duplicate')`)
  return rows.map((r) => ({ ...r, name: r.name ?? r.unitId }))
}

async function notReceived(sql: Sql, year: number, region: string): Promise<readonly LeftOut[]> {
  const rows = await sql.all<{ unitId: string; name: string }>(
    `select r.unit_id as "unitId", r.name from register_unit r where r.active = 1${region === '' ? '' : ` and substr(r.region, 1, ${region.length}) = '${region}'`}
     and not exists (select 1 from submission s where s.unit_id = r.unit_id and s.year = ${year}) order by r.unit_id`)
  return rows.map((r) => ({ ...r, submitNo: null, reason: 'not_received' }))
}
