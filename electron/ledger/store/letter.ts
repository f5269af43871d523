import type { LetterKind } from '../../../core/letter/letter.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A letter that went out, with its bytes. */
export interface LetterRow { readonly id: number; readonly kind: LetterKind; readonly unit_id: string; readonly submission: number | null; readonly at: string; readonly by_name: string; readonly digest: string; readonly name: string; readonly body: Uint8Array }

/** Keeps a letter. */
export const addLetter = (sql: SqlWriter, l: Omit<LetterRow, 'id'>): Promise<number> =>
  sql.insert('insert into letter (kind, unit_id, submission, at, by_name, digest, name, body) values (?, ?, ?, ?, ?, ?, ?, ?)', [l.kind, l.unit_id, l.submission, l.at, l.by_name, l.digest, l.name, l.body])

/** How many letters of a kind a submission has: part of the next one's number. */
export async function letterCount(sql: Sql, kind: LetterKind, submission: number): Promise<number> {
  return (await sql.get<{ n: number }>('select count(*) as n from letter where kind = ? and submission = ?', [kind, submission]))?.n ?? 0
}

/** The newest letter of a kind to a unit. */
export const newestLetter = (sql: Sql, kind: LetterKind, unit: string): Promise<LetterRow | undefined> =>
  sql.get<LetterRow>('select * from letter where kind = ? and unit_id = ? order by id desc limit 1', [kind, unit])

/** How many letters of a kind went out. */
export async function lettersOf(sql: Sql, kind: LetterKind): Promise<number> {
  return (await sql.get<{ n: number }>('select count(*) as n from letter where kind = ?', [kind]))?.n ?? 0
}
