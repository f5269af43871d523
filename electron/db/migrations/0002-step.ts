import type { Migration } from './migration.ts'

const sql = `
create table step (
  id integer primary key,
  filing integer not null references filing (id),
  label text not null check (label glob '[a-z]*'),
  state text not null check (state in ('done', 'undone', 'dropped', 'undo', 'redo')),
  target integer references step (id),
  before integer references step (id),
  first_change integer not null,
  changes integer not null check (changes > 0),
  check ((target is null) = (state in ('done', 'undone', 'dropped')))
) strict;
create index step_undone on step (filing, id) where state = 'undone';

alter table filing add column step integer references step (id);
alter table change add column step integer references step (id);
alter table change add column after_old integer;
alter table change add column after_now integer;
alter table change add column about text;

create trigger step_kept before delete on step begin select raise(abort, 'step is append-only'); end;
create trigger step_stays before update on step
  when old.id <> new.id or old.filing <> new.filing or old.label <> new.label or old.before is not new.before
    or old.first_change <> new.first_change or old.changes <> new.changes or old.target is not null or new.target is not null or old.state = 'dropped'
  begin select raise(abort, 'of a step only the state may change'); end;
`

/** Steps that can be taken back: every change belongs to one and says where a row stood before and after; a filing knows its newest done step, a step the one before it. */
export const migration0002: Migration = { version: 2, sql }
