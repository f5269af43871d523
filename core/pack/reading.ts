import { asList, PackError, type Json } from './draft.ts'

/** The files of seeds/, wherever they are. `list` gives files below a folder, relative to it. */
export interface PackFiles {
  readonly list: (dir: string) => string[]
  readonly read: (path: string) => Uint8Array
  /** UTF-8 as text, where the machine has a faster way than the one here. */
  readonly decode?: (bytes: Uint8Array) => string
}

/** Takes the digest of bytes. */
export type Sum = (bytes: Uint8Array) => string

/** Files each read and summed once, however many parts of the loading ask for them. */
export interface Reading extends PackFiles { readonly sum: (path: string) => string }

/** A reading of files; it is dropped when the pack is loaded. */
export function readingOf(files: PackFiles, sha256: Sum): Reading {
  const read = once(files.read)
  return { ...files, read, sum: once((path) => sha256(read(path))) }
}

function once<T>(of: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>()
  return (path) => {
    const found = known.get(path) ?? of(path)
    known.set(path, found)
    return found
  }
}

/** A file's JSON, or a refusal that says where it cannot be read. */
export function parse(files: PackFiles, path: string): Json {
  try {
    const text = (files.decode ?? decode)(files.read(path))
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as Json
  } catch (error) {
    const at = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '')
    throw new PackError(path, `不是可读的 JSON：${at ? `第 ${at[1]} 行第 ${at[2]} 个字读不通` : '没有写完'}`)
  }
}

/** A file's list, or a refusal. */
export const parseList = (files: PackFiles, path: string): readonly Json[] => asList(parse(files, path), path)

function decode(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i] ?? 0
    const n = b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4
    let point = n === 1 ? b : b & (0xff >> (n + 1))
    for (let k = 1; k < n; k++) point = (point << 6) | ((bytes[i + k] ?? 0) & 0x3f)
    text += String.fromCodePoint(point)
    i += n
  }
  return text
}
