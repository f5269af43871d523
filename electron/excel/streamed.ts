import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Part } from './zip.ts'

const CHUNK = 1 << 18
/** An empty last block. */
const end = Buffer.from([3, 0])

/** A part made of texts as they come, deflated chunk by chunk by the system's library: for files that need not have the same bytes everywhere. */
export function streamed(name: string, texts: Iterable<string>): Part {
  const out: Buffer[] = []
  let crc = 0
  let size = 0
  let held = ''
  const flush = (): void => {
    const bytes = Buffer.from(held, 'utf8')
    held = ''
    crc = crc32(bytes, crc)
    size += bytes.length
    out.push(deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH, memLevel: 9 }))
  }
  for (const text of texts) {
    held += text
    if (held.length >= CHUNK) flush()
  }
  if (held !== '') flush()
  return { name, method: 8, crc, size, data: Buffer.concat([...out, end]) }
}
