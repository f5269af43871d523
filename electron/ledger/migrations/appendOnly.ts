import type { LedgerSql } from '../sql.ts'

/** Tables whose rows are added and never changed or taken away again (D24). */
const kept = ['decision', 'register_change'] as const

const sqlite = kept.map(table => ['update', 'delete'].map(act =>
  `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} is append-only'); end;`).join('\n')).join('\n')
const postgres = [
  `create function append_only() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$;`,
  ...kept.map(table => `create trigger ${table}_kept before update or delete or truncate on ${table} for each statement execute function append_only();`),
].join('\n')

/** What makes the database itself refuse to change the record. */
export const appendOnly: Readonly<Record<LedgerSql['kind'], string>> = { sqlite, postgres }
