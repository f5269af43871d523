import type { Migration } from './migration.ts'

const sql = `
create table summary (
  filing integer primary key references filing (id),
  stamp text not null,
  forms text not null check (json_valid(forms)),
  legal_form text
) strict;
`

/** How far each filing's forms were when it was last looked at, so that lists need no audit; good only while its stamp is. */
export const migration0008: Migration = { version: 8, sql }
