import { lookup, type Entry } from '../../../core/pack/lookup.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import type { ItemSource } from '../../../core/consolidate/sql/source.ts'
import type { PackShelf } from '../../packs.ts'
import type { Sql } from '../sql.ts'

/** Where the items of a pack are kept in each year's submissions, and which years the ledger has. */
export interface ItemSources {
  readonly of: (entry: Entry, year: number) => readonly ItemSource[]
  /** Items of a year's packs by their number, under this pack's keys; those without one are left out. */
  readonly byId: (year: number) => ReadonlyMap<number, { readonly entry: Entry; readonly widen: number }>
}

/** Looks up which packs each year's submissions came under and matches their items with this pack's. */
export async function itemSources(sql: Sql, shelf: PackShelf, pack: Pack): Promise<ItemSources> {
  const [packs, keys] = [
    await sql.all<{ year: number; pack: string }>('select distinct year, pack from submission'),
    await sql.all<{ id: number; pack: string; item: string; decimals: number }>('select id, pack, item, decimals from item_key'),
  ]
  const index = lookup(pack)
  const entries = [...index.scalars, ...index.tables.flatMap((t) => t.columns)]
  const years = new Map<number, Map<number, { entry: Entry; widen: number }>>()
  for (const { year, pack: id } of packs) {
    const ids = new Map(keys.filter((k) => k.pack === id).map((k) => [k.item, k] as const))
    const known = years.get(year) ?? new Map<number, { entry: Entry; widen: number }>()
    for (const entry of entries) {
      const kept = ids.get(keyIn(entry, { pack, shelf, other: id }))
      if (kept && kept.decimals <= entry.decimals) known.set(kept.id, { entry, widen: entry.numeric ? entry.decimals - kept.decimals : 0 })
    }
    years.set(year, known)
  }
  const sources = new Map([...years].map(([year, known]) => [year, sourcesOf(known)] as const))
  return { of: (entry, year) => sources.get(year)?.get(entry.item.key) ?? [], byId: (year) => years.get(year) ?? new Map() }
}

function sourcesOf(known: ReadonlyMap<number, { readonly entry: Entry; readonly widen: number }>): ReadonlyMap<string, readonly ItemSource[]> {
  const sources = new Map<string, ItemSource[]>()
  for (const [id, { entry, widen }] of known) sources.set(entry.item.key, [...(sources.get(entry.item.key) ?? []), { id, widen }])
  return sources
}

/** The key of an item in another year's pack: by what this pack carries over, else by the names it has had. */
function keyIn(entry: Entry, { pack, shelf, other }: { readonly pack: Pack; readonly shelf: PackShelf; readonly other: string }): string {
  const { key } = entry.item
  if (other === pack.id) return key
  const renamed = pack.carry.find((c) => c.from === other)?.renamed.find((r) => r.now === key)?.old
  if (renamed !== undefined) return renamed
  const loaded = shelf.get(other)
  return loaded.ok ? (lookup(loaded.value.pack).keyOf(key) ?? key) : key
}
