import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

const inside = /^(?!\/)(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\:\u0000-\u001f]+$/
const manifest = z.looseObject({
  format: z.literal('jianbao-manifest-1'),
  product: z.string(), version: z.string(), commit: z.string(), target: z.string(),
  files: z.record(z.string().regex(inside), z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().nonnegative() })),
})

/** What was installed: every file with its digest and size. */
export type Manifest = z.infer<typeof manifest>

/** The manifest in these bytes, or null where it is none. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    return manifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return null
  }
}

/** Whether a detached signature over exactly these bytes (base64) is by one of the keys (raw Ed25519, base64). */
export function isSignedBy(bytes: Uint8Array, signature: string, keys: readonly string[]): boolean {
  const signed = Buffer.from(signature.trim(), 'base64')
  return signed.length === 64 && keys.some(key => verifies(bytes, signed, key))
}

function verifies(bytes: Uint8Array, signature: Uint8Array, key: string): boolean {
  try {
    const x = Buffer.from(key, 'base64').toString('base64url')
    return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature)
  } catch {
    return false
  }
}
