import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { loadPack } from '../../core/pack/load.ts'
import type { LoadedPack, Pack } from '../../core/pack/schema.ts'

const seeds = join(import.meta.dirname, '../../seeds')
const loaded = new Map<string, LoadedPack>()

/** A pack of seeds/, loaded once a test file, with its digest. */
export function loadedSeedPack(id: string): LoadedPack {
  const known = loaded.get(id)
  if (known) return known
  const result = loadPack({ list, read: (path) => readFileSync(join(seeds, path)) }, id, (bytes) => createHash('sha256').update(bytes).digest('hex'))
  if (!result.ok) throw new Error(JSON.stringify(result))
  loaded.set(id, result.value)
  return result.value
}

/** A pack of seeds/, without its digest. */
export function seedPack(id: string): Pack {
  return loadedSeedPack(id).pack
}

function list(dir: string): string[] {
  return readdirSync(join(seeds, dir), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(join(seeds, dir), join(e.parentPath, e.name)).split(sep).join('/'))
}
