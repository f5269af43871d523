import type { IntakeVerdict, SubmissionState } from '../../../core/contract/regulator/intake.ts'
import type { Verification } from '../../../core/contract.ts'
import type { LedgerParam, Sql, SqlWriter } from '../sql.ts'

/** A file that was taken in, as it is kept; lists are JSON. */
export interface FileRow {
  readonly batch: number; readonly path: string; readonly name: string; readonly size: number; readonly sha256: string; readonly at: string
  readonly verdict: IntakeVerdict; readonly state: SubmissionState | 'skipped'; readonly unit_id: string | null; readonly org_name: string | null; readonly year: number | null; readonly submit_no: number | null
  readonly pack: string | null; readonly signer: string | null; readonly trust: Verification['trust']; readonly receipt: string | null; readonly problem: string | null
  readonly changed: string; readonly mismatches: string; readonly findings: string; readonly errors: number | null; readonly warnings: number | null
  readonly submission: number | null; readonly other: number | null; readonly kept: string | null; readonly ms: number
}
const columns = ['batch', 'path', 'name', 'size', 'sha256', 'at', 'verdict', 'state', 'unit_id', 'org_name', 'year', 'submit_no', 'pack', 'signer', 'trust', 'receipt', 'problem', 'changed', 'mismatches', 'findings', 'errors', 'warnings', 'submission', 'other', 'kept', 'ms'] as const

/** Stores what became of a file; gives its number. */
export const addFile = (sql: SqlWriter, row: FileRow): Promise<number> =>
  sql.insert(`insert into intake_file (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, columns.map((column) => row[column]))

/** A hand-filled file became a submission. */
export const takeFile = (sql: SqlWriter, id: number, to: Pick<FileRow, 'state' | 'unit_id' | 'submit_no' | 'submission' | 'receipt' | 'signer'>): Promise<number> =>
  sql.run('update intake_file set state = ?, unit_id = ?, submit_no = ?, submission = ?, receipt = ?, signer = ? where id = ? and submission is null', [to.state, to.unit_id, to.submit_no, to.submission, to.receipt, to.signer, id])

/** A file with where its submission stands now, and the number of the other one it speaks of. */
export interface ShownRow extends FileRow { readonly id: number; readonly now: SubmissionState | 'skipped'; readonly other_no: number | null }
/** A duplicate stays one; whatever else the file was, its submission's state is the present one. */
const now = `case when f.state = 'duplicate' then f.state else coalesce(s.state, f.state) end`
const from = 'from intake_file f left join submission s on s.id = f.submission left join submission o on o.id = f.other'
const shown = `select f.*, ${now} as now, o.submit_no as other_no ${from}`

/** A file. */
export const fileRow = (sql: Sql, id: number): Promise<ShownRow | undefined> => sql.get<ShownRow>(`${shown} where f.id = ?`, [id])

/** What a person has to look at: not intact, in no list of its own unit, signed by another key. */
const todo = `(${now} in ('unknown_pack', 'other_year', 'other_region', 'not_in_register', 'conflict', 'quarantined') or ((f.verdict in ('unsealed', 'damaged') or (f.verdict = 'altered' and f.state <> 'duplicate')) and ${now} in ('received', 'in_review')) or (f.trust = 'changed' and ${now} = 'in_review'))`
/** Files of units that reported before. */
const again = `(f.state in ('duplicate', 'superseded') or f.other is not null)`

/** Which files a list shows. */
export interface FileFilter { readonly batch: number | null; readonly verdict: IntakeVerdict | null; readonly list: 'all' | 'todo' | 'again'; readonly state: SubmissionState | null; readonly search: string }

function where(filter: FileFilter, list: FileFilter['list']): { readonly text: string; readonly params: readonly LedgerParam[] } {
  const parts: string[] = ['1 = 1']
  const params: LedgerParam[] = []
  const put = (text: string, ...given: LedgerParam[]): void => { parts.push(text); params.push(...given) }
  if (filter.batch !== null) put('f.batch = ?', filter.batch)
  if (filter.verdict !== null) put('f.verdict = ?', filter.verdict)
  if (filter.state !== null) put(`${now} = ?`, filter.state)
  if (list !== 'all') put(list === 'todo' ? todo : again)
  const search = filter.search.trim().toLowerCase()
  if (search !== '') { const like = `%${search.replace(/[!%_]/g, '!$&')}%`; put(`(lower(f.name) like ? escape '!' or lower(coalesce(f.org_name, '')) like ? escape '!' or lower(coalesce(f.unit_id, '')) like ? escape '!')`, like, like, like) }
  return { text: parts.join(' and '), params }
}

/** The files of a list in the order they came. */
export function filesOf(sql: Sql, filter: FileFilter, page: { readonly offset: number; readonly limit: number }): Promise<readonly ShownRow[]> {
  const { text, params } = where(filter, filter.list)
  return sql.all<ShownRow>(`${shown} where ${text} order by f.id limit ? offset ?`, [...params, page.limit, page.offset])
}

/** How many files each list shows. */
export async function fileCounts(sql: Sql, filter: FileFilter): Promise<{ readonly all: number; readonly todo: number; readonly again: number }> {
  const { text, params } = where(filter, 'all')
  const row = await sql.get<{ n: number; todo: number | null; again: number | null }>(`select count(*) as n, sum(case when ${todo} then 1 else 0 end) as todo, sum(case when ${again} then 1 else 0 end) as again ${from} where ${text}`, params)
  return { all: row?.n ?? 0, todo: row?.todo ?? 0, again: row?.again ?? 0 }
}

/** Files of a batch by verdict. */
export const verdictCounts = (sql: Sql, batch: number): Promise<readonly { readonly verdict: IntakeVerdict; readonly n: number }[]> =>
  sql.all('select verdict, count(*) as n from intake_file where batch = ? group by verdict', [batch])

/** The files of a batch after a number, for who follows it. */
export const filesAfter = (sql: Sql, batch: number, id: number): Promise<readonly ShownRow[]> => sql.all<ShownRow>(`${shown} where f.batch = ? and f.id > ? order by f.id limit 500`, [batch, id])

/** Where each file of a batch lay, with its content and whether it was read to the end. */
export const pathsOf = (sql: Sql, batch: number): Promise<readonly { readonly path: string; readonly sha256: string; readonly verdict: IntakeVerdict; readonly state: string }[]> =>
  sql.all('select path, sha256, verdict, state from intake_file where batch = ?', [batch])

/** Contents of some sizes that need not be read again: not those put aside in quarantine, nor those whose pack was not there. */
export function knownContents(sql: Sql, sizes: readonly number[]): Promise<readonly { readonly size: number; readonly sha256: string }[]> {
  if (sizes.length === 0) return Promise.resolve([])
  return sql.all(
    `select distinct f.size, f.sha256 from intake_file f left join submission s on s.id = f.submission where f.size in (${sizes.map(() => '?').join(', ')}) and f.sha256 <> '' and f.verdict <> 'quarantined' and f.state <> 'skipped' and coalesce(s.state, '') <> 'unknown_pack'`, sizes)
}

/** The first file with a content. */
export const firstWith = (sql: Sql, sha256: string): Promise<(FileRow & { readonly id: number }) | undefined> =>
  sql.get(`select * from intake_file where sha256 = ? and verdict <> 'quarantined' and state <> 'skipped' order by id limit 1`, [sha256])
