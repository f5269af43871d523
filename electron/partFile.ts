import { readFileSync, statSync } from 'node:fs'
import { formatOf, partFile, partFormats, partMessage, type PartBody } from '../core/part/file.ts'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { canonicalJson } from '../core/submission/canonical.ts'
import { fileProblem, writeOver } from './files.ts'
import { fingerprint, type UnitKey } from './keys.ts'
import { sha256 } from './packs.ts'
import { isSigned } from './signature.ts'

/** A part file that is whole; `signer` null when it is not signed. */
export interface ReadPart { readonly body: PartBody; readonly digest: string; readonly signer: string | null }
const LIMIT = 32 << 20

/** SHA-256 of canonical JSON. */
export const digestOf = (value: unknown): string => sha256(Buffer.from(canonicalJson(value)))

/** Writes a part file in one step, signed if there is a key. */
export function writePart(path: string, body: PartBody, key: UnitKey | null): Result<string> {
  const digest = digestOf(body)
  const format = formatOf(body)
  const signature = key ? Buffer.from(key.sign(Buffer.from(partMessage(format, digest)))).toString('base64') : null
  const publicKey = key ? Buffer.from(key.publicKey).toString('hex') : null
  return writeOver(path, Buffer.from(`${canonicalJson({ format, body, digest, publicKey, signature })}\n`))
}

/** Reads a part file; one that is not whole is refused. */
export function readPart(path: string): Result<ReadPart> {
  const json = jsonOf(path)
  if (!json.ok) return json
  const format = typeof json.value === 'object' && json.value !== null && 'format' in json.value ? json.value.format : null
  if (typeof format !== 'string' || !/^jianbao-part-\d+$/.test(format)) return no(problem('part-not-file', { path }))
  if (!partFormats.some(known => known === format)) return no(problem('part-newer', { path }))
  const file = partFile.safeParse(json.value)
  if (!file.success) return no(problem('part-damaged', { path }))
  const { body, digest, publicKey, signature } = file.data
  const whole = digestOf(body) === digest && digestOf(body.base) === body.baseDigest && (publicKey === null) === (signature === null) && (body.kind === 'returned') === (body.now !== null) && file.data.format === formatOf(body)
  if (!whole || (publicKey !== null && signature !== null && !isSigned(publicKey, partMessage(file.data.format, digest), signature))) return no(problem('part-damaged', { path }))
  return ok({ body, digest, signer: publicKey === null ? null : fingerprint(Buffer.from(publicKey, 'hex')) })
}

function jsonOf(path: string): Result<unknown> {
  let text: string
  try {
    if (statSync(path).size > LIMIT) return no(problem('part-not-file', { path }))
    text = readFileSync(path, 'utf8')
  } catch (error) { return no(fileProblem(error, path)) }
  try { return ok(JSON.parse(text)) } catch { return no(problem(text.startsWith('{"body":') ? 'part-damaged' : 'part-not-file', { path })) }
}
