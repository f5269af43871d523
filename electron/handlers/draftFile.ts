import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { isSound, openStore, type Store } from '../db/open.ts'
import { fileProblem, makeFolder, syncFile } from '../files.ts'
import { removeFolder } from '../briefFolder.ts'

/** A copy of a work file that may be read, migrated and changed without touching the original. */
export interface DraftFile {
  readonly path: string
  readonly store: Store
  /** Closes it, proves it sound and forces it to the disk, ready to take a work file's place. */
  readonly finish: () => Result<string>
  /** Closes it and removes it. */
  readonly drop: () => void
}

/** Copies a work file beside the open one and opens the copy. */
export function draftOf(dataDir: string, source: string): Result<DraftFile> {
  let folder: string | null = null
  try {
    makeFolder(dataDir)
    folder = mkdtempSync(join(dataDir, '.~work-'))
    const path = join(folder, 'copy.jianbao')
    copyFileSync(source, path)
    const store = openStore(path)
    if (!store.ok) { removeFolder(folder); return no({ ...store.problem, params: { ...store.problem.params, path: source } }) }
    return ok(draft(folder, path, store.value))
  } catch (error) {
    if (folder !== null) removeFolder(folder)
    return no(fileProblem(error, source))
  }
}

function draft(folder: string, path: string, store: Store): DraftFile {
  return {
    path, store,
    finish: () => {
      store.close()
      if (!isSound(path)) { removeFolder(folder); return no(problem('backup-unsound')) }
      syncFile(path)
      return ok(path)
    },
    drop: () => { store.close(); removeFolder(folder) },
  }
}
