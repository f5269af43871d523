import type { Migration } from './migration.ts'

const sql = `
create table carried (
  filing integer primary key references filing (id),
  stamp text not null,
  prior text not null check (json_valid(prior))
) strict;
`

/** Last year's figures under the keys of each filing's pack, so that opening needs no other year's pack; good only while its stamp is. */
export const migration0012: Migration = { version: 12, sql }
