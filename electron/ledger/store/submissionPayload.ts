import { inflateRawSync } from 'node:zlib'
import type { Payload } from '../../../core/submission/payload.ts'
import type { Sql } from '../sql.ts'

const MOST = 256 * 1024 * 1024

/** The canonical text a submission sealed, and its signature; undefined when it is not kept. */
export async function payloadText(sql: Sql, submission: number): Promise<{ readonly text: string; readonly signature: string; readonly publicKey: string } | undefined> {
  const row = await sql.get<{ payload: Uint8Array; signature: string; public_key: string }>('select payload, signature, public_key from submission_payload where submission = ?', [submission])
  return row && { text: inflateRawSync(row.payload, { maxOutputLength: MOST }).toString('utf8'), signature: row.signature, publicKey: row.public_key }
}

/** What a submission sealed; undefined when it is not kept. */
export async function payloadOf(sql: Sql, submission: number): Promise<Payload | undefined> {
  const kept = await payloadText(sql, submission)
  return kept && JSON.parse(kept.text) as Payload
}
