import type { SubmissionState } from '../../../core/contract/regulator/intake.ts'
import type { Held } from '../../../core/intake/state.ts'
import type { ReadSubmission } from '../../reader/messages.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** What is stored of a submission beside what was read of it. */
export interface SubmissionMeta {
  readonly state: SubmissionState; readonly handFiled: boolean; readonly late: boolean; readonly via: string | null
  readonly at: string; readonly by: string
}

/** The submissions of a unit and year that the ledger holds. */
export const heldOf = (sql: Sql, unit: string, year: number): Promise<readonly Held[]> =>
  sql.all<Held>('select id, submit_no as "submitNo", digest, state from submission where unit_id = ? and year = ? order by submit_no, id', [unit, year])

/** Whether the register expects a unit, and by when. */
export const expected = (sql: Sql, unit: string): Promise<{ readonly deadline: string | null } | undefined> =>
  sql.get('select deadline from register_unit where unit_id = ? and active = 1', [unit])

/** Stores a submission with its payload; gives its number. */
export async function addSubmission(sql: SqlWriter, read: ReadSubmission, meta: SubmissionMeta): Promise<number> {
  const id = await sql.insert(
    `insert into submission (unit_id, year, submit_no, pack, pack_version, pack_digest, digest, receipt, signer, verdict, state, hand_filed, org_name, region, today, sealed_at, received_at,
     late, errors, warnings, unexplained, changed, mismatches, via, state_at, state_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [read.unitId, read.year, read.submitNo, read.pack.id, read.pack.version, read.pack.digest, read.digest, read.receipt, read.signer, read.verdict, meta.state, meta.handFiled ? 1 : 0,
      read.orgName, read.region, read.today, read.sealedAt, meta.at, meta.late ? 1 : 0, read.errors, read.warnings, read.unexplained, read.changed, read.mismatches.length, meta.via, meta.at, meta.by])
  await sql.run('insert into submission_payload (submission, payload, signature, public_key) values (?, ?, ?, ?)', [id, read.payload, read.signature, read.publicKey])
  return id
}

/** What a submission came to once its pack was there. */
export const fillSubmission = (sql: SqlWriter, id: number, read: ReadSubmission): Promise<number> =>
  sql.run('update submission set errors = ?, warnings = ?, unexplained = ?, mismatches = ? where id = ?', [read.errors, read.warnings, read.unexplained, read.mismatches.length, id])

/** The file a submission came in. */
export const setFile = (sql: SqlWriter, id: number, file: number): Promise<number> => sql.run('update submission set file = ? where id = ? and file is null', [file, id])

/** Moves submissions to other states because another one arrived. */
export async function moveAll(sql: SqlWriter, moves: readonly { readonly id: number; readonly state: SubmissionState }[], hand: { readonly at: string; readonly by: string }): Promise<void> {
  for (const { id, state } of moves) await sql.run('update submission set state = ?, state_at = ?, state_by = ?, version = version + 1 where id = ?', [state, hand.at, hand.by, id])
}

/** The deflated payload of the accepted submission that counts for a unit and year. */
export async function acceptedPayload(sql: Sql, unit: string, year: number): Promise<Uint8Array | null> {
  const row = await sql.get<{ payload: Uint8Array }>(
    `select p.payload from submission s join submission_payload p on p.submission = s.id where s.unit_id = ? and s.year = ? and s.state = 'accepted' order by s.submit_no desc, s.id desc limit 1`, [unit, year])
  return row?.payload ?? null
}

/** The day a submission says it was sealed on. */
export const sealedDay = async (sql: Sql, id: number): Promise<string | null> => (await sql.get<{ today: string }>('select today from submission where id = ?', [id]))?.today ?? null

/** Whether anything of a year is accepted. */
export const anyAccepted = async (sql: Sql, year: number): Promise<boolean> => (await sql.get(`select id from submission where year = ? and state = 'accepted' limit 1`, [year])) !== undefined

/** A submission set aside for its year, region or unit, as its state is judged by. */
export interface SetAside { readonly id: number; readonly unit_id: string; readonly year: number; readonly submit_no: number; readonly pack: string; readonly digest: string; readonly region: string; readonly state: SubmissionState }
/** Submissions whose reason to be set aside may be gone. */
export const setAside = (sql: Sql): Promise<readonly SetAside[]> =>
  sql.all<SetAside>(`select id, unit_id, year, submit_no, pack, digest, region, state from submission where state in ('other_year', 'other_region', 'not_in_register') order by year, unit_id, submit_no, id`)

/** What a receipt code or digest leads to. */
export interface MatchedRow { readonly id: number; readonly unit_id: string; readonly org_name: string; readonly year: number; readonly submit_no: number; readonly receipt: string; readonly digest: string; readonly state: SubmissionState }
const matched = 'select id, unit_id, org_name, year, submit_no, receipt, digest, state from submission'
/** The submissions of a receipt code, the newest first. */
export const byReceipt = (sql: Sql, receipt: string): Promise<readonly MatchedRow[]> => sql.all<MatchedRow>(`${matched} where receipt = ? order by id desc`, [receipt])
/** The submissions of a unit's number in a year. */
export const byNumber = (sql: Sql, of: { readonly unit: string; readonly year: number; readonly submitNo: number }): Promise<readonly MatchedRow[]> =>
  sql.all<MatchedRow>(`${matched} where unit_id = ? and year = ? and submit_no = ? order by id desc`, [of.unit, of.year, of.submitNo])
