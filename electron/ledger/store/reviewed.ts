import type { SubmissionState } from '../../../core/contract/regulator/intake.ts'
import type { LedgerParam, Sql, SqlWriter } from '../sql.ts'
import { newestStanding, standingStates } from './standing.ts'

/** A submission as review sees it: with the register's name of its unit and what is known of its key. */
export interface ReviewedRow {
  readonly id: number; readonly unit_id: string; readonly year: number; readonly submit_no: number; readonly pack: string; readonly pack_version: string; readonly pack_digest: string
  readonly digest: string; readonly receipt: string; readonly signer: string; readonly verdict: 'sealed' | 'resaved' | 'altered' | 'unsealed'; readonly state: SubmissionState
  readonly hand_filed: number; readonly org_name: string; readonly region: string; readonly today: string; readonly sealed_at: string; readonly received_at: string
  readonly late: number; readonly errors: number; readonly warnings: number; readonly unexplained: number; readonly changed: number; readonly mismatches: number
  readonly file: number | null; readonly state_at: string; readonly state_by: string; readonly version: number
  readonly register_name: string | null; readonly trust: string
}

const columns = ['id', 'unit_id', 'year', 'submit_no', 'pack', 'pack_version', 'pack_digest', 'digest', 'receipt', 'signer', 'verdict', 'state', 'hand_filed', 'org_name', 'region', 'today', 'sealed_at', 'received_at',
  'late', 'errors', 'warnings', 'unexplained', 'changed', 'mismatches', 'file', 'state_at', 'state_by', 'version'].map(column => `s.${column}`).join(', ')
const reviewed = `select ${columns}, r.name as register_name, case when k.confirmed_at is not null then 'known' else coalesce(f.trust, 'unknown') end as trust
  from submission s left join register_unit r on r.unit_id = s.unit_id left join intake_file f on f.id = s.file left join known_signer k on k.unit_id = s.unit_id and k.signer = s.signer`

/** Every submission of a year, and those that came in for another one. */
export const reviewedIn = (sql: Sql, year: number): Promise<readonly ReviewedRow[]> => sql.all<ReviewedRow>(`${reviewed} where s.year = ? or s.state = 'other_year' order by s.id`, [year])

/** One submission. */
export const reviewedRow = (sql: Sql, id: number): Promise<ReviewedRow | undefined> => sql.get<ReviewedRow>(`${reviewed} where s.id = ?`, [id])

/** A unit's submissions of a year, oldest first. */
export const reviewedOf = (sql: Sql, unit: string, year: number): Promise<readonly ReviewedRow[]> =>
  sql.all<ReviewedRow>(`${reviewed} where s.unit_id = ? and s.year = ? order by s.submit_no, s.id`, [unit, year])

/** Moves a submission to another state if nobody did since it was read; 0 when somebody did. */
export const moveTo = (sql: SqlWriter, at: Pick<ReviewedRow, 'id' | 'version'>, to: SubmissionState, hand: { readonly name: string; readonly at: string }): Promise<number> =>
  sql.run('update submission set state = ?, state_at = ?, state_by = ?, version = version + 1 where id = ? and version = ?', [to, hand.at, hand.name, at.id, at.version])

/** The accepted submission of a unit and year that counts. */
export const acceptedOf = (sql: Sql, unit: string, year: number): Promise<{ readonly id: number; readonly pack: string } | undefined> =>
  sql.get(`select id, pack from submission where unit_id = ? and year = ? and state = 'accepted' order by submit_no desc, id desc limit 1`, [unit, year])

/** How many cells differ between pairs of submissions. */
export async function differenceCounts(sql: Sql, pairs: readonly (readonly [now: number, before: number])[]): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>()
  for (const [now, before] of pairs) {
    const row = await sql.get<{ n: number }>(
      `select count(*) as n from (select item, row_no from value where submission in (?, ?) group by item, row_no
       having count(*) = 1 or count(distinct num) > 1 or count(distinct txt) > 1 or count(num) = 1 or count(txt) = 1) as d`, [now, before])
    counts.set(now, row?.n ?? 0)
  }
  return counts
}

/** Findings that say nothing of their own, by submission of a year: empty explanations, and texts that other units gave too. */
export async function emptyWords(sql: Sql, year: number): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.all<{ submission: number; n: number }>(
    `select f.submission, count(*) as n from finding f join submission s on s.id = f.submission where s.year = ? and f.explanation is not null and f.explained = 0 group by f.submission`, [year])
  return new Map(rows.map(row => [row.submission, row.n]))
}

const shared = `select f.fingerprint, count(distinct s.unit_id) as units from finding f join submission s on s.id = f.submission
  where s.year = ? and f.fingerprint is not null group by f.fingerprint having count(distinct s.unit_id) > 1`

