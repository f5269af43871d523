import type { RegionCodes } from '../identity/region.ts'
import type { Form, Item, Pack, Table } from './schema.ts'

/** A code and its name. */
export interface Coded { readonly code: string; readonly name: string }

/** An item, column or sign-off field, and where it stands. */
export interface Entry {
  readonly item: Item
  /** null for the sign-off. */
  readonly form: Form | null
  /** The form's number, or `signoff`: what a CellRef calls it. */
  readonly formNo: string
  readonly table: Table | null
  /** Position among the scalars (tableAt −1) or among the table's columns. */
  readonly at: number
  /** Position of the form in the pack, −1 for the sign-off. */
  readonly formAt: number
  readonly tableAt: number
  /** Position in the pack over everything, to sort by. */
  readonly order: number
  readonly numeric: boolean
  readonly decimals: number
  readonly computed: boolean
  /** Allowed codes with their names; null when the item is not coded. */
  readonly codes: ReadonlyMap<string, string> | null
}
/** A repeating table and its columns. */
export interface TableEntry {
  readonly table: Table
  readonly form: Form
  readonly at: number
  readonly formAt: number
  readonly columns: readonly Entry[]
  readonly byKey: ReadonlyMap<string, Entry>
  readonly rowKey: Entry
}
/** Everything of a pack by key; made once a pack. */
export interface PackIndex {
  readonly pack: Pack
  readonly scalars: readonly Entry[]
  readonly tables: readonly TableEntry[]
  readonly forms: readonly Form[]
  item(key: string): Entry | undefined
  table(key: string): TableEntry | undefined
  formAt(no: string): number
  /** Key for a key or an alias. */
  keyOf(name: string): string | undefined
  enumOf(item: Item): readonly Coded[]
  isNumeric(item: Item): boolean
  readonly regions: RegionCodes
  readonly industries: ReadonlySet<string>
}

const made = new WeakMap<Pack, PackIndex>()

/** The index of a pack; the same object for the same pack. */
export function lookup(pack: Pack): PackIndex {
  const known = made.get(pack)
  if (known) return known
  const index = build(pack)
  made.set(pack, index)
  return index
}

/** Whether an item holds a number. */
export function isNumeric(item: Item): boolean {
  return item.type === 'integer' || item.type === 'decimal'
}

/** The codes an item takes, in order; empty when it is not coded. */
export function enumOf(pack: Pack, item: Item): readonly Coded[] {
  if (item.enum) return item.enum
  if (item.enumRef === undefined) return []
  const except = new Set(item.enumExcept ?? [])
  return (Object.hasOwn(pack.codes, item.enumRef) ? (pack.codes[item.enumRef] ?? []) : []).filter((c) => !except.has(c.code))
}

/** What is being gathered while a pack is walked. */
interface Draft { readonly pack: Pack; readonly items: Map<string, Entry>; readonly names: Map<string, string>; readonly scalars: Entry[]; readonly tables: TableEntry[] }

function build(pack: Pack): PackIndex {
  const draft: Draft = { pack, items: new Map(), names: new Map(), scalars: [], tables: [] }
  pack.forms.forEach((form, formAt) => {
    for (const item of form.items) draft.scalars.push(add(draft, item, { form, formAt, table: null, at: draft.scalars.length, tableAt: -1 }))
    for (const table of form.tables) draft.tables.push(addTable(draft, table, form, formAt))
  })
  for (const item of pack.signoff) draft.scalars.push(add(draft, item, { form: null, formAt: -1, table: null, at: draft.scalars.length, tableAt: -1 }))
  for (const key of draft.items.keys()) draft.names.set(key, key)
  const tables = new Map(draft.tables.map((t) => [t.table.key, t]))
  const forms = new Map(pack.forms.map((f, i) => [f.no, i]))
  return {
    pack, scalars: draft.scalars, tables: draft.tables, forms: pack.forms,
    item: (key) => draft.items.get(key),
    table: (key) => tables.get(key),
    formAt: (no) => forms.get(no) ?? -1,
    keyOf: (name) => draft.names.get(name),
    enumOf: (item) => enumOf(pack, item),
    isNumeric,
    get regions() { return regionsOf(pack.regions) },
    get industries() { return industriesOf(pack.industries) },
  }
}

/** Packs of several years share their long lists, and so what is made of them, on first use. */
const regionsOf = onceEach((list: Pack['regions']): RegionCodes => new Map(list.map(([code, , state]) => [code, state === 'now'] as const)))
const industriesOf = onceEach((list: Pack['industries']): ReadonlySet<string> => new Set(list.map(([code]) => code)))

function onceEach<A extends object, T>(make: (from: A) => T): (from: A) => T {
  const known = new WeakMap<A, T>()
  return (from) => {
    const found = known.get(from) ?? make(from)
    known.set(from, found)
    return found
  }
}

type Place = Pick<Entry, 'form' | 'formAt' | 'table' | 'at' | 'tableAt'>

function add(draft: Draft, item: Item, place: Place): Entry {
  const numeric = isNumeric(item)
  const coded = item.type === 'code'
  const entry: Entry = {
    item, ...place,
    formNo: place.form?.no ?? 'signoff',
    order: draft.items.size,
    numeric,
    decimals: item.type === 'decimal' ? (item.decimals ?? 2) : 0,
    computed: item.required === 'computed',
    codes: coded ? new Map(enumOf(draft.pack, item).map((c) => [c.code, c.name])) : null,
  }
  draft.items.set(item.key, entry)
  for (const alias of item.aliases ?? []) draft.names.set(alias, item.key)
  return entry
}

function addTable(draft: Draft, table: Table, form: Form, formAt: number): TableEntry {
  const tableAt = draft.tables.length
  const columns = table.columns.map((item, at) => add(draft, item, { form, formAt, table, at, tableAt }))
  const byKey = new Map(columns.map((c) => [c.item.key, c]))
  const rowKey = byKey.get(table.rowKey) ?? (columns[0] as Entry)
  return { table, form, at: tableAt, formAt, columns, byKey, rowKey }
}
