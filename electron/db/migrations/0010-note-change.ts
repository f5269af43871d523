import type { Migration } from './migration.ts'

const binned = 'exists (select 1 from filing f join unit u on u.id = f.unit where f.id = old.filing and (f.deleted_at is not null or u.deleted_at is not null))'

const sql = `
create table change_new (
  id integer primary key,
  filing integer not null references filing (id),
  at text not null,
  os_user text not null,
  user_name text not null,
  kind text not null check (kind in ('cell', 'add', 'delete', 'move', 'explain', 'note', 'seal', 'reopen')),
  item text not null,
  row integer not null default 0,
  row_key text,
  old text not null,
  now text not null,
  reason text,
  step integer references step (id),
  after_old integer,
  after_now integer,
  about text
) strict;
insert into change_new (id, filing, at, os_user, user_name, kind, item, row, row_key, old, now, reason, step, after_old, after_now, about)
  select id, filing, at, os_user, user_name, kind, item, row, row_key, old, now, reason, step, after_old, after_now, about from change;
drop table change;
alter table change_new rename to change;
create index change_of_cell on change (filing, item, row);
create trigger change_stays before update on change begin select raise(abort, 'change is append-only'); end;
create trigger change_kept before delete on change when not ${binned} begin select raise(abort, 'change is append-only'); end;
`

/** A note on a cell is a change like any other: on record, and taken back with its step. */
export const migration0010: Migration = { version: 10, sql }
