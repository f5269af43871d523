import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

const HELD: readonly unknown[] = ['EPERM', 'EBUSY', 'EACCES']
const LONGEST_WAIT = 640

/**
 * Moves a file to a name, over what stands there. On Windows a program that looks at what was just written, a virus scanner say,
 * may hold it for a moment: there it is tried again for about a second. `move` is replaced in tests.
 */
export function moveOver(from: string, to: string, { patient = process.platform === 'win32', move = renameSync } = {}): void {
  for (let wait = 10; ; wait *= 2) {
    try {
      move(from, to)
      return
    } catch (error) {
      if (!patient || wait > LONGEST_WAIT || !HELD.includes(codeOf(error))) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
  }
}

/**
 * Moves a file to a name that is free: the one asked for, or （2）, （3）…; gives it. A hard link refuses an existing name in one step;
 * where there are none (FAT, exFAT, some shares: each system says so in its own way) the name is reserved first. `link` is replaced in tests.
 */
export function placeNew(temporary: string, path: string, link = linkSync): string {
  for (let n = 1; ; n++) {
    const target = n === 1 ? path : join(dirname(path), `${basename(path, extname(path))}（${n}）${extname(path)}`)
    if (existsSync(target)) continue
    try {
      link(temporary, target)
      rmSync(temporary)
      return target
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
    }
    reserved(target, () => moveOver(temporary, target))
    return target
  }
}

/** Makes an empty file of a new name for `move` to replace; it goes again when that fails. */
function reserved(target: string, move: () => void): void {
  closeSync(openSync(target, 'wx'))
  try {
    move()
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
