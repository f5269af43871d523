import type { Reader, Writer } from './open.ts'

/** A sealed submission: `payload` is the canonical JSON that was signed; keys and signature are base64. */
export interface SubmissionRow {
  readonly filing: number
  readonly submit_no: number
  readonly unit_id: string
  readonly sealed_at: string
  readonly today: string
  readonly payload: string
  readonly digest: string
  readonly receipt: string
  readonly signature: string
  readonly public_key: string
}

/** A filing's newest submission without its payload, if it was ever sealed. */
export const newestSubmission = (db: Reader, filing: number): Omit<SubmissionRow, 'payload'> | undefined =>
  db.get('select filing, submit_no, unit_id, sealed_at, today, digest, receipt, signature, public_key from submission where filing = ? order by submit_no desc limit 1', filing)
/** One submission whole. */
export const submissionByNo = (db: Reader, filing: number, submitNo: number): SubmissionRow | undefined =>
  db.get('select * from submission where filing = ? and submit_no = ?', filing, submitNo)
/** Whether a unit has reported under another key. */
export const reportedWithOtherKey = (db: Reader, unit: number, publicKey: string): boolean =>
  db.get('select 1 as yes from submission s join filing f on f.id = s.filing where f.unit = ? and s.public_key <> ? limit 1', unit, publicKey) !== undefined
/** Adds a submission; it is never changed or removed. */
export const addSubmission = (db: Writer, s: SubmissionRow): void => {
  db.run('insert into submission (filing, submit_no, unit_id, sealed_at, today, payload, digest, receipt, signature, public_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    s.filing, s.submit_no, s.unit_id, s.sealed_at, s.today, s.payload, s.digest, s.receipt, s.signature, s.public_key)
}
