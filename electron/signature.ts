import { createPublicKey, verify } from 'node:crypto'

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether a raw Ed25519 public key (hex) signed the message (UTF-8); signature in base64. Anything unreadable did not. */
export function isSigned(publicKeyHex: string, message: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(publicKeyHex, 'hex')]), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64'))
  } catch { return false }
}
