import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Payload } from '../../../core/submission/payload.ts'
import type { Sql, SqlWriter } from '../sql.ts'

const MOST = 256 * 1024 * 1024

/** What is kept of a submission's content; `erased` is when personal fields were taken out: since then the text no longer gives the digest, which stays signed. */
export interface KeptPayload { readonly text: string; readonly signature: string; readonly publicKey: string; readonly erased: string | null }

/** The canonical text a submission sealed, and its signature; undefined when it is not kept. */
export async function payloadText(sql: Sql, submission: number): Promise<KeptPayload | undefined> {
  const row = await sql.get<{ payload: Uint8Array; signature: string; public_key: string; erased: string | null }>('select payload, signature, public_key, erased from submission_payload where submission = ?', [submission])
  return row && { text: inflateRawSync(row.payload, { maxOutputLength: MOST }).toString('utf8'), signature: row.signature, publicKey: row.public_key, erased: row.erased }
}

/** Puts a content without its personal fields in the place of the one that was kept. */
export const erasePayload = (sql: SqlWriter, submission: number, payload: Payload, at: string): Promise<number> =>
  sql.run('update submission_payload set payload = ?, erased = ? where submission = ?', [deflateRawSync(JSON.stringify(payload)), at, submission])

/** What a submission sealed; undefined when it is not kept. */
export async function payloadOf(sql: Sql, submission: number): Promise<Payload | undefined> {
  const kept = await payloadText(sql, submission)
  return kept && JSON.parse(kept.text) as Payload
}
