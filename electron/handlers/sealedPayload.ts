import { payloadSchema, type Payload } from '../../core/submission/payload.ts'
import type { Reader } from '../db/open.ts'
import { newestSubmission, submissionByNo } from '../db/submission.ts'

/** What a submission of a filing says, the newest one where no number is given. */
export function payloadNo(db: Reader, filing: number, submitNo: number | null): Payload | null {
  const no = submitNo ?? newestSubmission(db, filing)?.submit_no
  const row = no === undefined ? undefined : submissionByNo(db, filing, no)
  return row ? payloadSchema.parse(JSON.parse(row.payload)) : null
}
