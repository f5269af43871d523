import type { Reader } from './open.ts'

/** The version of SQLite that runs. */
export const sqliteVersion = (db: Reader): string | null => db.get<{ version: string }>('select sqlite_version() as version')?.version ?? null
/** What the file says of itself: its layout and how many of its pages are sound; no text from within it. */
export function soundness(db: Reader): { readonly schema: number; readonly pages: number; readonly faults: number } {
  const one = (sql: string): number => Number(Object.values(db.get<Record<string, number>>(sql) ?? {})[0] ?? 0)
  const said = db.all<Record<string, string>>('pragma quick_check(100)').flatMap(row => Object.values(row))
  return { schema: one('pragma user_version'), pages: one('pragma page_count'), faults: said.filter(line => line !== 'ok').length }
}
