import type { Sql, SqlWriter } from '../sql.ts'

/** An upward file that was written here or taken in here. */
export interface UpwardRow { readonly direction: 'out' | 'in'; readonly digest: string; readonly bureau: string; readonly region: string; readonly signer: string; readonly at: string; readonly by_name: string; readonly summary: string }

/** Notes an upward file; the same one twice is noted once. */
export const noteUpward = (sql: SqlWriter, row: UpwardRow): Promise<number> =>
  sql.run('insert into upward_file (direction, digest, bureau, region, signer, at, by_name, summary) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (digest) do nothing',
    [row.direction, row.digest, row.bureau, row.region, row.signer, row.at, row.by_name, row.summary])

/** An accepted submission with everything that goes upward. */
export interface AcceptedRow { readonly id: number; readonly verdict: 'sealed' | 'resaved' | 'altered' | 'unsealed'; readonly hand_filed: number; readonly received_at: string; readonly state_at: string; readonly state_by: string; readonly late: number; readonly payload: Uint8Array; readonly signature: string; readonly public_key: string }
/** The next accepted submissions of a year after a number. */
export const acceptedAfter = (sql: Sql, year: number, after: number, most: number): Promise<readonly AcceptedRow[]> =>
  sql.all<AcceptedRow>(`select s.id, s.verdict, s.hand_filed, s.received_at, s.state_at, s.state_by, s.late, p.payload, p.signature, p.public_key from submission s join submission_payload p on p.submission = s.id
    where s.year = ? and s.state = 'accepted' and s.id > ? order by s.id limit ${Math.trunc(most)}`, [year, after])
/** How many submissions of a year are accepted. */
export const acceptedCount = async (sql: Sql, year: number): Promise<number> => (await sql.get<{ n: number }>(`select count(*) as n from submission where year = ? and state = 'accepted'`, [year]))?.n ?? 0

/** Scaled sums over the accepted submissions of a year, by item, as decimal texts of whole numbers. */
export async function acceptedSums(sql: Sql, year: number, pack: string, items: readonly string[]): Promise<ReadonlyMap<string, { readonly sum: string; readonly decimals: number }>> {
  const rows = await sql.all<{ item: string; decimals: number; sum: string | null }>(
    `select k.item, k.decimals, cast(sum(v.num) as text) as sum from submission s join value v on v.submission = s.id join item_key k on k.id = v.item
     where s.year = ? and s.state = 'accepted' and k.pack = ? and k.item in (${items.map(() => '?').join(', ')}) group by k.item, k.decimals`, [year, pack, ...items])
  return new Map(rows.map(row => [row.item, { sum: row.sum ?? '0', decimals: row.decimals }]))
}

/** What is held of a unit's year. */
export const heldDigests = (sql: Sql, unit: string, year: number): Promise<readonly { readonly submit_no: number; readonly digest: string; readonly state: string }[]> =>
  sql.all('select submit_no, digest, state from submission where unit_id = ? and year = ? order by submit_no', [unit, year])
