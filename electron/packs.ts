import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PackSummary } from '../core/contract.ts'
import { loadPack } from '../core/pack/load.ts'
import { compareVersions } from '../core/pack/packFile.ts'
import type { LoadedPack } from '../core/pack/schema.ts'
import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'
import { filesBelow, packFiles, sha256 } from './packs/files.ts'
import { importedPacks, type ImportedPack } from './packs/imported.ts'

export { packFiles, sha256 } from './packs/files.ts'

/** The packs of a seeds folder and those taken in from files, each loaded on first use. */
export interface PackShelf {
  readonly ids: () => readonly string[]
  /** The newest version of an id; `id@version` gives exactly that one. A built-in version is never replaced by an imported one of the same number. */
  readonly get: (id: string) => Result<LoadedPack>
  /** Exactly the version that something was sealed with where it is here, else the newest. */
  readonly forSealed: (pack: { readonly id: string; readonly version: string }) => Result<LoadedPack>
  /** Whether something made with this version can be read here: the version itself or a newer one is on the shelf. */
  readonly knows: (pack: { readonly id: string; readonly version: string }) => boolean
  /** The newest version of an id and whether it came with the program; null where there is none. */
  readonly newest: (id: string) => { readonly version: string; readonly builtIn: boolean } | null
  readonly imported: () => readonly ImportedPack[]
  /** What the lists show of each pack, read from its first page alone. */
  readonly summaries: () => readonly PackSummary[]
  /** Changes whenever a file of the packs or of their lists does, without reading one. */
  readonly stamp: () => string
  /** Looks at the folders again after a pack was taken in. */
  readonly refresh: () => void
}

/** Everything that is remembered between two looks at the folders. */
interface Shelved {
  readonly built: ReadonlyMap<string, Page>
  readonly imported: readonly ImportedPack[]
  readonly loaded: Map<string, Result<LoadedPack>>
  summaries: readonly PackSummary[] | null
  stamp: string | null
}

/** A shelf over `packs/` of a seeds folder and over a folder of imported pack files. */
export function openShelf(seedsDir: string, importedDir: string | null = null): PackShelf {
  let held: Shelved | null = null
  const now = (): Shelved => (held ??= { built: builtIn(seedsDir), imported: importedPacks(importedDir), loaded: new Map(), summaries: null, stamp: null })
  const get = (asked: string): Result<LoadedPack> => {
    const on = now()
    const found = on.loaded.get(asked) ?? load(on, seedsDir, asked)
    on.loaded.set(asked, found)
    return found
  }
  return {
    ids: () => idsOf(now()), get,
    forSealed: ({ id, version }) => (has(now(), id, version) ? get(`${id}@${version}`) : get(id)),
    knows: ({ id, version }) => { const newest = newestOf(now(), id); return newest !== null && (has(now(), id, version) || !/^\d+\.\d+$/.test(version) || compareVersions(newest.version, version) >= 0) },
    newest: id => newestOf(now(), id),
    imported: () => now().imported,
    summaries: () => (now().summaries ??= idsOf(now()).flatMap(id => summaryOf(now(), seedsDir, id))),
    stamp: () => (now().stamp ??= stampOf(seedsDir, now().imported)),
    refresh: () => { held = null },
  }
}

const idsOf = ({ built, imported }: Shelved): readonly string[] => [...new Set([...built.keys(), ...imported.filter(one => one.file().ok).map(one => one.id)])].sort()
const versionOf = ({ built }: Shelved, id: string): string | null => built.get(id)?.version ?? null
const has = (on: Shelved, id: string, version: string): boolean => versionOf(on, id) === version || importedOf(on, id).some(one => one.version === version)
/** Imported files of an id that are sound, the newest first; one of the built-in version is not looked at. */
const importedOf = (on: Shelved, id: string): readonly ImportedPack[] => on.imported.filter(one => one.id === id && one.version !== versionOf(on, id) && one.file().ok)

function newestOf(on: Shelved, id: string): { readonly version: string; readonly builtIn: boolean } | null {
  const own = versionOf(on, id)
  const [first] = importedOf(on, id)
  if (first && (own === null || compareVersions(first.version, own) > 0)) return { version: first.version, builtIn: false }
  return own === null && !on.built.has(id) ? null : { version: own ?? '', builtIn: true }
}

function load(on: Shelved, seedsDir: string, asked: string): Result<LoadedPack> {
  const [id = '', version = newestOf(on, id)?.version] = asked.split('@')
  if (on.built.has(id) && version === (versionOf(on, id) ?? '')) return loadPack(packFiles(seedsDir), id, sha256, false)
  return importedOf(on, id).find(one => one.version === version)?.load() ?? no(problem('pack-unknown', { pack: asked }))
}

/** Names, sizes and times of the files below `packs/`, `regions/` and `industries/`, and the names of the imported ones. */
function stampOf(seedsDir: string, imported: readonly ImportedPack[]): string {
  const files = [...['packs', 'regions', 'industries'].map(part => join(seedsDir, part)).filter(existsSync).flatMap(filesBelow), ...imported.map(one => one.path)]
  return sha256(Buffer.from(files.map(file => { const { size, mtimeMs } = statSync(file); return `${file}:${size}:${mtimeMs}` }).join('\n')))
}

const firstPage = z.looseObject({
  id: z.string(), version: z.string(), title: z.string(), year: z.int(), extends: z.string().optional(), sample: z.boolean().optional(),
  dates: z.looseObject({ deadline: z.string() }),
})
type Page = { readonly version: string | null }

/** The built-in packs with their versions; null for a first page that cannot be read. */
function builtIn(seedsDir: string): ReadonlyMap<string, Page> {
  const folder = join(seedsDir, 'packs')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => /^[a-z]+-\d{4}$/.test(name)).sort() : []
  return new Map(names.map(id => [id, { version: pageOf(path => readFileSync(join(seedsDir, path)), id)?.version ?? null }]))
}

/** A pack's summary; a thin pack takes what it leaves out from the one it extends; nothing for a page that cannot be read. */
function summaryOf(on: Shelved, seedsDir: string, id: string): readonly PackSummary[] {
  const newest = newestOf(on, id)
  const file = newest?.builtIn === false ? importedOf(on, id)[0]?.file() : null
  const read = file?.ok ? file.value.files.read : (path: string) => readFileSync(join(seedsDir, path))
  const page = pageOf(read, id)
  if (!page) return []
  const sample = page.sample ?? (page.extends === undefined ? undefined : pageOf(read, page.extends)?.sample) ?? false
  return [{ id, version: page.version, title: page.title, year: page.year, sample, deadline: page.dates.deadline }]
}

function pageOf(read: (path: string) => Uint8Array, id: string): z.infer<typeof firstPage> | null {
  try {
    return firstPage.safeParse(JSON.parse(Buffer.from(read(`packs/${id}/pack.json`)).toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
