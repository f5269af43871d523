import { crc32, inflateRawSync } from 'node:zlib'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'

/** What a file may be at most, before anything is inflated. */
export const limits = { file: 64 << 20, entries: 256, total: 128 << 20, ratio: 200, ratioFrom: 1 << 20, cells: 300_000, sheets: 200 } as const

/** Cells that a register may have: a nation's 54,000 units in thirteen columns. It is read alone, at a person's word. */
export const registerCells = 702_000

/** A part of a checked archive. */
export interface Entry { readonly name: string; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly start: number }
/** An archive whose directory was found sound; nothing is inflated yet. */
export interface Archive { readonly bytes: Buffer; readonly entries: ReadonlyMap<string, Entry> }

const mib = (bytes: number): string => `${Math.round(bytes / (1 << 20))} MB`
const broken = no(problem('xlsx-zip-broken'))

/** Checks a file's zip directory: magic, counts, sizes, ratios, names, duplicates, overlaps, encryption. */
export function openArchive(given: Uint8Array): Result<Archive> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes.length > limits.file) return no(problem('xlsx-too-big', { size: mib(bytes.length), limit: mib(limits.file) }))
  const magic = magicProblem(bytes)
  if (magic) return no(magic)
  const end = endRecord(bytes)
  if (end < 0) return broken
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) return no(problem('xlsx-too-many-entries', { count }))
  const size = bytes.readUInt32LE(end + 12)
  const directory = bytes.readUInt32LE(end + 16)
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count || directory + size !== end) return broken
  return readDirectory(bytes, { directory, end, count })
}

function magicProblem(bytes: Buffer): Problem | null {
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? problem('xlsx-encrypted') : problem('xlsx-not-zip')
  }
  return bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50 ? null : problem('xlsx-not-zip')
}

function endRecord(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= least; at--) {
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return -1
}

function readDirectory(bytes: Buffer, { directory, end, count }: { readonly directory: number; readonly end: number; readonly count: number }): Result<Archive> {
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let at = directory
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return broken
    const next = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (next > end) return broken
    const read = readEntry(bytes, at, directory)
    if (!read.ok) return read
    const { name, size, packed } = read.value
    total += size
    if (folded.has(name.toLowerCase())) return no(problem('xlsx-duplicate', { entry: name }))
    if (total > limits.total || (size > limits.ratioFrom && size > packed * limits.ratio)) return no(problem('xlsx-bomb', { size: mib(total), limit: mib(limits.total) }))
    folded.add(name.toLowerCase())
    entries.set(name, read.value)
    at = next
  }
  return at === end && apart([...entries.values()], directory) ? ok({ bytes, entries }) : no(problem(at === end ? 'xlsx-overlap' : 'xlsx-zip-broken'))
}

/** One entry of the directory, agreeing with its local header. */
function readEntry(bytes: Buffer, at: number, directory: number): Result<Entry> {
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  const nameLength = bytes.readUInt16LE(at + 28)
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
  const [crc, packed, size, local] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)]
  if (flags & 1) return no(problem('xlsx-encrypted'))
  if (!goodName(name)) return no(problem('xlsx-entry-name', { entry: shortName(name) }))
  if (method !== 0 && method !== 8) return broken
  if (local + 30 > directory || bytes.readUInt32LE(local) !== 0x04034b50) return broken
  const localName = bytes.readUInt16LE(local + 26)
  const start = local + 30 + localName + bytes.readUInt16LE(local + 28)
  if (start + packed > directory || bytes.toString('utf8', local + 30, local + 30 + localName) !== name || bytes.readUInt16LE(local + 8) !== method) return broken
  const streamed = (bytes.readUInt16LE(local + 6) & 8) !== 0
  if (!streamed && (bytes.readUInt32LE(local + 18) !== packed || bytes.readUInt32LE(local + 22) !== size)) return broken
  return method === 0 && packed !== size ? broken : ok({ name, method, crc, packed, size, start })
}

const goodName = (name: string): boolean =>
  name.length <= 200 && /^[A-Za-z0-9_[][\w.[\]()+ %{}$@#&=-]*(?:\/[\w.[\]()+ %{}$@#&=-]+)*\/?$/.test(name) && !name.split('/').some((part) => part === '.' || part === '..' || part === '__proto__')
const shortName = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)

/** Whether no two parts share a byte. The header before a part's data counts as its own. */
function apart(entries: readonly Entry[], directory: number): boolean {
  const sorted = [...entries].sort((a, b) => a.start - b.start || a.packed - b.packed)
  return sorted.every((entry, i) => entry.start + entry.packed <= (sorted[i + 1] ? (sorted[i + 1] as Entry).start - 30 : directory))
}

/** The bytes of a part: never more than its directory says, and with the right checksum. */
export function inflate({ bytes }: Archive, entry: Entry): Result<Buffer> {
  const raw = bytes.subarray(entry.start, entry.start + entry.packed)
  let data: Buffer
  try {
    data = entry.method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const tooLong = error instanceof RangeError
    return no(tooLong ? problem('xlsx-bomb', { limit: mib(limits.total) }) : problem('xlsx-crc', { entry: entry.name }))
  }
  if (data.length !== entry.size) return broken
  return crc32(data) === entry.crc ? ok(data) : no(problem('xlsx-crc', { entry: entry.name }))
}

/** A part as text; refuses document type declarations. */
export function partText(archive: Archive, name: string): Result<string> {
  const entry = archive.entries.get(name)
  if (!entry) return no(problem('xlsx-not-workbook'))
  const data = inflate(archive, entry)
  if (!data.ok) return data
  const text = data.value.toString('utf8')
  return data.value.includes('<!') && /<!(?:DOCTYPE|ENTITY)/i.test(text) ? no(problem('xlsx-dtd', { entry: name })) : ok(text)
}
