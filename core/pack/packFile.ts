import { z } from 'zod'

/** The format this program writes and reads. */
export const packFileFormat = 'jianbao-pack-1'
/** The fixed parts of a pack file; every other part is a file of the pack. */
export const packFileParts = { head: 'jbpack.json', listing: 'digests.txt', signature: 'signature.txt' } as const

/** The first part of a pack file: what it is and who vouches for it. */
export const packHeadSchema = z.strictObject({
  format: z.literal(packFileFormat),
  id: z.string().regex(/^[a-z]+-\d{4}$/),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}$/),
  title: z.string().min(1).max(200),
  year: z.int().min(2000).max(2999),
  /** SHA-256 of the part `digests.txt`, which is the pack's digest (D2). */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  issuer: z.strictObject({ name: z.string().trim().min(1).max(60), /** Raw Ed25519 key; '' of a file that nobody signed. */ public_key: z.string().regex(/^(?:[0-9a-f]{64})?$/) }),
})
export type PackHead = z.infer<typeof packHeadSchema>

/** What the issuer signs: these characters as UTF-8; `sha256` is that of the head's bytes. */
export const packMessage = (sha256: string): string => `${packFileFormat}:${sha256}`

/** Orders versions like 1.9 and 1.10 by their numbers. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const apart = (x[i] ?? 0) - (y[i] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}
