import { reportingFacts, type ReportingName } from '../../../core/consolidate/reporting.ts'
import { reportedStates } from '../store/standing.ts'

/** Which register and year the facts are of. */
export interface ReportingScope { readonly year: number; readonly region: string }

const standing = [...reportedStates, 'superseded', 'not_in_register'].map((s) => `'${s}'`).join(', ')
const flag = (test: string): string => `case when ${test} then 1 else 0 end`
const rule = (...ids: readonly string[]): string => flag(`exists (select 1 from finding g where g.submission = l.id and g.rule in (${ids.map((i) => `'${i}'`).join(', ')}))`)

/** How each fact is told from the register `r`, the newest submission `l`, the first one `o` and counts. */
const facts: Readonly<Record<ReportingName, string>> = {
  unit_id: 'i.unit_id',
  region: `coalesce(r.region, l.region, '')`,
  risk: `coalesce(r.risk, '')`,
  due: flag('r.unit_id is not null'),
  received: flag('l.id is not null'),
  accepted: flag(`l.id is not null and exists (select 1 from submission a where a.unit_id = i.unit_id and a.year = l.year and a.state || '' = 'accepted')`),
  missing: flag('r.unit_id is not null and l.id is null'),
  on_time: flag('o.late = 0'),
  late: flag('o.late = 1'),
  returned: 'coalesce(b.n, 0)',
  in_return: flag(`l.state = 'returned'`),
  revised: 'case when i.sent > 1 then i.sent - 1 else 0 end',
  errors: 'coalesce(l.errors, 0)',
  warnings: 'coalesce(l.warnings, 0)',
  explained: 'coalesce(l.warnings - l.unexplained, 0)',
  mismatches: 'coalesce(l.mismatches, 0)',
  mismatched: flag('l.mismatches > 0'),
  altered: flag(`l.verdict = 'altered'`),
  hand_filed: 'coalesce(l.hand_filed, 0)',
  duplicates: 'coalesce(d.n, 0)',
  conflicts: 'coalesce(c.n, 0)',
  stray: flag('r.unit_id is null'),
  unit_slip: rule('Y007', 'Y008'),
  same_as_prior: rule('Y018'),
  no_prior: flag('l.id is not null and p.unit_id is null'),
  queries: 'coalesce(q.n, 0)',
  queries_open: 'coalesce(q.open, 0)',
}

/** One row a unit of the register in the region, and one a unit that sent something though the register lacks it. Every fact is a column f_… */
export function reportingSql({ year, region }: ReportingScope): string {
  const columns = (Object.keys(reportingFacts) as ReportingName[]).map((name) => `${facts[name]} as f_${name}`)
  const within = region === '' ? '' : ` where substr(coalesce(r.region, l.region, ''), 1, ${region.length}) = '${region}'`
  const counted = (table: string, test: string): string => `(select unit_id, count(*) as n from ${table} where year = ${year} and ${test} group by unit_id)`
  const sent = `submission s where s.unit_id = i.unit_id and s.year = ${year} and s.state || '' in (${standing})`
  return `select i.unit_id as id, ${columns.join(', ')} from (
    select unit_id, (select count(distinct s.submit_no) from ${sent}) as sent,
      (select s.id from ${sent} order by s.submit_no desc, case when s.state = 'conflict' then 1 else 0 end, s.id desc limit 1) as newest, (select s.id from ${sent} order by s.submit_no, s.id limit 1) as oldest
    from (select unit_id from register_unit where active = 1 union select unit_id from submission where year = ${year} and state in (${standing})) i) i
    left join register_unit r on r.unit_id = i.unit_id and r.active = 1
    left join submission l on l.id = i.newest
    left join submission o on o.id = i.oldest
    left join ${counted('decision', `kind = 'return'`)} b on b.unit_id = i.unit_id
    left join ${counted('intake_file', `state = 'duplicate'`)} d on d.unit_id = i.unit_id
    left join ${counted('submission', `state = 'conflict'`)} c on c.unit_id = i.unit_id
    left join (select distinct unit_id from submission where year = ${year - 1} and state = 'accepted') p on p.unit_id = i.unit_id
    left join (select unit_id, count(*) as n, sum(case when state <> 'closed' then 1 else 0 end) as open from query where year = ${year} and state <> 'draft' group by unit_id) q on q.unit_id = i.unit_id${within}`
}
