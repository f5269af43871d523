import type { Migration } from './migration.ts'

const binned = 'exists (select 1 from filing f join unit u on u.id = f.unit where f.id = old.filing and (f.deleted_at is not null or u.deleted_at is not null))'

const sql = `
create table letter (
  filing integer not null references filing (id),
  digest text not null check (length(digest) = 64),
  kind text not null check (kind in ('return', 'task', 'acceptance')),
  submit_no integer check (submit_no > 0),
  signer text not null check (length(signer) = 16),
  content text not null check (json_valid(content)),
  at text not null,
  os_user text not null,
  user_name text not null,
  primary key (filing, digest),
  check ((submit_no is null) = (kind = 'task'))
) strict, without rowid;

create table query (
  filing integer not null references filing (id),
  submit_no integer not null check (submit_no > 0),
  query text not null check (query <> ''),
  position integer not null,
  letter text not null,
  reply text not null default '' check (length(reply) <= 2000),
  replied_at text,
  answered_in integer check (answered_in > submit_no),
  primary key (filing, submit_no, query),
  foreign key (filing, letter) references letter (filing, digest)
) strict, without rowid;

create table known_regulator (
  name text not null,
  region text not null,
  signer text not null check (length(signer) = 16),
  first_seen text not null,
  confirmed_by text,
  primary key (name, region, signer)
) strict, without rowid;

create trigger letter_stays before update on letter begin select raise(abort, 'letter is append-only'); end;
create trigger letter_kept before delete on letter when not ${binned} begin select raise(abort, 'letter is append-only'); end;
`

/** A regulator's letters with the queries they put and the replies to them, and the keys under which regulators wrote. */
export const migration0009: Migration = { version: 9, sql }
