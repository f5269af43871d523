import { z } from 'zod'
import { lookup } from './lookup.ts'
import type { Pack } from './schema.ts'

const key = z.string().min(1).max(100)

/** An item as a filing remembers it. */
const itemSchema = z.strictObject({
  key, name: z.string().max(500),
  /** The table it is a column of; null for one that stands once. */
  table: key.nullable(),
  /** Decimals of a number, −1 for what is no number, null where nobody knows. */
  decimals: z.int().min(-1).max(20).nullable(),
})

/** What a draft has to know of the pack it was filled under, to be brought to a newer version when that pack is gone: its items by name. */
export const packSheetSchema = z.strictObject({ id: key, version: z.string().max(20), items: z.array(itemSchema).max(5000), tables: z.array(key).max(200) })
export type PackSheet = Readonly<z.infer<typeof packSheetSchema>>
export type SheetItem = Readonly<z.infer<typeof itemSchema>>

const made = new WeakMap<Pack, PackSheet>()
const indexed = new WeakMap<PackSheet, ReadonlyMap<string, SheetItem>>()

/** The sheet of a pack; the same object for the same pack. */
export function sheetOf(pack: Pack): PackSheet {
  const known = made.get(pack)
  if (known) return known
  const { scalars, tables } = lookup(pack)
  const items = [...scalars, ...tables.flatMap(table => table.columns)]
    .map(({ item, table, numeric, decimals }) => ({ key: item.key, name: item.name, table: table?.key ?? null, decimals: numeric ? decimals : -1 }))
  const sheet: PackSheet = { id: pack.id, version: pack.version, items, tables: tables.map(({ table }) => table.key) }
  made.set(pack, sheet)
  return sheet
}

/** An item of a sheet by key. */
export function sheetItem(sheet: PackSheet, name: string): SheetItem | undefined {
  const index = indexed.get(sheet) ?? new Map(sheet.items.map(item => [item.key, item]))
  indexed.set(sheet, index)
  return index.get(name)
}

/** The sheet of a filing from before sheets were kept: what the pack that is here knows, and the other items it holds under their own keys. */
export function sheetFrom(pack: Pack, held: readonly string[]): PackSheet {
  const own = sheetOf(pack)
  const index = lookup(pack)
  const others = [...new Set(held)].filter(name => sheetItem(own, name) === undefined)
    .map(name => ({ key: name, name, table: index.item(index.keyOf(name) ?? '')?.table?.key ?? null, decimals: null }))
  return { ...own, version: '', items: [...own.items, ...others] }
}
