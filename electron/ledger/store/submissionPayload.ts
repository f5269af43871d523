import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Payload } from '../../../core/submission/payload.ts'
import type { Sql, SqlWriter } from '../sql.ts'

const MOST = 256 * 1024 * 1024

/** Keeps what a submission sealed: the canonical text under its signature, deflated. */
export const addPayload = (sql: SqlWriter, p: { readonly submission: number; readonly text: string; readonly signature: string; readonly publicKey: string }): Promise<number> =>
  sql.run('insert into submission_payload (submission, payload, signature, public_key) values (?, ?, ?, ?)', [p.submission, deflateRawSync(Buffer.from(p.text)), p.signature, p.publicKey])

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
