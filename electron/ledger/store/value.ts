import type { ValueColumns } from '../../../core/intake/values.ts'
import type { LedgerParam, SqlWriter } from '../sql.ts'
import type { ItemIds } from './itemKey.ts'

/** Stores the values of a submission; an item without a number is none of its pack and is left out. */
export async function addValues(sql: SqlWriter, submission: number, { items, rows, nums, texts }: ValueColumns, ids: ItemIds): Promise<void> {
  const lines: LedgerParam[][] = []
  for (const [i, key] of items.entries()) {
    const item = ids.get(key)
    if (item !== undefined) lines.push([item, submission, rows[i] ?? 0, nums[i] ?? null, texts[i] ?? null])
  }
  // In the order of the key, so that the table grows where it is.
  await sql.insertMany('value', ['item', 'submission', 'row_no', 'num', 'txt'], lines)
}
