import type { Migration } from './migration.ts'

const sql = `
create table pack_sheet (
  pack text not null,
  version text not null,
  sheet text not null check (json_valid(sheet)),
  primary key (pack, version)
) strict, without rowid;

create table filing_pack (
  filing integer primary key references filing (id),
  pack text not null,
  version text not null,
  foreign key (pack, version) references pack_sheet (pack, version)
) strict;
`

/** The version of the pack that a filing was last filled under, and what is kept of that version for when the program brings a newer one. */
export const migration0011: Migration = { version: 11, sql }
