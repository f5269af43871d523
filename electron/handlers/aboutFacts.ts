import { existsSync } from 'node:fs'
import { arch, release, type } from 'node:os'
import type { About, BuildFacts } from '../../core/contract/about.ts'
import type { BuildRecord } from '../buildRecord.ts'
import { sqliteVersion } from '../db/engineFacts.ts'
import { isServer, shownAddress } from '../ledger/place.ts'
import { workFile, type Desk } from './desk.ts'

/** What 关于 shows. */
export function aboutOf(desk: Desk): About {
  const { build } = desk.program
  const { electron = null, chrome = null, node } = process.versions as NodeJS.ProcessVersions & { readonly electron?: string; readonly chrome?: string }
  return {
    version: desk.host.appVersion, build: build && factsOf(build),
    versions: { electron, chromium: chrome, node, sqlite: sqliteOf(desk) },
    system: `${type()} ${release().replace(/-.*$/, '')} ${arch()}`,
    packs: desk.packs.summaries().map(pack => ({ id: pack.id, version: pack.version, title: pack.title, digest: digestOf(desk, pack.id) })),
    check: desk.program.check(), dataFolder: desk.host.dataDir, ledger: ledgerOf(desk),
  }
}

const factsOf = ({ commit, time, target, arch: built, development, signed }: BuildRecord): BuildFacts => ({ commit, time, target, arch: built, development, signed })

function digestOf(desk: Desk, id: string): string | null {
  const loaded = desk.packs.get(id)
  return loaded.ok ? loaded.value.digest : null
}

function sqliteOf(desk: Desk): string | null {
  const store = existsSync(workFile(desk.host, desk.which())) ? desk.store() : null
  return store?.ok ? sqliteVersion(store.value.read) : null
}

function ledgerOf(desk: Desk): string | null {
  const place = desk.ledgers.chosen()
  if (!place) return null
  return 'path' in place ? place.path : isServer(place.postgres) ? shownAddress(place.postgres) : null
}
