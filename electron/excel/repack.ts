import { unzipSync } from 'fflate'
import { packed, zipOf } from './zip.ts'

/** An archive this program has just made itself, with parts added or replaced; the same bytes for the same parts. Never for files from outside. */
export function repack(bytes: Uint8Array, edit: (parts: Map<string, string>) => void): Uint8Array {
  const raw = unzipSync(bytes)
  const texts = new Map(Object.entries(raw).filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]))
  edit(texts)
  const others = Object.entries(raw).filter(([name]) => !texts.has(name) && !name.endsWith('/'))
  return zipOf([...[...texts].map(([name, text]) => packed(name, Buffer.from(text, 'utf8'))), ...others.map(([name, data]) => packed(name, data))])
}
