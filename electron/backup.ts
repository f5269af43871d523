import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import type { Backup, BackupReason } from '../core/contract/safety.ts'
import { isSound, sqliteProblem, type Store } from './db/open.ts'
import { fileProblem, makeFolder, syncFile, syncFolder } from './files.ts'
import { moveOver } from './move.ts'
import { isWhole, journalPath } from './journal.ts'

const KEEP = 20
const NAME = /^-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-([a-z]+))?\.jianbao$/
const reasons: readonly BackupReason[] = ['daily', 'recovered', 'seal', 'sealed', 'exit', 'asked', 'replaced', 'upgrade', 'forced']

/** A point in time as file names have it. */
export const stamp = (at: Date): string => at.toISOString().replace(/[-:]/g, '').replace(/\.\d+Z$/, 'Z')

/** Where the copies of a work file are kept. */
export const backupFolder = (dataDir: string): string => join(dataDir, '备份')

/** Makes a copy, proves it sound, then gives it its name; the last twenty and the newest of each month stay. */
export function backUp(store: Store, dataDir: string, of: { readonly now: Date; readonly reason: BackupReason }): Result<Backup> {
  const folder = backupFolder(dataDir)
  const temporary = join(folder, `${prefix(store.path)}.tmp`)
  try {
    makeFolder(folder)
    rmSync(temporary, { force: true })
    store.copyTo(temporary)
    syncFile(temporary)
    if (!isSound(temporary)) { rmSync(temporary, { force: true }); return no(problem('workfile-damaged', { path: store.path })) }
    const name = nextName(store.path, dataDir, of)
    moveOver(temporary, join(folder, name))
    syncFolder(folder)
    thin(store.path, dataDir)
    return ok(backupNamed(dataDir, name))
  } catch (error) {
    rmSync(temporary, { force: true })
    return no(sqliteProblem(error, folder) ?? fileProblem(error, folder))
  }
}

/** The copies of a work file, newest first; each checked unless it was since it last changed. */
export const backupsOf = (workFile: string, dataDir: string): readonly Backup[] => copies(workFile, dataDir).map(name => backupNamed(dataDir, name))

/** When the newest copy was made, from its name; null if there is none. */
export function newestBackup(store: Pick<Store, 'path'>, dataDir: string): string | null {
  const found = copies(store.path, dataDir)[0]
  return found ? timeOf(found) : null
}

/** Path of the newest copy, sound or not; null if there is none. */
export function newestCopy(workFile: string, dataDir: string): string | null {
  const found = copies(workFile, dataDir)[0]
  return found ? join(backupFolder(dataDir), found) : null
}

const checked = new Map<string, boolean>()
function backupNamed(dataDir: string, name: string): Backup {
  const path = join(backupFolder(dataDir), name)
  const { size, mtimeMs } = statSync(path)
  const key = `${path}|${size}|${mtimeMs}`
  const verified = checked.get(key) ?? (isSound(path) && isWhole(path))
  checked.set(key, verified)
  const reason = NAME.exec(tail(name))?.[7]
  return { file: name, at: timeOf(name), size, verified, reason: reasons.find(r => r === reason) ?? 'daily' }
}

/** The time and the reason at the end of a copy's name. */
const tail = (name: string): string => /-\d{8}T\d{6}Z[^/]*$/.exec(name)?.[0] ?? ''

function timeOf(name: string): string {
  const [, y, m, d, h, min, s] = NAME.exec(tail(name)) ?? []
  return `${y}-${m}-${d}T${h}:${min}:${s}.000Z`
}

/** Names follow each other as the copies do, also within a second or when the clock was set back: the last name is the newest copy. */
function nextName(workFile: string, dataDir: string, of: { now: Date; reason: BackupReason }): string {
  const last = copies(workFile, dataDir)[0]
  const at = Math.max(of.now.getTime(), last ? Date.parse(timeOf(last)) + 1000 : 0)
  return `${prefix(workFile)}${stamp(new Date(at))}${of.reason === 'daily' ? '' : `-${of.reason}`}.jianbao`
}

/** What follows a work file's own name; '' for another file's. A damaged file kept aside is no copy. */
const rest = (name: string, workFile: string): string => (name.startsWith(prefix(workFile)) ? name.slice(prefix(workFile).length - 1) : '')

const prefix = (workFile: string): string => `${basename(workFile, '.jianbao')}-`

function copies(workFile: string, dataDir: string): string[] {
  const folder = backupFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter(name => NAME.test(rest(name, workFile))).sort().reverse()
}

function thin(workFile: string, dataDir: string): void {
  const months = new Set<string>()
  copies(workFile, dataDir).forEach((name, n) => {
    const month = timeOf(name).slice(0, 7)
    if (n >= KEEP && months.has(month)) {
      const path = join(backupFolder(dataDir), name)
      for (const old of [path, journalPath(path)]) rmSync(old, { force: true })
    }
    months.add(month)
  })
}
