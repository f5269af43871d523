import type { Explanation } from '../../core/filing/filing.ts'
import type { Reader, Writer } from './open.ts'

/** Every explanation of a filing. */
export const explanationsOf = (db: Reader, filing: number): readonly Explanation[] =>
  db.all(`select rule, nullif(row, 0) as row, nullif(item, '') as item, text from explanation where filing = ? order by rule, row, item`, filing)
/** Stores an explanation; an empty text removes it. */
export function putExplanation(db: Writer, filing: number, e: Explanation, at: string): void {
  if (e.text === '') db.run('delete from explanation where filing = ? and rule = ? and row = ? and item = ?', filing, e.rule, e.row ?? 0, e.item ?? '')
  else db.run('insert into explanation (filing, rule, row, item, text, at) values (?, ?, ?, ?, ?, ?) on conflict do update set text = excluded.text, at = excluded.at', filing, e.rule, e.row ?? 0, e.item ?? '', e.text, at)
}
