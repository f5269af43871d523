import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { ok, no, type Result } from '../../core/result.ts'
import type { Backup, BackupReason, Notice } from '../../core/contract/safety.ts'
import { backUp, backupFolder, newestBackup, newestCopy } from '../backup.ts'
import { beijing } from '../clock.ts'
import { changesSince } from '../db/history.ts'
import { latestVersion } from '../db/migrate.ts'
import { openStore, type Store } from '../db/open.ts'
import { fileProblem, makeFolder } from '../files.ts'
import { journalEnds, proof, resumeJournal, startJournal, type Journal, type JournalEnds } from '../journal.ts'
import { storageOf } from '../storage.ts'
import type { Host } from './host.ts'
import { isBehind } from './replay.ts'
import { removeFolder } from '../briefFolder.ts'

/** An open work file with its backups and its journal. */
export interface OpenWork {
  readonly store: Store
  readonly notices: readonly Notice[]
  readonly backUp: (reason: BackupReason) => Result<Backup>
  /** Whether something was saved since the newest backup. */
  readonly unsaved: () => boolean
  readonly close: () => void
}

/** Opens a work file; with `kept`, a copy is made on the day's first opening and whenever the last session did not end properly. */
export function openWorkFile(host: Host, path: string, kept: boolean): Result<OpenWork> {
  try { makeFolder(host.dataDir) } catch (error) { return no(fileProblem(error, host.dataDir)) }
  const storage = host.storage ?? storageOf(host.dataDir)
  const crashed = leftBehind(path)
  const newest = kept ? newestCopy(path, host.dataDir) : null
  const journal = newest === null ? null : journalEnds(newest)
  const proved = crashed ? null : proof(journal, path)
  if (proved === 'rotten') return no(problem('workfile-damaged', { path }))
  const store = openStore(path, { local: storage === 'local', sound: proved === 'same' })
  if (!store.ok) return store
  sweep(host.dataDir)
  const broken = newest !== null && (crashed || wasCut(journal))
  if (broken && isBehind(store.value, host.dataDir, basename(newest))) {
    store.value.close()
    return no(problem('workfile-damaged', { path }))
  }
  const work = workOf(host, store.value)
  const notices: Notice[] = storage === 'local' ? [] : [{ kind: `storage-${storage}`, params: { path: host.dataDir } }]
  if (kept) notices.push(...elsewhere(host, path))
  if (kept) notices.push(...begin(host, work, { broken, left: newest === null ? null : { backup: newest, journal } }))
  return ok({ ...work, notices })
}

/** That a policy moved the data folder and the work file did not come along. */
function elsewhere({ dataDir, formerDataDir }: Host, path: string): readonly Notice[] {
  const lonely = formerDataDir !== undefined && formerDataDir !== dataDir && newestCopy(path, dataDir) === null && existsSync(join(formerDataDir, basename(path)))
  return lonely ? [{ kind: 'data-elsewhere', params: { path: dataDir, before: formerDataDir } }] : []
}

type Work = Omit<OpenWork, 'notices'> & { readonly resume: (left: Left) => boolean }
/** The newest copy and the ends of its journal, as the last session left them; read once, for a journal may be long. */
interface Left { readonly backup: string; readonly journal: JournalEnds | null }

function workOf(host: Host, store: Store): Work {
  let journal: Journal | null = null
  const follow = (next: Journal | null): void => {
    journal = next
    store.listen(next ? runs => next.add(runs) : null)
  }
  return {
    store,
    resume: left => {
      follow(resumeJournal(left.backup, left.journal, store.path, latestVersion))
      return journal !== null
    },
    backUp: reason => {
      const made = backUp(store, host.dataDir, { now: host.now(), reason })
      if (!made.ok) return made
      journal?.end(made.value.file)
      host.backedUp?.(join(backupFolder(host.dataDir), made.value.file))
      follow(startJournal(join(backupFolder(host.dataDir), made.value.file), store.path, latestVersion))
      return made
    },
    unsaved: () => journal === null || journal.saved(),
    close: () => { store.close(); journal?.end(null); journal = null },
  }
}

/** The first copy of the session, where one is due, and what there is to tell. */
function begin(host: Host, work: Work, { broken, left }: { readonly broken: boolean; readonly left: Left | null }): readonly Notice[] {
  const last = newestBackup(work.store, host.dataDir)
  const before = left?.journal ?? null
  const resumed = !broken && left !== null && work.resume(left)
  const lost = broken ? changesSince(work.store.read, last ?? '') : null
  const reason = broken ? 'recovered' : before && before.version !== latestVersion ? 'upgrade' : 'daily'
  const due = !resumed || last?.slice(0, 10) !== host.now().toISOString().slice(0, 10)
  const made = due ? work.backUp(reason) : null
  const told: Notice[] = lost?.newest ? [{ kind: 'recovered', params: { at: beijing(new Date(lost.newest)), count: lost.count } }] : []
  return made && !made.ok ? [...told, { kind: 'backup-failed', params: {} }] : told
}

/** Whether the last session saved something and did not end properly, by the journal it left. */
function wasCut(journal: JournalEnds | null): boolean {
  return journal !== null && journal.ended === null && journal.next === null && journal.saved
}

/** What only a session that was cut off leaves beside a work file. */
const leftBehind = (path: string): boolean => ['-wal', '-journal'].some(end => (statSync(`${path}${end}`, { throwIfNoEntry: false })?.size ?? 0) > 0)

/** Folders of previews that were cut off. */
function sweep(dataDir: string): void {
  try {
    for (const name of readdirSync(dataDir)) if (/^\.~(work|locked)-/.test(name)) removeFolder(join(dataDir, name))
  } catch { /* they are swept another time */ }
}
