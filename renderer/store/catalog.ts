import type { Form, Group, Item, Pack, Table } from '../../core/pack/schema.ts'

/** An item (or a column) and where it stands. */
export interface Place { readonly item: Item; readonly form: Form; readonly table: Table | null; readonly group: Group | null }
/** What the screens look up in a pack. */
export interface Catalog {
  readonly places: ReadonlyMap<string, Place>
  readonly signoff: ReadonlyMap<string, Item>
  readonly tables: ReadonlyMap<string, Place['table']>
}

const build = (pack: Pack): Catalog => {
  const places = new Map<string, Place>()
  const tables = new Map<string, Table>()
  for (const form of pack.forms) {
    const groupOf = new Map(form.groups.flatMap((group) => group.items.map((key) => [key, group] as const)))
    for (const item of form.items) places.set(item.key, { item, form, table: null, group: groupOf.get(item.key) ?? null })
    for (const table of form.tables) {
      tables.set(table.key, table)
      for (const item of table.columns) places.set(item.key, { item, form, table, group: null })
    }
  }
  return { places, tables, signoff: new Map(pack.signoff.map((item) => [item.key, item])) }
}

const known = new WeakMap<Pack, Catalog>()
/** The catalog of a pack, built once. */
export const catalogOf = (pack: Pack): Catalog => {
  const have = known.get(pack)
  if (have) return have
  const made = build(pack)
  known.set(pack, made)
  return made
}

/** Item or sign-off field by key. */
export const itemOf = (pack: Pack, key: string): Item | null => catalogOf(pack).places.get(key)?.item ?? catalogOf(pack).signoff.get(key) ?? null

/** How people name a cell: 301.12, 302.D, or the name of a sign-off field. */
export const codeOf = (pack: Pack, key: string): string => {
  const place = catalogOf(pack).places.get(key)
  if (!place) return ''
  return `${place.table ? place.table.no : place.form.no}.${place.item.no}`
}
