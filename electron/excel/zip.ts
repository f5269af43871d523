import { crc32 } from 'node:zlib'
import { Deflate, deflateSync } from 'fflate'

/** A part ready for the archive: stored, or deflated by the pinned library (D5). */
export interface Part { readonly name: string; readonly method: 0 | 8; readonly crc: number; readonly size: number; readonly data: Uint8Array }

/** A deflated part. */
export function packed(name: string, bytes: Uint8Array, level: 1 | 6 | 9 = 9): Part {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, data: deflateSync(bytes, { level }) }
}

/** A stored part. */
export const stored = (name: string, bytes: Uint8Array): Part => ({ name, method: 0, crc: crc32(bytes), size: bytes.length, data: bytes })

/** A piece of a deflated part: its bytes, and itself as deflate blocks that end on a byte and are not the last. */
export interface Segment { readonly bytes: Uint8Array; readonly blocks: Uint8Array }

/** Deflates a piece so that it can stand in several parts. */
export function deflated(bytes: Uint8Array): Segment {
  const blocks: Uint8Array[] = []
  const stream = new Deflate({ level: 1 }, (chunk) => { blocks.push(chunk) })
  stream.push(bytes, false)
  stream.flush(false)
  return { bytes, blocks: Buffer.concat([...blocks, aligned(stream)]) }
}

/** The bits still open after a flush, closed by an empty stored block; the library's own closing loses them (0.8.3). */
function aligned(stream: Deflate): Uint8Array {
  const { r } = (stream as unknown as { readonly s: { readonly r: number } }).s
  return Buffer.from([r >> 3, ...((r & 7) > 5 ? [0] : []), 0, 0, 0xff, 0xff])
}

/** A piece in stored blocks. */
export function literal(text: string): Segment {
  const bytes = Buffer.from(text, 'utf8')
  return { bytes, blocks: Buffer.concat([storedHeader(bytes.length, false), bytes]) }
}

function storedHeader(length: number, last: boolean): Uint8Array {
  if (length > 0xffff) throw new Error('too long for one stored block')
  const head = Buffer.alloc(5)
  head[0] = last ? 1 : 0
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(~length & 0xffff, 3)
  return head
}

/** A deflated part made of pieces. */
export function joined(name: string, segments: readonly Segment[]): Part {
  let crc = 0
  let size = 0
  for (const { bytes } of segments) {
    crc = crc32(bytes, crc)
    size += bytes.length
  }
  return { name, method: 8, crc, size, data: Buffer.concat([...segments.map(({ blocks }) => blocks), storedHeader(0, true)]) }
}

const LOCAL = 30
const CENTRAL = 46
/** 1980-01-01 00:00, the first time a zip can tell. */
const DATE = 0x21

/** The archive: parts in the given order, nothing but them, the same bytes for the same parts. */
export function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const names = parts.map((part) => Buffer.from(part.name, 'utf8'))
  const total = parts.reduce((sum, part, i) => sum + LOCAL + CENTRAL + 2 * (names[i]?.length ?? 0) + part.data.length, 22)
  const out = Buffer.alloc(total)
  let at = 0
  const offsets = parts.map((part, i) => {
    const name = names[i] as Buffer
    const offset = at
    out.writeUInt32LE(0x04034b50, at)
    header(out, at + 4, part, name.length)
    name.copy(out, at + LOCAL)
    out.set(part.data, at + LOCAL + name.length)
    at += LOCAL + name.length + part.data.length
    return offset
  })
  const directory = at
  parts.forEach((part, i) => {
    const name = names[i] as Buffer
    out.writeUInt32LE(0x02014b50, at)
    out.writeUInt16LE(20, at + 4)
    header(out, at + 6, part, name.length)
    out.writeUInt32LE(offsets[i] ?? 0, at + 42)
    name.copy(out, at + CENTRAL)
    at += CENTRAL + name.length
  })
  end(out, at, { count: parts.length, directory })
  return out
}

/** The 26 bytes that local and central headers share. */
function header(out: Buffer, at: number, part: Part, nameLength: number): void {
  out.writeUInt16LE(20, at)
  out.writeUInt16LE(0, at + 2)
  out.writeUInt16LE(part.method, at + 4)
  out.writeUInt16LE(0, at + 6)
  out.writeUInt16LE(DATE, at + 8)
  out.writeUInt32LE(part.crc, at + 10)
  out.writeUInt32LE(part.data.length, at + 14)
  out.writeUInt32LE(part.size, at + 18)
  out.writeUInt16LE(nameLength, at + 22)
}

function end(out: Buffer, at: number, of: { readonly count: number; readonly directory: number }): void {
  out.writeUInt32LE(0x06054b50, at)
  out.writeUInt16LE(of.count, at + 8)
  out.writeUInt16LE(of.count, at + 10)
  out.writeUInt32LE(at - of.directory, at + 12)
  out.writeUInt32LE(of.directory, at + 16)
}
