import { closeSync, fsyncSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { problem, type Problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { upTo } from '../core/submission/receipt.ts'
import { moveOver, placeNew } from './move.ts'

/** A file written whole and safe under a temporary name, not yet in its place. */
export interface Staged {
  readonly temporary: string
  /** Moves it to `path`; an existing file is never replaced: （2）, （3）… are tried. */
  readonly place: (path: string) => Result<string>
  /** As `place`, but an existing file is replaced in one step. */
  readonly replace: (path: string) => Result<string>
  readonly discard: () => void
}

/** Writes bytes beside their future place and forces them to the disk; on failure nothing stays behind. */
export function stage(folder: string, bytes: Uint8Array, mode = 0o666): Result<Staged> {
  const temporary = join(folder, `.~${randomBytes(6).toString('hex')}.tmp`)
  try { makeFolder(folder) } catch (error) { return no(folderProblem(error, folder)) }
  try {
    writeDurably(temporary, bytes, mode)
  } catch (error) {
    rmSync(temporary, { force: true })
    return no(writeProblem(error, folder))
  }
  return ok({
    temporary,
    place: path => finish(temporary, () => placeNew(temporary, path), path),
    replace: path => finish(temporary, () => { moveOver(temporary, path); return path }, path),
    discard: () => rmSync(temporary, { force: true }),
  })
}

/** Writes a file that must not exist yet. */
export function writeNew(path: string, bytes: Uint8Array, mode = 0o666): Result<string> {
  if (existsSync(path)) return no(problem('name-taken', { path }))
  const staged = stage(dirname(path), bytes, mode)
  return staged.ok ? staged.value.place(path) : staged
}

/** Writes a file in one step, replacing one of the same name. */
export function writeOver(path: string, bytes: Uint8Array, mode = 0o666): Result<string> {
  const staged = stage(dirname(path), bytes, mode)
  return staged.ok ? staged.value.replace(path) : staged
}

/** Makes a folder and those above it, each tried once, so that it ends where a system refuses in whatever way; throws as the file system does. */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Why a folder cannot be made: a file in its place or above it, or a system that takes no folder there. */
function folderProblem(error: unknown, folder: string): Problem {
  const problemOf = fileProblem(error, folder)
  return ['name-taken', 'file-missing', 'file-unreadable', 'target-open'].includes(problemOf.code) ? problem('folder-readonly', { path: folder }) : problemOf
}

/** Why a file of a new name cannot be written: nobody can have it open, so what Windows calls not permitted is the folder's doing. */
function writeProblem(error: unknown, folder: string): Problem {
  const problemOf = fileProblem(error, folder)
  return problemOf.code === 'target-open' ? problem('folder-readonly', { path: folder }) : problemOf
}

/** The names that Windows keeps for devices, whatever follows a dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)/i

/** A name that is safe in a file system of any kind. */
export function safeName(name: string): string {
  const plain = upTo(name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_'), 200).replace(/[. ]+$/u, '')
  return plain === '' || DEVICE.test(plain) ? `_${plain}` : plain
}

/** The problem that a failure of the file system means to a person. */
export function fileProblem(error: unknown, path: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', { path })
  if (code === 'EIO') return problem('disk-failing', { path })
  if (code === 'EROFS' || code === 'EACCES') return problem('folder-readonly', { path })
  if (code === 'EPERM' || code === 'EBUSY' || code === 'ETXTBSY') return problem('target-open', { path })
  if (code === 'ENOENT') return problem('file-missing', { path })
  if (code === 'EEXIST') return problem('name-taken', { path })
  return problem('file-unreadable', { path })
}

function writeDurably(path: string, bytes: Uint8Array, mode: number): void {
  const handle = openSync(path, 'wx', mode)
  try {
    let done = 0
    while (done < bytes.length) done += writeSync(handle, bytes, done)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function finish(temporary: string, move: () => string, path: string): Result<string> {
  try {
    const placed = move()
    syncFolder(dirname(placed))
    return ok(placed)
  } catch (error) {
    rmSync(temporary, { force: true })
    return no(fileProblem(error, path))
  }
}

/** Forces a file that is already written to the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try { fsyncSync(handle) } finally { closeSync(handle) }
}

/** Forces the names in a folder to the disk, where the system can. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try { fsyncSync(handle) } catch { /* some network file systems cannot: the file itself is synced */ } finally { closeSync(handle) }
}
