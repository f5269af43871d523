import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { z } from 'zod'
import type { PackSummary } from '../core/contract.ts'
import { loadPack, type PackFiles } from '../core/pack/load.ts'
import type { LoadedPack } from '../core/pack/schema.ts'
import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'

/** The packs of a seeds folder, each loaded on first use. */
export interface PackShelf {
  readonly ids: () => readonly string[]
  readonly get: (id: string) => Result<LoadedPack>
  /** What the lists show of each pack, read from its first page alone. */
  readonly summaries: () => readonly PackSummary[]
  /** Changes whenever a file of the packs or of their lists does, without reading one. */
  readonly stamp: () => string
}

/** SHA-256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Reads the files below a folder for the pack loader; names use `/`. */
export function packFiles(root: string): PackFiles {
  return {
    list: dir => filesBelow(join(root, dir)).map(file => relative(join(root, dir), file).split(sep).join('/')).sort(),
    read: path => new Uint8Array(readFileSync(join(root, path))),
  }
}

/** A shelf over `packs/` of a seeds folder. */
export function openShelf(seedsDir: string): PackShelf {
  const loaded = new Map<string, Result<LoadedPack>>()
  const ids = (): readonly string[] => {
    const folder = join(seedsDir, 'packs')
    return existsSync(folder) ? readdirSync(folder).filter(name => /^[a-z]+-\d{4}$/.test(name)).sort() : []
  }
  const get = (id: string): Result<LoadedPack> => {
    if (!ids().includes(id)) return no(problem('pack-unknown', { pack: id }))
    const found = loaded.get(id) ?? loadPack(packFiles(seedsDir), id, sha256, false)
    loaded.set(id, found)
    return found
  }
  let listed: readonly PackSummary[] | null = null
  let stamped: string | null = null
  return {
    ids, get,
    summaries: () => (listed ??= ids().flatMap(id => summaryOf(seedsDir, id))),
    stamp: () => (stamped ??= stampOf(seedsDir)),
  }
}

/** Names, sizes and times of the files below `packs/`, `regions/` and `industries/`. */
function stampOf(seedsDir: string): string {
  const files = ['packs', 'regions', 'industries'].map(part => join(seedsDir, part)).filter(existsSync).flatMap(filesBelow)
  return sha256(Buffer.from(files.map(file => { const { size, mtimeMs } = statSync(file); return `${file}:${size}:${mtimeMs}` }).join('\n')))
}

const firstPage = z.looseObject({
  id: z.string(), version: z.string(), title: z.string(), year: z.int(), extends: z.string().optional(), sample: z.boolean().optional(),
  dates: z.looseObject({ deadline: z.string() }),
})

/** A pack's summary; a thin pack takes what it leaves out from the one it extends; nothing for a page that cannot be read. */
function summaryOf(seedsDir: string, id: string): readonly PackSummary[] {
  const page = pageOf(seedsDir, id)
  if (!page) return []
  const sample = page.sample ?? (page.extends === undefined ? undefined : pageOf(seedsDir, page.extends)?.sample) ?? false
  return [{ id, version: page.version, title: page.title, year: page.year, sample, deadline: page.dates.deadline }]
}

function pageOf(seedsDir: string, id: string): z.infer<typeof firstPage> | null {
  try {
    return firstPage.safeParse(JSON.parse(readFileSync(join(seedsDir, 'packs', id, 'pack.json'), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}
