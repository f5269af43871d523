import type { SubmissionState } from '../../../core/contract/regulator/intake.ts'
import type { LedgerParam, Sql } from '../sql.ts'
import { unitsStanding } from './standing.ts'

/** A unit of the register with where its year stands. */
export interface LookRow {
  readonly unit_id: string; readonly name: string; readonly region: string; readonly contact: string; readonly phone: string
  readonly certs: string; readonly forms: string; readonly groups: string; readonly risk: string; readonly deadline: string | null; readonly active: number
  readonly state: SubmissionState | null; readonly submission: number | null; readonly submitNo: number | null; readonly receivedAt: string | null; readonly late: number | null; readonly handFiled: number | null
}
/** What a list asks for; '' is no condition. */
export interface LookFilter { readonly year: number; readonly search: string; readonly region: string; readonly group: string; readonly state: 'all' | 'missing' | 'received' | 'accepted' | 'returned' | 'inactive' }

const joined = `from ${unitsStanding}`
const standing = 's.state as state, s.id as submission, s.submit_no as submitNo, s.received_at as receivedAt, s.late as late, s.hand_filed as handFiled'
const states: Readonly<Record<LookFilter['state'], string>> = {
  all: 'u.active = 1', inactive: 'u.active = 0', missing: 'u.active = 1 and s.id is null',
  received: 'u.active = 1 and s.state in (\'received\', \'in_review\', \'conflict\')', accepted: 'u.active = 1 and s.state = \'accepted\'', returned: 'u.active = 1 and s.state = \'returned\'',
}
const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function conditions({ year, search, region, group, state }: LookFilter): { readonly where: string; readonly params: readonly LedgerParam[] } {
  const parts: (readonly [string, readonly LedgerParam[]])[] = [
    [states[state], []],
    ...(search === '' ? [] : [[`(u.name like ? escape '\\' or u.unit_id like ? escape '\\' or u.contact like ? escape '\\')`, [anywhere(search), anywhere(search.toUpperCase()), anywhere(search)]] as const]),
    ...(region === '' ? [] : [['u.region like ?', [`${region.replace(/(?:00)+$/, '')}%`]] as const]),
    ...(group === '' ? [] : [[`u.groups like ? escape '\\'`, [anywhere(JSON.stringify(group))]] as const]),
  ]
  return { where: parts.map(([text]) => text).join(' and '), params: [year, ...parts.flatMap(([, given]) => given)] }
}

/** A page of the register, by region and name. */
export async function lookRegister(sql: Sql, filter: LookFilter, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly rows: readonly LookRow[]; readonly total: number; readonly all: number }> {
  const { where, params } = conditions(filter)
  const rows = await sql.all<LookRow>(
    `select u.*, ${standing} ${joined} where ${where} order by u.region, u.name, u.unit_id limit ? offset ?`, [...params, page.limit, page.offset])
  const total = (await sql.get<{ n: number }>(`select count(*) as n ${joined} where ${where}`, params))?.n ?? 0
  const all = (await sql.get<{ n: number }>('select count(*) as n from register_unit'))?.n ?? 0
  return { rows, total, all }
}

/** How many of each region's active units are due and have reported. */
export const regionCounts = (sql: Sql, year: number): Promise<readonly { readonly region: string; readonly due: number; readonly received: number }[]> =>
  sql.all(`select u.region as region, count(*) as due, count(s.id) as received ${joined} where u.active = 1 group by u.region order by u.region`, [year])

/** One unit with where its year stands. */
export const lookUnit = (sql: Sql, year: number, unit: string): Promise<LookRow | undefined> =>
  sql.get<LookRow>(`select u.*, ${standing} ${joined} where u.unit_id = ?`, [year, unit])

/** The active units who have not reported, or were given their submission back, the earliest deadline first. */
export const missingUnits = (sql: Sql, year: number, region: string): Promise<readonly LookRow[]> =>
  sql.all<LookRow>(`select u.*, ${standing} ${joined} where u.active = 1 and (s.id is null or s.state = 'returned') and u.region like ? order by coalesce(u.deadline, ''), u.region, u.name, u.unit_id`, [year, `${region.replace(/(?:00)+$/, '')}%`])
