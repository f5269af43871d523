import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, AppState, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { fileProblem, makeFolder, writeOver } from '../files.ts'
import { isLockedName, lockUnder, unlockUnder } from '../locked.ts'
import type { Desk } from './desk.ts'
import { workfileExport, workfileImport, workfilePreview } from './handover.ts'
import { removeFolder } from '../briefFolder.ts'

/** As much as a locked work file may be: it is opened in memory. */
const MOST = 512 << 20

/** Writes the whole work file; to a name that ends in .age, locked as a whole under the passphrase. */
export async function workExport(desk: Desk, args: Request<'workfile.export'>): Promise<Result<Answer<'workfile.export'>>> {
  if (!isLockedName(args.path)) return workfileExport(desk, args)
  if ([...args.passphrase].length < 8) return no(problem('key-passphrase'))
  return within(desk, async folder => {
    const plain = workfileExport(desk, { ...args, path: join(folder, 'plain.jianbao') })
    if (!plain.ok) return plain
    const locked = await lockUnder(readFileSync(plain.value.path), args.passphrase)
    const written = writeOver(args.path, locked, 0o600)
    return written.ok ? ok({ path: written.value, keys: plain.value.keys }) : written
  })
}

/** What taking over another work file would change; a locked one asks for its passphrase. */
export const workPreview = (desk: Desk, args: Request<'workfile.preview'>): Promise<Result<Answer<'workfile.preview'>>> =>
  opened(desk, { path: args.path, passphrase: args.passphrase ?? '' }, path => workfilePreview(desk, { path }))

/** Takes over another work file, locked or not. */
export const workImport = (desk: Desk, args: Request<'workfile.import'>): Promise<Result<AppState>> =>
  opened(desk, args, path => workfileImport(desk, { ...args, path }))

async function opened<T>(desk: Desk, { path, passphrase }: Request<'workfile.import'>, work: (path: string) => Result<T>): Promise<Result<T>> {
  if (!isLockedName(path)) return work(path)
  return within(desk, async folder => {
    if (statSync(path).size > MOST) return no(problem('locked-damaged', { path }))
    const plain = await unlockUnder(new Uint8Array(readFileSync(path)), passphrase, path)
    if (!plain.ok) return plain
    const open = join(folder, 'plain.jianbao')
    writeFileSync(open, plain.value, { mode: 0o600 })
    return work(open)
  })
}

/** Works in a folder of one's own, which is gone afterwards. The work file is opened before: its opening sweeps away what earlier runs left of such folders. */
async function within<T>(desk: Desk, work: (folder: string) => Promise<Result<T>>): Promise<Result<T>> {
  const store = desk.store()
  if (!store.ok) return store
  let folder: string | null = null
  try {
    makeFolder(desk.host.dataDir)
    folder = mkdtempSync(join(desk.host.dataDir, '.~locked-'))
    return await work(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return no(fileProblem(error, folder ?? desk.host.dataDir))
    throw error
  } finally { if (folder !== null) removeFolder(folder) }
}
