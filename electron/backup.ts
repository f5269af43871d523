import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { isSound, sqliteProblem, type Store } from './db/open.ts'
import { fileProblem } from './files.ts'

const KEEP = 30
const stamp = (at: Date): string => at.toISOString().replace(/[-:]/g, '').replace(/\.\d+Z$/, 'Z')

/** Where the copies of a work file are kept. */
export const backupFolder = (dataDir: string): string => join(dataDir, '备份')

/** Makes a copy, proves it sound, then gives it its name; old copies beyond thirty go. */
export function backUp(store: Store, dataDir: string, now: Date): Result<string> {
  const folder = backupFolder(dataDir)
  const path = join(folder, `${prefix(store)}${stamp(now)}.jianbao`)
  const temporary = `${path}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(temporary, { force: true })
    store.copyTo(temporary)
    if (!isSound(temporary)) { rmSync(temporary, { force: true }); return no(problem('workfile-damaged', { path: store.path })) }
    renameSync(temporary, path)
    for (const old of copies(store, dataDir).slice(KEEP)) rmSync(join(folder, old), { force: true })
    return ok(now.toISOString())
  } catch (error) {
    rmSync(temporary, { force: true })
    return no(sqliteProblem(error, folder) ?? fileProblem(error, folder))
  }
}

/** When the newest copy was made, from its name; null if there is none. */
export function newestBackup(store: Store, dataDir: string): string | null {
  const found = copies(store, dataDir)[0]
  const parts = found ? /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.jianbao$/.exec(found) : null
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}.000Z` : null
}

const prefix = (store: Store): string => `${basename(store.path, '.jianbao')}-`
function copies(store: Store, dataDir: string): string[] {
  const folder = backupFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter(name => name.startsWith(prefix(store)) && name.endsWith('Z.jianbao')).sort().reverse()
}
