import type { Answer, Request } from '../../core/contract.ts'
import { ok, no, type Result } from '../../core/result.ts'
import { problem } from '../../core/problem.ts'
import { backupsOf } from '../backup.ts'
import { isWhole } from '../journal.ts'
import { appState } from './app.ts'
import { compare } from './compare.ts'
import { workFile, type Desk } from './desk.ts'
import { draftOf, type DraftFile } from './draftFile.ts'
import { backupPath, replaceWork } from './replaceWork.ts'

/** The copies of the work file, newest first; also when that itself cannot be opened. */
export function backupList(desk: Desk): Result<Answer<'backup.list'>> {
  desk.store()
  return ok(backupsOf(workFile(desk.host, desk.which()), desk.host.dataDir))
}

/** Makes a copy now. */
export const backupNow = (desk: Desk): Result<Answer<'backup.now'>> => desk.backUp('asked')

/** What restoring a copy would change; nothing is changed. */
export function backupPreview(desk: Desk, args: Request<'backup.preview'>): Result<Answer<'backup.preview'>> {
  const store = desk.store()
  if (!store.ok) return store
  const draft = draftOfBackup(desk, args.file)
  if (!draft.ok) return draft
  try { return ok(compare(desk, store.value.read, draft.value.store.read)) } finally { draft.value.drop() }
}

/** Puts a copy in the work file's place; what was there is kept as a backup of its own. */
export function backupRestore(desk: Desk, args: Request<'backup.restore'>): Result<Answer<'backup.restore'>> {
  const store = desk.store()
  if (!store.ok) return store
  const draft = draftOfBackup(desk, args.file)
  if (!draft.ok) return draft
  const replaced = replaceWork(desk, draft.value)
  return replaced.ok ? appState(desk) : replaced
}

/** Before the application ends: a copy of what was saved since the last one, and the work file closed. */
export async function appLeave(desk: Desk): Promise<Result<Answer<'app.leave'>>> {
  const made = desk.which() === 'own' && desk.unsaved() ? desk.backUp('exit') : null
  if (made && !made.ok) desk.log.write(`exit backup: ${made.problem.code}`)
  desk.close()
  await desk.copies.settled()
  return ok({ backup: made?.ok ? made.value.at : null })
}

/** A copy of a backup, opened; one that cannot be read is refused in words of its own. */
export function draftOfBackup(desk: Desk, file: string): Result<DraftFile> {
  const path = backupPath(desk, file)
  if (!path.ok) return path
  if (!isWhole(path.value)) return no(problem('backup-unsound', { file }))
  const draft = draftOf(desk.host.dataDir, path.value)
  return draft.ok || draft.problem.code === 'workfile-newer' || draft.problem.code === 'disk-full' ? draft : no(problem('backup-unsound', { file }))
}
