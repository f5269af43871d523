import { join } from 'node:path'
import { backupFolder } from '../backup.ts'
import { latestVersion } from '../db/migrate.ts'
import type { Reader, Run, Store } from '../db/open.ts'
import { readJournal } from '../journal.ts'
import { draftOf } from './draftFile.ts'

/** Does again what the journals say was done after a backup, each step whole; gives their number. */
export function replay(dataDir: string, store: Store, file: string): number {
  let done = 0
  for (let name: string | null = file; name !== null;) {
    const journal = readJournal(join(backupFolder(dataDir), name))
    if (!journal || journal.version !== latestVersion) return done
    for (const step of journal.steps) {
      if (!doAgain(store, step)) return done
      done += 1
    }
    name = journal.next
  }
  return done
}

/** Whether a work file lacks something that the newest backup and its journal have: it was opened, but it has lost its end. */
export function isBehind(store: Store, dataDir: string, newest: string): boolean {
  const draft = draftOf(dataDir, join(backupFolder(dataDir), newest))
  if (!draft.ok) return false
  try {
    replay(dataDir, draft.value.store, newest)
    const [has, had] = [tops(store.read), tops(draft.value.store.read)]
    return had.some((top, n) => top > (has[n] ?? 0))
  } finally { draft.value.drop() }
}

/** The newest numbers of what is only ever added. */
const tops = (db: Reader): readonly number[] =>
  ['change', 'submission', 'filing', 'unit', 'step', 'erasure'].map(table => db.get<{ top: number }>(`select coalesce(max(rowid), 0) as top from ${table}`)?.top ?? 0)

function doAgain(store: Store, step: readonly Run[]): boolean {
  try {
    store.write(db => { for (const [sql, ...params] of step) db.run(sql, ...params) })
    return true
  } catch { return false }
}
