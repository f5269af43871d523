import type { Reader, Writer } from './open.ts'

/** A sealed submission: `payload` is the canonical JSON that was signed; the key is hex, the signature base64; `workbook` is the file as first written, `print` its printed pages. */
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
  readonly workbook: Uint8Array
  readonly print: string | null
}

/** A filing's newest submission without its contents, if it was ever sealed. */
export const newestSubmission = (db: Reader, filing: number): Omit<SubmissionRow, 'payload' | 'workbook' | 'print'> | undefined =>
  db.get('select filing, submit_no, unit_id, sealed_at, today, digest, receipt, signature, public_key from submission where filing = ? order by submit_no desc limit 1', filing)
/** Number and digest of the submission that counts: the one of the number, else the newest. */
export const sealedAs = (db: Reader, filing: number, submitNo: number | null): Pick<SubmissionRow, 'submit_no' | 'digest'> | undefined =>
  db.get('select submit_no, digest from submission where filing = ? and submit_no = coalesce(?, submit_no) order by submit_no desc limit 1', filing, submitNo)
/** The pack that a filing's newest submission was sealed with. */
export const sealedPack = (db: Reader, filing: number): { readonly id: string; readonly version: string } | undefined =>
  db.get(`select json_extract(payload, '$.pack.id') as id, json_extract(payload, '$.pack.version') as version from submission where filing = ? order by submit_no desc limit 1`, filing)
/** One submission whole. */
export const submissionByNo = (db: Reader, filing: number, submitNo: number): SubmissionRow | undefined =>
  db.get('select * from submission where filing = ? and submit_no = ?', filing, submitNo)
/** The public keys a unit has reported under. */
export const signedWith = (db: Reader, unit: number): readonly string[] =>
  db.all<{ public_key: string }>('select distinct s.public_key from submission s join filing f on f.id = s.filing where f.unit = ?', unit).map(s => s.public_key)
/** Adds a submission; it is never changed or removed. */
export const addSubmission = (db: Writer, s: SubmissionRow): void => {
  db.run('insert into submission (filing, submit_no, unit_id, sealed_at, today, payload, digest, receipt, signature, public_key, workbook, print) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    s.filing, s.submit_no, s.unit_id, s.sealed_at, s.today, s.payload, s.digest, s.receipt, s.signature, s.public_key, s.workbook, s.print)
}
