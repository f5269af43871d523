import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { loadPack, type PackFiles } from '../core/pack/load.ts'
import type { LoadedPack } from '../core/pack/schema.ts'
import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'

/** The packs of a seeds folder, each loaded on first use. */
export interface PackShelf {
  readonly ids: () => readonly string[]
  readonly get: (id: string) => Result<LoadedPack>
  /** The packs that load. */
  readonly all: () => readonly LoadedPack[]
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
    const found = loaded.get(id) ?? loadPack(packFiles(seedsDir), id, sha256)
    loaded.set(id, found)
    return found
  }
  return { ids, get, all: () => ids().map(get).flatMap(r => (r.ok ? [r.value] : [])) }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}
