/**
 * The ledger's first tables. Words in braces differ by database: {id} a numbered key, {int} 64-bit integer, {blob} bytes, {strict} the end of a table, {append_only} what keeps the record as it is.
 * Times are ISO texts (UTC), days ISO dates, lists JSON texts.
 */
export const ledger0001 = `
create table ledger_info (key text primary key, value text not null) {strict};
create table reviewer (name text primary key, role text not null check (role in ('viewer','reviewer','issuer')), since text not null) {strict};

create table register_unit (
  unit_id text primary key, name text not null, region text not null, contact text not null, phone text not null,
  certs text not null, forms text not null, groups text not null, risk text not null, deadline text,
  active {int} not null check (active in (0, 1)), since text not null
) {strict};
create table register_change (
  id {id}, unit_id text not null, at text not null, by_name text not null, effective text not null,
  field text not null, old text not null, now text not null, reason text not null
) {strict};
create index register_change_unit on register_change (unit_id, id);

create table intake_batch (
  id {id}, source text not null, paths text not null, started_at text not null, ended_at text, by_name text not null,
  state text not null check (state in ('listing','running','paused','stopped','done')), total {int} not null
) {strict};
create table intake_file (
  id {id}, batch {int} not null references intake_batch (id), path text not null, name text not null, size {int} not null, sha256 text not null,
  at text not null, verdict text not null, state text not null, unit_id text, org_name text, year {int}, submit_no {int}, pack text, signer text, trust text not null,
  receipt text, problem text, changed text not null, mismatches text not null, findings text not null, errors {int}, warnings {int}, submission {int}, other {int}, kept text, ms {int} not null
) {strict};
create index intake_file_batch on intake_file (batch, id);
create index intake_file_sha on intake_file (sha256);
create index intake_file_size on intake_file (size);

create table submission (
  id {id}, unit_id text not null, year {int} not null, submit_no {int} not null check (submit_no > 0), pack text not null, pack_version text not null, pack_digest text not null,
  digest text not null unique, receipt text not null, signer text not null, verdict text not null, state text not null,
  hand_filed {int} not null default 0 check (hand_filed in (0, 1)), org_name text not null, region text not null, today text not null, sealed_at text not null, received_at text not null,
  late {int} not null, errors {int} not null, warnings {int} not null, unexplained {int} not null, changed {int} not null, mismatches {int} not null,
  file {int}, via text, state_at text not null, state_by text not null, version {int} not null default 1
) {strict};
create index submission_unit on submission (unit_id, year, submit_no);
create index submission_state on submission (year, state);
create index submission_receipt on submission (receipt);
create table submission_payload (submission {int} primary key references submission (id), payload {blob} not null, signature text not null, public_key text not null, erased text) {strict};

create table item_key (id {id}, pack text not null, item text not null, decimals {int} not null, numeric {int} not null, unique (pack, item)) {strict};
create table value (
  item {int} not null, submission {int} not null, row_no {int} not null, num {int}, txt text,
  primary key (item, submission, row_no)
) {keyed};
create index value_submission on value (submission);

create table finding (
  submission {int} not null, n {int} not null, rule text not null, severity text not null, row_no {int}, row_key text, item text, detail text not null,
  explanation text, explained {int} not null, claimed {int} not null, fingerprint text, primary key (submission, n)
) {strict};
create index finding_fingerprint on finding (fingerprint);

create table query (
  id text primary key, submission {int} not null, unit_id text not null, year {int} not null, item text, row_no {int}, row_key text, body text not null, due text not null,
  by_name text not null, at text not null, state text not null check (state in ('draft','sent','answered','closed')),
  answer text, answered_in {int}, answered_at text, settled_by text, settled_at text
) {strict};
create index query_unit on query (unit_id, year);

create table decision (id {id}, submission {int}, unit_id text, year {int}, kind text not null, by_name text not null, at text not null, reason text not null, detail text not null) {strict};
create index decision_submission on decision (submission);
create index decision_unit on decision (unit_id, id);
create table letter (id {id}, kind text not null, unit_id text not null, submission {int}, at text not null, by_name text not null, digest text not null, name text not null, body {blob} not null) {strict};

create table adjustment (
  id {id}, unit_id text not null, year {int} not null, item text not null, row_no {int}, num {int}, txt text not null, old text not null, imputed {int} not null,
  reason text not null, by_name text not null, at text not null, signer text not null, public_key text not null, signature text not null, withdrawn_at text, withdrawn_by text, withdrawn_reason text
) {strict};
create index adjustment_unit on adjustment (unit_id, year);

create table known_signer (unit_id text not null, signer text not null, first_seen text not null, confirmed_by text, confirmed_at text, reason text, primary key (unit_id, signer)) {strict};
create table input_figure (id {id}, kind text not null, key text not null, year {int} not null, value text, source text not null, dated text not null, by_name text not null, at text not null, reason text not null) {strict};
create index input_figure_key on input_figure (kind, key, year, id);
create table bulletin (id {id}, year {int} not null, region text not null, blocks text not null, figures text not null, by_name text not null, at text not null) {strict};
create table draw (id {id}, at text not null, by_name text not null, seed text not null, settings text not null, pool text not null, result text not null, digest text not null, reason text not null) {strict};
create table upward_file (id {id}, direction text not null, digest text not null unique, bureau text not null, region text not null, signer text not null, at text not null, by_name text not null, summary text not null) {strict};
{append_only}
`
