import type { LedgerCounts } from '../../../core/contract/regulator/ledger.ts'
import type { Sql } from '../sql.ts'

/** States in which a submission stands for its unit; the newest of them says where the unit is. */
export const standingStates = ['received', 'in_review', 'returned', 'accepted'] as const
const listed = standingStates.map(state => `'${state}'`).join(', ')
/** States in which a unit has reported: a conflict too, though which of its contents stands is still to be decided. */
export const reportedStates = [...standingStates, 'conflict'] as const
const reported = reportedStates.map(state => `'${state}'`).join(', ')

/** The newest standing submission of each unit in a year (the parameter, given twice), as a subquery. */
export const newestStanding = `(select s.* from submission s where s.year = ? and s.state in (${listed}) and not exists (
  select 1 from submission n where n.unit_id = s.unit_id and n.year = ? and (n.state || '') in (${listed}) and (n.submit_no > s.submit_no or (n.submit_no = s.submit_no and n.id > s.id))))`

/** Whether `n` comes before `s` to speak for their unit: the higher number; of one number what is in conflict last, then the later. */
const ahead = `(n.submit_no > s.submit_no or (n.submit_no = s.submit_no and ((s.state = 'conflict' and n.state <> 'conflict') or ((n.state = 'conflict') = (s.state = 'conflict') and n.id > s.id))))`

/** The register's units `u`, each with its newest submission `s` that reports in a year (the parameter, given once) or none. The states are compared as sums of texts so that a database without statistics goes by the unit, not by the state: that would be each unit times all submissions. */
export const unitsStanding = `register_unit u left join submission s on s.unit_id = u.unit_id and s.year = ? and (s.state || '') in (${reported}) and not exists (
  select 1 from submission n where n.unit_id = s.unit_id and n.year = s.year and (n.state || '') in (${reported}) and ${ahead})`

/** How the active units of the register stand in a year. */
export async function countsOf(sql: Sql, year: number): Promise<LedgerCounts> {
  const rows = await sql.all<{ state: string | null; units: number }>(
    `select s.state as state, count(*) as units from ${unitsStanding} where u.active = 1 group by s.state`, [year])
  const of = (...states: readonly (string | null)[]): number => rows.filter(row => states.includes(row.state)).reduce((sum, row) => sum + row.units, 0)
  const received = of(...reportedStates)
  return { due: received + of(null), received, missing: of(null), accepted: of('accepted'), inReview: of('received', 'in_review', 'conflict'), returned: of('returned') }
}

/** How many submissions a ledger has of each year. */
export async function submissionsByYear(sql: Sql): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.all<{ year: number; n: number }>('select year, count(*) as n from submission group by year')
  return new Map(rows.map(row => [row.year, row.n]))
}
