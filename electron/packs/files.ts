import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { PackFiles } from '../../core/pack/load.ts'

/** SHA-256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** UTF-8 as text. */
export const decode = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/** Reads the files below a folder for the pack loader; names use `/`. */
export function packFiles(root: string): PackFiles {
  return {
    list: dir => filesBelow(join(root, dir)).map(file => relative(join(root, dir), file).split(sep).join('/')).sort(),
    read: path => new Uint8Array(readFileSync(join(root, path))), decode,
  }
}

/** Every file below a folder, with the folder's path. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}
