import type { Migration } from './migration.ts'

const sql = `alter table unit add column note text not null default '' check (length(note) <= 4000);`

/** The handover note of a unit: who fills, who signs, where figures come from. */
export const migration0005: Migration = { version: 5, sql }
