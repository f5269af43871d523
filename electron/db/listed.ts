import type { FilingRow } from './filing.ts'
import type { Reader } from './open.ts'

/** A filing as the lists show it: all that lies in the work file, by one question for however many units. */
export interface ListedFiling extends FilingRow {
  /** What its findings depend on inside the work file, as one text; it differs after every change of it. */
  readonly stamp: string
  /** What was kept of it when `kept_stamp` was true of it; null where nothing was. */
  readonly kept_stamp: string | null
  readonly forms: string | null
  readonly legal_form: string | null
  /** Who gave the newest part that is filled here; null where nobody did. */
  readonly giver: string | null
  readonly letters: 0 | 1
  /** Of its newest submission; null where it was never sealed. */
  readonly submit_no: number | null
  readonly receipt: string | null
  readonly sealed_at: string | null
  readonly sealed_on: string | null
}

/** What all years of a unit depend on: which are not in the bin, what was sealed, what was written. */
const shared = `select o.unit, concat_ws('|', group_concat(o.id),
    sum((select count(*) from submission where filing = o.id)) || ':' || max((select max(sealed_at) from submission where filing = o.id)),
    sum((select count(*) from letter where filing = o.id))) as shared
  from filing o where o.unit in (select value from json_each(?)) and o.deleted_at is null group by o.unit`

const sql = `with mine as materialized (${shared})
select f.id, f.unit, f.pack, f.year, f.state, f.saved_at,
  concat_ws('|', f.pack, f.state, f.saved_at, f.step, mine.shared,
    (select kind from prior_choice where filing = f.id),
    (select group_concat(kind || at) from prior_source where filing = f.id),
    (select group_concat(uid || side || at) from part where filing = f.id)) as stamp,
  k.stamp as kept_stamp, k.forms, k.legal_form,
  (select json_extract(body, '$.from') from part where filing = f.id and side = 'in' order by at desc limit 1) as giver,
  exists (select 1 from letter where filing = f.id) as letters,
  s.submit_no, s.receipt, s.sealed_at, s.today as sealed_on
from mine cross join filing f on f.unit = mine.unit left join summary k on k.filing = f.id
left join submission s on s.filing = f.id and s.submit_no = (select max(submit_no) from submission where filing = f.id)
where f.deleted_at is null`

/** The filings of units that are not in the bin, newest year first. */
export function listedOf(db: Reader, units: readonly number[]): ReadonlyMap<number, readonly ListedFiling[]> {
  const listed = new Map<number, ListedFiling[]>(units.map(unit => [unit, []]))
  for (const row of db.all<ListedFiling>(sql, JSON.stringify(units))) listed.get(row.unit)?.push(row)
  for (const rows of listed.values()) rows.sort((a, b) => b.year - a.year)
  return listed
}