/** Explanations other units gave word for word, by submission of a year, and how many units at most. */
export async function copiedWords(sql: Sql, year: number): Promise<ReadonlyMap<number, { readonly copied: number; readonly sharers: number }>> {
  const rows = await sql.all<{ submission: number; copied: number; sharers: number }>(
    `select f.submission, count(*) as copied, max(c.units) - 1 as sharers from (${shared}) c join finding f on f.fingerprint = c.fingerprint join submission s on s.id = f.submission where s.year = ? group by f.submission`, [year, year])
  return new Map(rows.map(({ submission, copied, sharers }) => [submission, { copied, sharers }]))
}

/** The findings kept of a submission. */
export interface FindingRow { readonly rule: string; readonly row_no: number | null; readonly item: string | null; readonly claimed: number; readonly fingerprint: string | null }
export const findingRows = (sql: Sql, submission: number): Promise<readonly FindingRow[]> =>
  sql.all<FindingRow>('select rule, row_no, item, claimed, fingerprint from finding where submission = ? order by n', [submission])

/** Names of other units that gave the same explanation in a year, by fingerprint; at most 20 of each. */
export async function sharersOf(sql: Sql, fingerprints: readonly string[], of: { readonly unit: string; readonly year: number }): Promise<ReadonlyMap<string, readonly string[]>> {
  if (fingerprints.length === 0) return new Map()
  const params: LedgerParam[] = [of.year, of.unit, ...fingerprints]
  const rows = await sql.all<{ fingerprint: string; name: string }>(
    `select distinct f.fingerprint, s.org_name as name from finding f join submission s on s.id = f.submission where s.year = ? and s.unit_id <> ? and f.fingerprint in (${fingerprints.map(() => '?').join(', ')}) order by name limit 2000`, params)
  const names = new Map<string, string[]>()
  for (const { fingerprint, name } of rows) {
    const list = names.get(fingerprint) ?? []
    if (list.length < 20) names.set(fingerprint, [...list, name])
  }
  return names
}

const standing = standingStates.map(state => `'${state}'`).join(', ')
/** Some items of the newest standing submission of every unit in a year: figures, and texts where they are no numbers. */
export const standingFigures = (sql: Sql, year: number, items: readonly number[]): Promise<readonly { readonly submission: number; readonly item: number; readonly row_no: number; readonly num: number | null; readonly txt: string | null }[]> =>
  items.length === 0 ? Promise.resolve([]) : sql.all(
    `select v.submission, v.item, v.row_no, v.num, v.txt from ${newestStanding} s join value v on v.submission = s.id where v.item in (${items.map(() => '?').join(', ')})`, [year, year, ...items])

/** Numbers of items of a pack, by key. */
export async function itemNumbers(sql: Sql, pack: string, items: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (items.length === 0) return new Map()
  const rows = await sql.all<{ id: number; item: string }>(`select id, item from item_key where pack = ? and item in (${items.map(() => '?').join(', ')})`, [pack, ...items])
  return new Map(rows.map(row => [row.item, row.id]))
}

/** What changes whenever submissions of a year come in or leave: what was worked out over all of them holds as long as it does not. */
export async function yearStamp(sql: Sql, year: number): Promise<string> {
  const row = await sql.get<{ n: number; newest: number | null; standing: number | null }>(
    `select count(*) as n, max(id) as newest, sum(case when state in (${standing}) then 1 else 0 end) as standing from submission where year = ?`, [year])
  return `${year}/${row?.n ?? 0}/${row?.newest ?? 0}/${row?.standing ?? 0}`
}

/** The cells of the file a submission was taken from that differ from what was sealed, as JSON. */
export async function changedInFile(sql: Sql, file: number | null): Promise<string> {
  return file === null ? '[]' : ((await sql.get<{ changed: string }>('select changed from intake_file where id = ?', [file]))?.changed ?? '[]')
}

/** Whom to ask at a unit, by the register. */
export const contactOf = (sql: Sql, unit: string): Promise<{ readonly name: string; readonly contact: string; readonly phone: string; readonly risk: string } | undefined> =>
  sql.get('select name, contact, phone, risk from register_unit where unit_id = ?', [unit])

/** Submissions of the same unit and year, up to the same number, in some states: what gives way to this one. */
export const rivalsOf = (sql: Sql, row: Pick<ReviewedRow, 'id' | 'unit_id' | 'year' | 'submit_no'>, states: readonly SubmissionState[]): Promise<readonly Pick<ReviewedRow, 'id' | 'version' | 'state'>[]> =>
  sql.all(`select id, version, state from submission where unit_id = ? and year = ? and submit_no <= ? and id <> ? and state in (${states.map(() => '?').join(', ')}) order by id`, [row.unit_id, row.year, row.submit_no, row.id, ...states])

/** The number of a newer standing submission of the unit; null when this is the newest. */
export async function newerThan(sql: Sql, row: Pick<ReviewedRow, 'unit_id' | 'year' | 'submit_no'>): Promise<number | null> {
  return (await sql.get<{ no: number | null }>(`select max(submit_no) as no from submission where unit_id = ? and year = ? and submit_no > ? and state in (${standing})`, [row.unit_id, row.year, row.submit_no]))?.no ?? null
}
