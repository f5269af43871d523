import { join } from 'node:path'
import type { PackTaken } from '../../../core/contract/packs.ts'
import type { Request } from '../../../core/contract.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { writeNew } from '../../files.ts'
import { packAllowed } from '../../packTrust.ts'
import { importedName } from '../../packs/imported.ts'
import { packsFolder, type Desk } from '../desk.ts'
import { openFiling } from '../openFiling.ts'
import { writeLost } from './brought.ts'
import { draftsUnder } from './drafts.ts'
import { knownIssuers, readIncoming, standing, type Incoming } from './read.ts'
import { wake } from './waiting.ts'

/** Installs the pack file that was looked at, brings the open drafts to it and looks again at what waited for it. */
export async function packTake(desk: Desk, args: Request<'pack.take'>): Promise<Result<PackTaken>> {
  const read = readIncoming(args.path)
  if (!read.ok) return read
  const { file, loaded } = read.value
  if (file.sha256 !== args.digest) return no(problem('pack-file-changed', { path: args.path }))
  const { id, version } = loaded.pack
  const { again, refused } = standing(desk, loaded)
  if (again) return ok({ pack: id, version, drafts: [], list: null, woken: await wake(desk, id) })
  const against = packAllowed(file, desk.policy.policy, knownIssuers(desk), args.confirmKey === true) ?? refused
  if (against) return no(against)
  const here = desk.packs.get(id)
  const versions = here.ok ? { from: here.value, to: loaded } : null
  const drafts = versions ? draftsUnder(desk, versions).drafts : []
  const installed = install(desk, read.value)
  if (!installed.ok) return installed
  for (const { filing } of drafts) openFiling(desk, filing)
  desk.brought.splice(0)
  return ok({ pack: id, version, drafts, list: versions ? writeLost(packsFolder(desk.host), drafts, { pack: id, from: versions.from.pack.version, to: version }) : null, woken: await wake(desk, id) })
}

function install(desk: Desk, { bytes, loaded: { pack } }: Incoming): Result<string> {
  const written = writeNew(join(packsFolder(desk.host), importedName(pack.id, pack.version)), bytes)
  if (!written.ok) return written
  desk.packs.refresh()
  desk.filings.clear()
  return written
}
