import type { Migration } from './migration.ts'

const sql = `
create table part (
  filing integer not null references filing (id),
  uid text not null check (length(uid) = 16),
  side text not null check (side in ('out', 'in')),
  body text not null check (json_valid(body)),
  names text not null check (json_valid(names)),
  at text not null,
  primary key (filing, uid, side)
) strict, without rowid;
`

/** The parts of a filing that were given to others (out) and that others gave (in), the latter with what the giver's rows are called here. */
export const migration0007: Migration = { version: 7, sql }
