import { migration0001 } from './migrations/0001-first.ts'
import { migration0002 } from './migrations/0002-step.ts'
import { migration0003 } from './migrations/0003-incoming.ts'
import type { Migration } from './migrations/migration.ts'

/** 'JBao' in the file's header: a database with another mark is not ours. */
export const APPLICATION_ID = 0x4a42616f

/** What a migration needs of a connection; tests give their own. */
export interface Migratable {
  readonly pragma: (source: string, options?: { simple: boolean }) => unknown
  readonly exec: (sql: string) => unknown
}

/** Every migration in order; append only, never changed once released. */
export const migrations: readonly Migration[] = [migration0001, migration0002, migration0003]

/** The version this program writes; a newer file is refused. */
export const latestVersion = migrations.at(-1)?.version ?? 0

/** Brings a database to the latest version, all steps in one transaction or none. */
export function migrate(db: Migratable): void {
  const from = db.pragma('user_version', { simple: true }) as number
  const due = migrations.filter(m => m.version > from)
  if (due.length === 0) return
  db.exec('begin immediate')
  try {
    for (const step of due) db.exec(step.sql)
    db.exec(`pragma application_id = ${APPLICATION_ID}`)
    db.exec(`pragma user_version = ${latestVersion}`)
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}
