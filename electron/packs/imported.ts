import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareVersions } from '../../core/pack/packFile.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { fileProblem } from '../files.ts'
import { loadPackFile, readPackFile, type PackFile } from '../packFile.ts'

/** A pack that was taken in from a file; the file itself is kept and proven again on every start. */
export interface ImportedPack {
  readonly id: string
  readonly version: string
  readonly path: string
  readonly file: () => Result<PackFile>
  readonly load: () => Result<LoadedPack>
}

/** What the file of a pack is called in the folder of imported ones. */
export const importedName = (id: string, version: string): string => `${id}@${version}.jbpack`

/** The packs of a folder, the newest of each id first; nothing is read yet. */
export function importedPacks(folder: string | null): readonly ImportedPack[] {
  if (folder === null || !existsSync(folder)) return []
  return readdirSync(folder).sort().flatMap(name => {
    const [, id, version] = /^([a-z]+-\d{4})@(\d{1,4}\.\d{1,4})\.jbpack$/.exec(name) ?? []
    return id === undefined || version === undefined ? [] : [one(join(folder, name), id, version)]
  }).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : compareVersions(b.version, a.version)))
}

function one(path: string, id: string, version: string): ImportedPack {
  let read: Result<PackFile> | null = null
  let loaded: Result<LoadedPack> | null = null
  const file = (): Result<PackFile> => (read ??= readNamed(path, id, version))
  return { id, version, path, file, load: () => (loaded ??= loadOf(file())) }
}

const loadOf = (file: Result<PackFile>): Result<LoadedPack> => (file.ok ? loadPackFile(file.value, false) : file)

/** A file that was renamed to stand for another pack is no pack. */
function readNamed(path: string, id: string, version: string): Result<PackFile> {
  let bytes: Uint8Array
  try { bytes = readFileSync(path) } catch (error) { return no(fileProblem(error, path)) }
  const read = readPackFile(bytes)
  if (!read.ok) return read
  const { head } = read.value
  return head.id === id && head.version === version ? ok(read.value) : no(problem('pack-file-damaged', { what: '文件名和内容不是同一个任务包' }))
}
