import type { Reader, Writer } from './open.ts'

/** What was kept of last year's figures for a filing while `stamp` was true of them. */
export const carriedFor = (db: Reader, filing: number, stamp: string): string | undefined =>
  db.get<{ prior: string }>('select prior from carried where filing = ? and stamp = ?', filing, stamp)?.prior
/** Keeps them in place of those before. */
export const keepCarried = (db: Writer, filing: number, of: { readonly stamp: string; readonly prior: string }): void => {
  db.run('insert into carried (filing, stamp, prior) values (?, ?, ?) on conflict (filing) do update set stamp = excluded.stamp, prior = excluded.prior', filing, of.stamp, of.prior)
}
