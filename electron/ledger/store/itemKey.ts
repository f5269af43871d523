import type { Pack } from '../../../core/pack/schema.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** Numbers of a pack's items, by key. */
export type ItemIds = ReadonlyMap<string, number>

/** The numbers that are given to a pack's items so far. */
export async function itemIdsOf(sql: Sql, pack: string): Promise<ItemIds> {
  return new Map((await sql.all<{ id: number; item: string }>('select id, item from item_key where pack = ?', [pack])).map((row) => [row.item, row.id]))
}

/** Gives every item of a pack its number; `fresh` when some were given just now, which a rollback would take back. */
export async function ensureItemIds(sql: SqlWriter, pack: Pack): Promise<{ readonly ids: ItemIds; readonly fresh: boolean }> {
  const index = lookup(pack)
  const entries = [...index.scalars, ...index.tables.flatMap((table) => table.columns)]
  const before = await itemIdsOf(sql, pack.id)
  const missing = entries.filter((entry) => !before.has(entry.item.key))
  if (missing.length === 0) return { ids: before, fresh: false }
  for (const entry of missing) {
    await sql.run('insert into item_key (pack, item, decimals, numeric) values (?, ?, ?, ?) on conflict (pack, item) do nothing', [pack.id, entry.item.key, entry.decimals, entry.numeric ? 1 : 0])
  }
  return { ids: await itemIdsOf(sql, pack.id), fresh: true }
}
