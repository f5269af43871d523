import type { Migration } from './migration.ts'

const sql = `
create table prior_source (
  filing integer not null references filing (id),
  kind text not null check (kind in ('workbook', 'typed')),
  origin text not null check ((kind = 'typed' and origin = 'typed') or (kind = 'workbook' and origin glob 'workbook:*')),
  year integer not null,
  data text not null check (json_valid(data)),
  about text not null check (json_valid(about)),
  at text not null,
  primary key (filing, kind)
) strict, without rowid;

create table prior_choice (
  filing integer primary key references filing (id),
  kind text not null check (kind in ('own', 'workbook', 'typed', 'none'))
) strict;

insert into prior_source (filing, kind, origin, year, data, about, at)
  select filing, case origin when 'typed' then 'typed' else 'workbook' end, origin, year, data, '{}', '' from prior where origin <> 'none';
insert into prior_choice (filing, kind) select filing, case origin when 'typed' then 'typed' when 'none' then 'none' else 'workbook' end from prior;
drop table prior;

create table import_mapping (
  unit integer not null references unit (id),
  name text not null check (length(name) between 1 and 60),
  mapping text not null check (json_valid(mapping)),
  at text not null,
  primary key (unit, name)
) strict, without rowid;
`

/** Sources of last year's figures side by side with the choice among them, and the mappings of imports by name. */
export const migration0003: Migration = { version: 3, sql }
