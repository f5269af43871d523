import { unzipSync, zipSync } from 'fflate'

/** Changes of parts by name. */
export type Edit = Readonly<Record<string, (xml: string) => string>>

/** The archive packed anew by another zip program, with some parts edited. */
export function edited(bytes: Uint8Array, edits: Edit): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, change] of Object.entries(edits)) {
    const part = parts[name]
    if (!part) throw new Error(`no part ${name}`)
    const before = new TextDecoder().decode(part)
    const after = change(before)
    if (after === before) throw new Error(`nothing changed in ${name}`)
    parts[name] = new TextEncoder().encode(after)
  }
  return zipSync(parts, { mtime: '2027-01-01T00:00:00' })
}
