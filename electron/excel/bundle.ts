import { crc32, inflateRawSync } from 'node:zlib'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { limits } from './guard.ts'

/** What an archive of workbooks may be at most; a member's own limits are those of a file. */
export const bundleLimits = { members: 60_000, directory: 32 << 20 } as const

/** A file inside an archive, by its directory; `local` is where its own header stands. */
export interface Member { readonly name: string; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly local: number; readonly locked: boolean }
/** An archive's directory; `workbook` when it is one itself. */
export interface Bundle { readonly members: readonly Member[]; readonly workbook: boolean }

const broken = no(problem('xlsx-zip-broken'))

/** Reads the directory of an archive of any size without reading its members. */
export function openBundle(path: string): Result<Bundle> {
  return withFile(path, (read, length) => {
    const tail = read(Math.max(0, length - 22 - 0xffff), Math.min(length, 22 + 0xffff))
    const end = endIn(tail)
    if (end < 0) return broken
    const count = tail.readUInt16LE(end + 10)
    const size = tail.readUInt32LE(end + 12)
    const start = tail.readUInt32LE(end + 16)
    if (count === 0xffff || start === 0xffffffff) return no(problem('intake-zip-large'))
    if (count > bundleLimits.members || size > bundleLimits.directory) return no(problem('intake-zip-large'))
    if (start + size > length || tail.readUInt16LE(end + 8) !== count) return broken
    return directory(read(start, size), count, start)
  })
}

/** The bytes of a member: never more than its directory says, within a file's limits, and with the right checksum. */
export function readMember(path: string, member: Member): Result<Uint8Array> {
  const refused = limitOf(member)
  if (refused) return no(refused)
  return withFile(path, (read, length) => {
    const head = read(member.local, 30)
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return broken
    const start = member.local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (start + member.packed > length) return broken
    return inflated(read(start, member.packed), member)
  })
}

function limitOf({ locked, method, size, packed, name }: Member): Problem | null {
  if (locked) return problem('xlsx-encrypted')
  if (method !== 0 && method !== 8) return problem('xlsx-zip-broken')
  if (size > limits.file || packed > limits.file) return problem('xlsx-too-big', { size: mib(Math.max(size, packed)), limit: mib(limits.file) })
  if (size > limits.ratioFrom && size > packed * limits.ratio) return problem('xlsx-bomb', { size: mib(size), limit: mib(limits.file) })
  return name === '' ? problem('xlsx-entry-name') : null
}

function inflated(raw: Buffer, member: Member): Result<Uint8Array> {
  let data: Buffer
  try {
    data = member.method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, member.size) })
  } catch (error) {
    return no(error instanceof RangeError ? problem('xlsx-bomb', { limit: mib(limits.file) }) : problem('xlsx-crc', { entry: member.name }))
  }
  return data.length === member.size && crc32(data) === member.crc ? ok(new Uint8Array(data)) : no(problem('xlsx-crc', { entry: member.name }))
}

const mib = (bytes: number): string => `${Math.round(bytes / (1 << 20))} MB`

function endIn(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return at
  return -1
}

function directory(bytes: Buffer, count: number, end: number): Result<Bundle> {
  const members: Member[] = []
  const seen = new Set<string>()
  let workbook = false
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return broken
    const length = bytes.readUInt16LE(at + 28)
    const next = at + 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const local = bytes.readUInt32LE(at + 42)
    if (next > bytes.length || local + 30 > end) return broken
    const flags = bytes.readUInt16LE(at + 8)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0)
    workbook ||= name === '[Content_Types].xml'
    if (seen.has(name)) return no(problem('xlsx-duplicate', { entry: name.slice(0, 60) }))
    seen.add(name)
    const folder = name.endsWith('/')
    if (!folder) members.push({ name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), local, locked: (flags & 1) !== 0 })
    at = next
  }
  return apart(members) ? ok({ members, workbook }) : no(problem('xlsx-overlap'))
}

/** Whether no two members share a byte; a bomb of overlapping ones inflates the same bytes again and again. */
function apart(members: readonly Member[]): boolean {
  const sorted = members.toSorted((a, b) => a.local - b.local)
  return sorted.every((one, i) => { const after = sorted[i + 1]; return !after || one.local + 30 + one.packed <= after.local })
}

/** Programs in China write names as GB18030 without saying so; nothing of a name is used but to show it. */
function nameOf(bytes: Buffer, utf8: boolean): string {
  const text = utf8 ? bytes.toString('utf8') : unsaid(bytes)
  return text.replaceAll('\\', '/').replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_').slice(0, 1000)
}
function unsaid(bytes: Buffer): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return new TextDecoder('gb18030').decode(bytes) }
}

type ReadAt = (from: number, length: number) => Buffer
function withFile<T>(path: string, work: (read: ReadAt, length: number) => Result<T>): Result<T> {
  const file = openSync(path, 'r')
  try {
    return work((from, length) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, from))
    }, fstatSync(file).size)
  } finally { closeSync(file) }
}
