import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DAY = 24 * 3600 * 1000

/**
 * Removes a folder of our own with all that is in it; false where something of it stays. On Windows what a scanner holds is tried again
 * for a moment, and what this very process still has open cannot go: that is no failure of the work that was done in it.
 */
export function removeFolder(folder: string, { patient = true, remove = rmSync } = {}): boolean {
  try {
    remove(folder, { recursive: true, force: true, maxRetries: patient ? 5 : 0, retryDelay: 60 })
    return true
  } catch {
    return false
  }
}

/** A folder for one run in the system's place for such. What earlier runs had to leave there is removed when it is a day old. */
export function briefFolder(prefix: string, { place = tmpdir(), now = Date.now() } = {}): string {
  for (const name of readdirSync(place).filter(each => each.startsWith(prefix))) {
    const left = lstatSync(join(place, name), { throwIfNoEntry: false })
    if (left?.isDirectory() && now - left.mtimeMs > DAY) removeFolder(join(place, name))
  }
  return mkdtempSync(join(place, prefix))
}
