import type { Migration } from './migration.ts'

const sql = `
create table setting (
  key text primary key,
  value text not null
) strict;

create table unit (
  id integer primary key,
  uid text not null unique check (length(uid) = 16),
  name text not null check (length(name) between 1 and 100),
  uscc text not null,
  unit_seq text not null,
  today text check (today glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at text not null
) strict;

create table filing (
  id integer primary key,
  unit integer not null references unit (id),
  pack text not null,
  year integer not null check (year between 2000 and 2999),
  state text not null check (state in ('draft', 'sealed', 'returned', 'reopened', 'accepted')),
  started_at text not null,
  saved_at text,
  unique (unit, year)
) strict;

create table value (
  filing integer not null references filing (id),
  item text not null,
  row integer not null default 0 check (row >= 0),
  text text not null check (text <> ''),
  scaled integer,
  primary key (filing, item, row)
) strict, without rowid;

create table table_row (
  filing integer not null references filing (id),
  "table" text not null,
  row integer not null check (row > 0),
  position integer not null,
  deleted_at text,
  primary key (filing, "table", row)
) strict, without rowid;

create table change (
  id integer primary key,
  filing integer not null references filing (id),
  at text not null,
  os_user text not null,
  user_name text not null,
  kind text not null check (kind in ('cell', 'add', 'delete', 'move', 'explain', 'seal', 'reopen')),
  item text not null,
  row integer not null default 0,
  row_key text,
  old text not null,
  now text not null,
  reason text
) strict;
create index change_of_cell on change (filing, item, row);

create table explanation (
  filing integer not null references filing (id),
  rule text not null,
  row integer not null default 0,
  item text not null default '',
  text text not null check (text <> ''),
  at text not null,
  primary key (filing, rule, row, item)
) strict, without rowid;

create table submission (
  filing integer not null references filing (id),
  submit_no integer not null check (submit_no > 0),
  unit_id text not null,
  sealed_at text not null,
  today text not null,
  payload text not null,
  digest text not null check (length(digest) = 64),
  receipt text not null,
  signature text not null,
  public_key text not null,
  workbook blob not null,
  print text,
  primary key (filing, submit_no)
) strict;

create table prior (
  filing integer primary key references filing (id),
  origin text not null check (origin in ('typed', 'none') or origin glob 'workbook:*'),
  year integer not null,
  data text not null check (json_valid(data))
) strict;

create table known_signer (
  unit_id text not null,
  signer text not null check (length(signer) = 16),
  first_seen text not null,
  primary key (unit_id, signer)
) strict, without rowid;

create trigger change_stays before update on change begin select raise(abort, 'change is append-only'); end;
create trigger change_kept before delete on change begin select raise(abort, 'change is append-only'); end;
create trigger submission_stays before update on submission begin select raise(abort, 'submission is append-only'); end;
create trigger submission_kept before delete on submission begin select raise(abort, 'submission is append-only'); end;
`

/** The first store: units, filings, values, rows, changes, explanations, submissions, settings, priors, signers. */
export const migration0001: Migration = { version: 1, sql }
