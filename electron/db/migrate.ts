import { migration0001 } from './migrations/0001-first.ts'
import { migration0002 } from './migrations/0002-step.ts'
import { migration0003 } from './migrations/0003-incoming.ts'
import { migration0004 } from './migrations/0004-bin.ts'
import { migration0005 } from './migrations/0005-note.ts'
import { migration0006 } from './migrations/0006-cell-note.ts'
import { migration0007 } from './migrations/0007-part.ts'
import { migration0008 } from './migrations/0008-summary.ts'
import { migration0009 } from './migrations/0009-letter.ts'
import { migration0010 } from './migrations/0010-note-change.ts'
import { migration0011 } from './migrations/0011-pack.ts'
import { migration0012 } from './migrations/0012-carried.ts'
import type { Migration } from './migrations/migration.ts'

/** 'JBao' in the file's header: a database with another mark is not ours. */
export const APPLICATION_ID = 0x4a42616f

/** What a migration needs of a connection; tests give their own. */
export interface Migratable {
  readonly pragma: (source: string, options?: { simple: boolean }) => unknown
  readonly exec: (sql: string) => unknown
}

/** Every migration in order; append only, never changed once released. */
export const migrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004, migration0005, migration0006, migration0007, migration0008, migration0009, migration0010, migration0011, migration0012]

/** The version this program writes; a newer file is refused. */
export const latestVersion = migrations.at(-1)?.version ?? 0

/** Brings a database to the latest version, all steps in one transaction or none. A step may make a table anew, so references are checked at the end instead. */
export function migrate(db: Migratable): void {
  const from = db.pragma('user_version', { simple: true }) as number
  const due = migrations.filter(m => m.version > from)
  if (due.length === 0) return
  const keys = db.pragma('foreign_keys', { simple: true }) === 1
  db.pragma('foreign_keys = OFF')
  try { runAll(db, due) } finally { if (keys) db.pragma('foreign_keys = ON') }
}

function runAll(db: Migratable, due: readonly Migration[]): void {
  db.exec('begin immediate')
  try {
    for (const step of due) db.exec(step.sql)
    if ((db.pragma('foreign_key_check') as readonly unknown[]).length > 0) throw new Error('a reference leads nowhere')
    db.exec(`pragma application_id = ${APPLICATION_ID}`)
    db.exec(`pragma user_version = ${latestVersion}`)
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}
