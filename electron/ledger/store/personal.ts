import type { Sql, SqlWriter } from '../sql.ts'

/** Submissions received before a moment whose content still has its personal fields. */
export const keptBefore = (sql: Sql, before: string): Promise<readonly { readonly id: number; readonly unit_id: string; readonly year: number }[]> =>
  sql.all('select s.id, s.unit_id, s.year from submission s join submission_payload p on p.submission = s.id where s.received_at < ? and p.erased is null order by s.id', [before])

/** Takes the values of items out of a submission's tables; where a file's report names their cells, their texts go too. */
export async function eraseValues(sql: SqlWriter, submission: number, items: readonly string[]): Promise<void> {
  const marks = items.map(() => '?').join(', ')
  await sql.run(`delete from value where submission = ? and item in (select id from item_key where item in (${marks}))`, [submission, ...items])
  await sql.run(`update finding set detail = '', explanation = null, row_key = null where submission = ? and item in (${marks})`, [submission, ...items])
  const files = await sql.all<{ id: number; changed: string; mismatches: string }>('select id, changed, mismatches from intake_file where submission = ?', [submission])
  for (const file of files) {
    const changed = JSON.parse(file.changed) as readonly { readonly item?: string | null }[]
    if (!Array.isArray(changed) || !changed.some(cell => items.includes(cell.item ?? ''))) continue
    const left = changed.map(cell => (items.includes(cell.item ?? '') ? { ...cell, sealed: null, found: null } : cell))
    await sql.run('update intake_file set changed = ? where id = ?', [JSON.stringify(left), file.id])
  }
}
