import type { Migration } from './migration.ts'

const binned = 'exists (select 1 from filing f join unit u on u.id = f.unit where f.id = old.filing and (f.deleted_at is not null or u.deleted_at is not null))'
const kept = (table: string): string =>
  `drop trigger ${table}_kept;
create trigger ${table}_kept before delete on ${table} when not ${binned} begin select raise(abort, '${table} is append-only'); end;`

const sql = `
alter table unit add column deleted_at text;
alter table unit add column delete_reason text;

create table filing_new (
  id integer primary key,
  unit integer not null references unit (id),
  pack text not null,
  year integer not null check (year between 2000 and 2999),
  state text not null check (state in ('draft', 'sealed', 'returned', 'reopened', 'accepted')),
  started_at text not null,
  saved_at text,
  step integer references step (id),
  deleted_at text,
  delete_reason text
) strict;
insert into filing_new (id, unit, pack, year, state, started_at, saved_at, step) select id, unit, pack, year, state, started_at, saved_at, step from filing;
drop table filing;
alter table filing_new rename to filing;
create unique index filing_of_year on filing (unit, year) where deleted_at is null;

create table erasure (
  id integer primary key,
  at text not null,
  os_user text not null,
  user_name text not null,
  what text not null check (what in ('unit', 'filing', 'row')),
  name text not null,
  year integer,
  reason text
) strict;

${kept('change')}
${kept('submission')}
${kept('step')}
create trigger erasure_stays before update on erasure begin select raise(abort, 'erasure is append-only'); end;
create trigger erasure_kept before delete on erasure begin select raise(abort, 'erasure is append-only'); end;
`

/** The recycle bin: units and filings can lie in it, their records can be removed only from there, and what was removed is noted. */
export const migration0004: Migration = { version: 4, sql }
