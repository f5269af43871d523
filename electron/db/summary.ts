import type { Reader, Writer } from './open.ts'

/** A filing's forms as they were when `stamp` was true of it. */
export interface SummaryRow { readonly filing: number; readonly stamp: string; readonly forms: string; readonly legal_form: string | null }

const stampSql = `select concat_ws('|', f.pack, f.state, f.saved_at, f.step,
  (select count(*) || ':' || max(s.sealed_at) from submission s join filing o on o.id = s.filing where o.unit = f.unit),
  (select count(*) from letter l join filing o on o.id = l.filing where o.unit = f.unit),
  (select kind from prior_choice where filing = f.id),
  (select group_concat(kind || at) from prior_source where filing = f.id),
  (select group_concat(uid || side || at) from part where filing = f.id)) as stamp
from filing f where f.id = ?`

/** What a filing's findings depend on inside the work file, as one text; it differs after every change of it. */
export const stampOfFiling = (db: Reader, filing: number): string => db.get<{ stamp: string }>(stampSql, filing)?.stamp ?? ''
/** What is kept of a filing, if anything. */
export const summaryOf = (db: Reader, filing: number): SummaryRow | undefined => db.get('select filing, stamp, forms, legal_form from summary where filing = ?', filing)
/** Keeps a filing's summary in place of the one before. */
export const keepSummary = (db: Writer, row: SummaryRow): void => {
  db.run('insert into summary (filing, stamp, forms, legal_form) values (?, ?, ?, ?) on conflict (filing) do update set stamp = excluded.stamp, forms = excluded.forms, legal_form = excluded.legal_form',
    row.filing, row.stamp, row.forms, row.legal_form)
}
