import { createHash } from 'node:crypto'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { canonicalJson } from '../../core/submission/canonical.ts'
import type { PlanInput } from '../../core/submission/input.ts'
import { inputOf, payloadOf, payloadSchema, signedMessage, type Payload } from '../../core/submission/payload.ts'
import { planSheets } from '../../core/submission/plan.ts'
import { printedDigest, receiptCode } from '../../core/submission/receipt.ts'
import type { SheetPlan } from '../../core/submission/sheet.ts'
import { envelopes } from './frame.ts'
import { marksOf, packMark, writeBook } from './write.ts'

/** A sealed filing: what is stored, and the workbook's bytes. */
export interface Submission {
  readonly payload: Payload
  /** The canonical JSON that was signed; keep it, the file can be written again from it. */
  readonly text: string
  readonly digest: string
  readonly receipt: string
  /** Ed25519 signature in base64. */
  readonly signature: string
  readonly signer: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Plans, signs and writes a filing. `sign` is the unit's key. The same input and key give the same bytes. */
export function sealFiling(input: PlanInput, sign: (message: Uint8Array) => Uint8Array): Submission {
  const sheets = planSheets(input)
  const payload = payloadOf(input, sheets)
  const text = canonicalJson(payload)
  const digest = createHash('sha256').update(text).digest('hex')
  const signature = Buffer.from(sign(Buffer.from(signedMessage(digest)))).toString('base64')
  return finish(input.pack, { payload, text, digest, signature, sheets })
}

/** Writes a sealed filing again from its stored canonical text and signature. */
export function writeAgain(pack: LoadedPack, text: string, signature: string): Submission {
  const payload = payloadSchema.parse(JSON.parse(text))
  const digest = createHash('sha256').update(text).digest('hex')
  return finish(pack, { payload, text, digest, signature, sheets: planSheets(inputOf(payload, pack)) })
}

interface Sealed { readonly payload: Payload; readonly text: string; readonly digest: string; readonly signature: string; readonly sheets: readonly SheetPlan[] }

function finish(pack: LoadedPack, { payload, text, digest, signature, sheets }: Sealed): Submission {
  const publicKey = payload.signer.public_key
  const signer = signerOf(publicKey)
  const receipt = receiptCode(digest)
  const proofs = { receipt, digest: printedDigest(digest), signer }
  const marks = [...marksOf(packMark(pack), 'submission'), ['jianbao.digest', digest], ['jianbao.signature', signature], ['jianbao.publicKey', publicKey]] as const
  const bytes = writeBook({ pack, envelope: envelopes.submission, title: pack.pack.title, sheets, proofs, footer: `回执码 ${receipt}　内容摘要 ${proofs.digest}`, payload: text, marks })
  return { payload, text, digest, receipt, signature, signer, bytes }
}

/** First 16 hex digits of the raw public key's SHA-256 (D4). */
export const signerOf = (publicKeyHex: string): string => createHash('sha256').update(Buffer.from(publicKeyHex, 'hex')).digest('hex').slice(0, 16)
