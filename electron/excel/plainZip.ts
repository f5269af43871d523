import { strToU8, unzipSync, zipSync } from 'fflate'

/** The parts of an archive that this program has just made itself, as text. Never for files from outside. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]))
}

/** An archive of these texts. */
export const packParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6 })
