import type { Writer } from './open.ts'

/** A filing's forms as they were when `stamp` was true of it. */
export interface SummaryRow { readonly filing: number; readonly stamp: string; readonly forms: string; readonly legal_form: string | null }

/** Keeps a filing's summary in place of the one before. */
export const keepSummary = (db: Writer, row: SummaryRow): void => {
  db.run('insert into summary (filing, stamp, forms, legal_form) values (?, ?, ?, ?) on conflict (filing) do update set stamp = excluded.stamp, forms = excluded.forms, legal_form = excluded.legal_form',
    row.filing, row.stamp, row.forms, row.legal_form)
}
