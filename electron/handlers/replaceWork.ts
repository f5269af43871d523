import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { backupFolder, stamp } from '../backup.ts'
import { fileProblem, makeFolder, syncFile, syncFolder } from '../files.ts'
import { moveOver } from '../move.ts'
import { workFile, type Desk } from './desk.ts'
import type { DraftFile } from './draftFile.ts'

/** Puts a draft in the open work file's place in one step; the present file is kept as a verified backup first. */
export function replaceWork(desk: Desk, draft: DraftFile): Result<null> {
  const kept = desk.backUp('replaced')
  if (!kept.ok) { draft.drop(); return kept }
  return place(desk, draft, path => {
    if (leftovers(path).length > 0) throw new Error('the work file was not closed')
  })
}

/** Puts a draft in a damaged work file's place; the damaged one is kept aside as it is. Gives the name it is kept under. */
export function replaceDamaged(desk: Desk, draft: DraftFile): Result<string> {
  let aside = ''
  const placed = place(desk, draft, path => {
    aside = keepAside(desk, path)
    for (const file of leftovers(path)) rmSync(file, { force: true })
  })
  return placed.ok ? ok(aside) : placed
}

function place(desk: Desk, draft: DraftFile, before: (path: string) => void): Result<null> {
  const path = workFile(desk.host, desk.which())
  const ready = draft.finish()
  if (!ready.ok) return ready
  try {
    desk.close()
    before(path)
    moveOver(ready.value, path)
    syncFolder(dirname(path))
  } catch (error) {
    draft.drop()
    return no({ ...fileProblem(error, path), ref: desk.log.write('replace', error) })
  }
  draft.drop()
  const opened = desk.store()
  return opened.ok ? ok(null) : opened
}

/** A log that belongs to the old file must never meet the new one. */
const leftovers = (path: string): readonly string[] => ['-wal', '-shm', '-journal'].map(end => `${path}${end}`).filter(file => existsSync(file))

function keepAside(desk: Desk, path: string): string {
  const folder = backupFolder(desk.host.dataDir)
  makeFolder(folder)
  const name = freeName(folder, `${basename(path, '.jianbao')}-损坏-${stamp(desk.host.now())}`)
  for (const file of [path, ...leftovers(path)]) {
    const copy = join(folder, `${name}.jianbao${file.slice(path.length)}`)
    copyFileSync(file, copy)
    syncFile(copy)
  }
  return `${name}.jianbao`
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`
    if (!existsSync(join(folder, `${tried}.jianbao`))) return tried
  }
}

/** A backup of the open work file by its name, or a problem when there is none of that name. */
export function backupPath(desk: Desk, file: string): Result<string> {
  const path = join(backupFolder(desk.host.dataDir), file)
  const own = file.startsWith(`${basename(workFile(desk.host, desk.which()), '.jianbao')}-`)
  return own && existsSync(path) ? ok(path) : no(problem('file-missing', { path: file }))
}
