import type { ReadSubmission } from '../../reader/messages.ts'
import type { Sql } from '../sql.ts'

/** A submission whose pack was not here when it came. */
export interface UnknownRow { readonly id: number; readonly pack_version: string; readonly digest: string; readonly signature: string; readonly payload: Uint8Array; readonly verdict: ReadSubmission['verdict']; readonly changed: number }

/** The submissions that wait for a pack, in the order they would be taken in. */
export const unknownPacks = (sql: Sql, pack: string): Promise<readonly UnknownRow[]> =>
  sql.all<UnknownRow>(
    `select s.id, s.pack_version, s.digest, p.signature, p.payload, s.verdict, s.changed from submission s join submission_payload p on p.submission = s.id
     where s.state = 'unknown_pack' and s.pack = ? order by s.year, s.unit_id, s.submit_no, s.id`, [pack])
