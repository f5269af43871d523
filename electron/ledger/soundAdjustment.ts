import { createPublicKey, verify } from 'node:crypto'
import { adjustmentMessage, type SignedAdjustment } from '../../core/review/adjustment.ts'
import { fingerprint } from '../keys.ts'

const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether an adjustment is what the key it names has signed. */
export function isSound(row: SignedAdjustment & { readonly signer: string; readonly public_key: string; readonly signature: string }): boolean {
  const raw = Buffer.from(row.public_key, 'hex')
  if (raw.length !== 32 || fingerprint(raw) !== row.signer) return false
  const key = createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(adjustmentMessage(row)), key, Buffer.from(row.signature, 'base64'))
}
