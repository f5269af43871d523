import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { assemble } from '../../core/pack/assemble.ts'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { packFiles, sha256 } from '../packs.ts'
import { decode } from '../packs/files.ts'
import { seedsDir } from './workbench.ts'

/** A pack's folder, checked as a whole, with every file it is made of: its own, its base's, the lists of regions and industries. */
export interface PackFolder { readonly id: string; readonly loaded: LoadedPack; readonly files: readonly string[]; readonly read: PackFiles['read'] }

/** Reads the folder of a pack as the application would. */
export function readPackFolder(dir: string): Result<PackFolder> {
  const folder = resolve(dir)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return no(problem('file-missing', { path: dir }))
  const id = basename(folder)
  const from = overlay(folder, id)
  const loaded = loadPack(from, id, sha256)
  return loaded.ok ? ok({ id, loaded: loaded.value, files: assemble(from, id).files, read: from.read }) : loaded
}

/** The folder stands for `packs/<id>`; what it builds on comes from the application's seeds. */
function overlay(folder: string, id: string): PackFiles {
  const own = packFiles(folder)
  const rest = packFiles(seedsDir)
  const place = `packs/${id}`
  const inside = (path: string): string | null => (path === place || path.startsWith(`${place}/`) ? path.slice(place.length + 1) : null)
  return {
    list: dir => (inside(dir) === null ? rest.list(dir) : own.list(inside(dir) ?? '')),
    read: path => (inside(path) === null ? rest.read(path) : own.read(join(inside(path) ?? ''))), decode,
  }
}
