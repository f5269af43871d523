import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** The property that says which bytes the file was written with. */
export const sealProperty = 'jianbao.bytes'
/** What stands in its place while the digest is computed. */
export const sealHole = '0'.repeat(64)

const NAME = Buffer.from('docProps/custom.xml', 'latin1')
const OPEN = Buffer.from(`name="${sealProperty}"><vt:lpwstr>`, 'latin1')

/** Where the 72 changing bytes of a file of ours lie: the 64 hex digits and both CRC fields of docProps/custom.xml. */
interface Places { readonly hex: number; readonly data: number; readonly size: number; readonly local: number; readonly central: number }

function placesOf(file: Buffer): Places | null {
  const name = headed(file, 30, 0x04034b50)
  const central = file.lastIndexOf(NAME)
  if (name < 0 || central <= name + 46 || file.readUInt32LE(central - 46) !== 0x02014b50) return null
  const size = file.readUInt32LE(name - 12)
  const data = name + file.readUInt16LE(name - 4) + file.readUInt16LE(name - 2)
  if (file.readUInt16LE(name - 22) !== 0 || data + size > file.length) return null
  const open = file.subarray(data, data + size).indexOf(OPEN)
  const hex = data + open + OPEN.length
  return open < 0 || hex + 64 > data + size ? null : { hex, data, size, local: name - 16, central: central - 30 }
}

/** Where the part's name stands behind a header of that length and signature. */
function headed(file: Buffer, length: number, signature: number): number {
  for (let at = file.indexOf(NAME); at >= 0; at = file.indexOf(NAME, at + 1)) if (at >= length && file.readUInt32LE(at - length) === signature) return at
  return -1
}

/** Puts the digest of the file's own bytes, the 72 bytes taken as zeros, into it. */
export function sealBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const places = placesOf(file)
  if (!places) throw new Error('no place for the seal')
  const digest = digestOf(file, places)
  file.write(digest, places.hex, 'latin1')
  const crc = crc32(file.subarray(places.data, places.data + places.size))
  file.writeUInt32LE(crc, places.local)
  file.writeUInt32LE(crc, places.central)
  return bytes
}

/** Whether the bytes are the ones that were written. */
export function bytesAsWritten(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const places = placesOf(file)
  return places !== null && file.toString('latin1', places.hex, places.hex + 64) === digestOf(file, places)
}

function digestOf(file: Buffer, { hex, local, central }: Places): string {
  const hash = createHash('sha256')
  let at = 0
  for (const [from, length] of [[local, 4], [hex, 64], [central, 4]] as const) {
    hash.update(file.subarray(at, from)).update(Buffer.alloc(length))
    at = from + length
  }
  return hash.update(file.subarray(at)).digest('hex')
}
