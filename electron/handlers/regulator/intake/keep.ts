import { copyFileSync, existsSync, constants } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { makeFolder, safeName } from '../../../files.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { Listed } from './listing.ts'

/** Keeps the original of a quarantined file beside the ledger; of a member, its whole archive. Nothing is overwritten; null where it cannot be kept. */
export function keepOriginal(ledger: Ledger, { path }: Listed, sha256: string): string | null {
  const folder = join(ledger.folder, '隔离')
  const name = safeName(basename(path))
  const ext = extname(name)
  const target = join(folder, `${name.slice(0, name.length - ext.length)}_${(sha256 || 'x').slice(0, 8)}${ext}`)
  try {
    if (existsSync(target)) return target
    makeFolder(folder)
    copyFileSync(path, target, constants.COPYFILE_EXCL)
    return target
  } catch { return null }
}
