import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ok, no, type Result } from '../../core/result.ts'
import { canonicalJson } from '../../core/submission/canonical.ts'
import { upwardFormat, upwardMessage, type UpwardManifest, type UpwardRecord } from '../../core/upward/file.ts'
import { fileProblem, makeFolder, syncFile, syncFolder } from '../files.ts'
import type { UnitKey } from '../keys.ts'

/** The manifest without what only the writing knows. */
export type ManifestHead = Omit<UpwardManifest, 'body'>
/** A written file's digest, the one its signature is over. */
export interface WrittenUpward { readonly path: string; readonly digest: string }

/** Writes an upward file record by record, so that a nation's fits in memory: under a temporary name, signed, then put in its place. */
export async function writeUpward(path: string, records: AsyncIterable<UpwardRecord>, of: { readonly head: () => ManifestHead; readonly key: UnitKey }): Promise<Result<WrittenUpward>> {
  const temporary = join(dirname(path), `.~upward-${process.pid}-${Date.now()}.tmp`)
  try {
    makeFolder(dirname(path))
    const digest = await stream(temporary, records, of)
    syncFile(temporary)
    await rename(temporary, path)
    syncFolder(dirname(path))
    return ok({ path, digest })
  } catch (error) {
    rmSync(temporary, { force: true })
    if (error instanceof Error && 'code' in error) return no(fileProblem(error, path))
    throw error
  }
}

async function stream(path: string, records: AsyncIterable<UpwardRecord>, { head, key }: Parameters<typeof writeUpward>[2]): Promise<string> {
  const gzip = createGzip({ level: 6 })
  const file = createWriteStream(path, { flags: 'wx' })
  const done = finished(gzip.pipe(file))
  done.catch(() => { gzip.destroy() })
  const body = createHash('sha256')
  const line = async (text: string): Promise<void> => { if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), done]) }
  await line(`${upwardFormat}\n`)
  for await (const record of records) {
    const text = `${canonicalJson(record)}\n`
    body.update(text)
    await line(text)
  }
  const manifest: UpwardManifest = { ...head(), body: body.digest('hex') }
  const digest = createHash('sha256').update(canonicalJson(manifest)).digest('hex')
  const signature = Buffer.from(key.sign(Buffer.from(upwardMessage(digest)))).toString('base64')
  await line(`${canonicalJson({ k: 'end', manifest, digest, publicKey: Buffer.from(key.publicKey).toString('hex'), signature })}\n`)
  gzip.end()
  await done
  return digest
}
