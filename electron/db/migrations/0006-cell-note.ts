import type { Migration } from './migration.ts'

const sql = `
create table cell_note (
  filing integer not null references filing (id),
  item text not null check (item <> ''),
  row integer not null default 0 check (row >= 0),
  text text not null check (length(text) between 1 and 2000),
  shared integer not null check (shared in (0, 1)),
  at text not null,
  primary key (filing, item, row)
) strict, without rowid;
`

/** Notes on cells: the unit's own, or to go with the submission. */
export const migration0006: Migration = { version: 6, sql }
