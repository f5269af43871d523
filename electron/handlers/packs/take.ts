import { join } from 'node:path'
import type { PackDraft, PackTaken } from '../../../core/contract/packs.ts'
import type { Request } from '../../../core/contract.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { csvOf } from '../../csvTable.ts'
import { writeNew } from '../../files.ts'
import { packAllowed } from '../../packTrust.ts'
import { importedName } from '../../packs/imported.ts'
import { packsFolder, type Desk } from '../desk.ts'
import { bringDraft, draftsUnder, type Versions } from './drafts.ts'
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
  if (versions) for (const { filing } of drafts) bringDraft(desk, filing, versions)
  return ok({ pack: id, version, drafts, list: versions ? writeLost(desk, drafts, versions) : null, woken: await wake(desk, id) })
}

function install(desk: Desk, { bytes, loaded: { pack } }: Incoming): Result<string> {
  const written = writeNew(join(packsFolder(desk.host), importedName(pack.id, pack.version)), bytes)
  if (!written.ok) return written
  desk.packs.refresh()
  desk.filings.clear()
  return written
}

/** What could not be carried, unit by unit, beside the pack; the values themselves stay in the work file. */
function writeLost(desk: Desk, drafts: readonly PackDraft[], { from, to }: Versions): string | null {
  const rows = drafts.flatMap(({ name, lost }) => lost.map(one => [name, one.item, one.name, one.text, one.why]))
  if (rows.length === 0) return null
  const path = join(packsFolder(desk.host), `${to.pack.id} ${from.pack.version}→${to.pack.version} 没有带过来的.csv`)
  const written = writeNew(path, Buffer.from(csvOf([['单位', '指标', '名称', '原来填的', '为什么'], ...rows])))
  return written.ok ? written.value : null
}
