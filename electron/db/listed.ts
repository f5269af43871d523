import type { FilingRow } from './filing.ts'
import type { Reader } from './open.ts'

/** A filing as the lists show it: all that lies in the work file, for one question a unit. */
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
const shared = `select concat_ws('|',
  (select group_concat(id) from filing where unit = ? and deleted_at is null),
  (select count(*) || ':' || max(s.sealed_at) from filing o cross join submission s on s.filing = o.id where o.unit = ? and o.deleted_at is null),
  (select count(*) from filing o cross join letter l on l.filing = o.id where o.unit = ? and o.deleted_at is null)) as shared`

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
from mine cross join filing f left join summary k on k.filing = f.id
left join submission s on s.filing = f.id and s.submit_no = (select max(submit_no) from submission where filing = f.id)
where f.unit = ? and f.deleted_at is null`

/** A unit's filings that are not in the bin, newest year first. */
export const listedOf = (db: Reader, unit: number): readonly ListedFiling[] => db.all<ListedFiling>(sql, unit, unit, unit, unit).toSorted((a, b) => b.year - a.year)
