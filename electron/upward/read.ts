import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { canonicalJson } from '../../core/submission/canonical.ts'
import { upwardFormat, upwardMessage, upwardRecord, upwardTrailer, type UpwardManifest, type UpwardRecord } from '../../core/upward/file.ts'
import { fileProblem } from '../files.ts'
import { fingerprint } from '../keys.ts'
import { isSigned } from '../signature.ts'

/** A file that was read to its end and is whole. */
export interface ReadUpward { readonly manifest: UpwardManifest; readonly digest: string; readonly signer: string }

/** The longest line: one submission. */
const LINE = 24 << 20
/** Why a file is refused; thrown only inside this file. */
class Refused extends Error {
  readonly what: 'not-file' | 'newer' | 'damaged'
  constructor(what: Refused['what'], message = '') { super(message); this.what = what }
}

/** Reads an upward file line by line; `each` sees every record, before it is known that the whole is sound. */
export async function readUpward(path: string, each: (record: UpwardRecord) => Promise<void> | void): Promise<Result<ReadUpward>> {
  try {
    return ok(await readAll(path, each))
  } catch (error) {
    if (error instanceof Refused) return no(problem(`upward-${error.what}`, { path, what: error.message }))
    if (isZlib(error)) return no(problem('upward-not-file', { path }))
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return no(fileProblem(error, path))
    throw error
  }
}

const isZlib = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function readAll(path: string, each: (record: UpwardRecord) => Promise<void> | void): Promise<ReadUpward> {
  const body = createHash('sha256')
  let n = 0
  let end: ReadUpward | null = null
  for await (const line of linesOf(path)) {
    if (n++ === 0) { checkFirst(line); continue }
    if (end) throw new Refused('damaged', '结尾之后还有内容')
    const json = parsed(line, n)
    if (typeof json === 'object' && json !== null && 'k' in json && json.k === 'end') { end = trailer(json, body.digest('hex')); continue }
    const record = upwardRecord.safeParse(json)
    if (!record.success) throw new Refused('damaged', `第 ${n} 行`)
    body.update(`${line}\n`)
    await each(record.data)
  }
  if (n === 0) throw new Refused('not-file')
  if (!end) throw new Refused('damaged', '没有结尾')
  return end
}

function checkFirst(line: string): void {
  if (line === upwardFormat) return
  throw new Refused(/^jianbao-upward-\d+$/.test(line) ? 'newer' : 'not-file')
}

function parsed(line: string, n: number): unknown {
  try { return JSON.parse(line) } catch { throw new Refused('damaged', `第 ${n} 行`) }
}

function trailer(json: unknown, body: string): ReadUpward {
  const end = upwardTrailer.safeParse(json)
  if (!end.success) throw new Refused('damaged', '结尾读不通')
  const { manifest, digest, publicKey, signature } = end.data
  if (manifest.body !== body) throw new Refused('damaged', '内容和摘要不符')
  if (createHash('sha256').update(canonicalJson(manifest)).digest('hex') !== digest) throw new Refused('damaged', '摘要不符')
  if (!isSigned(publicKey, upwardMessage(digest), signature)) throw new Refused('damaged', '签名不符')
  return { manifest, digest, signer: fingerprint(Buffer.from(publicKey, 'hex')) }
}

/** Lines of a gzip file; the last must end. A line that is too long is refused before it is whole. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let pieces: Buffer[] = []
  let length = 0
  for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8')
      pieces = []
      length = 0
      from = at + 1
    }
    pieces.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LINE) throw new Refused('damaged', '有一行过长')
  }
  if (length > 0) throw new Refused('damaged', '没有写完')
}
