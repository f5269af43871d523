import { normaliseTyped, readScaled } from '../amount.ts'
import type { FilingData } from '../filing/filing.ts'
import { ownText } from '../formula/sheet.ts'
import { lookup, type Entry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'

/** Values of a filing as the ledger keeps them, one column a list: item, row (0 for what stands once), scaled number, text. */
export interface ValueColumns { readonly items: string[]; readonly rows: number[]; readonly nums: (number | bigint | null)[]; readonly texts: (string | null)[] }

/** What a filing says, on the forms that apply, with its computed items as they were computed here. Blanks are left out; a figure that cannot be read keeps its text. */
export function valuesOf(pack: Pack, data: FilingData, of: { readonly computed: Readonly<Record<string, string | null>>; readonly applies: ReadonlySet<string> }): ValueColumns {
  const index = lookup(pack)
  const columns: ValueColumns = { items: [], rows: [], nums: [], texts: [] }
  const put = (entry: Entry, row: number, typed: string | null | undefined): void => {
    const text = typed?.trim() ?? ''
    if (text === '') return
    const num = entry.numeric ? readScaled(normaliseTyped(text), entry.decimals) : null
    columns.items.push(entry.item.key)
    columns.rows.push(row)
    columns.nums.push(num)
    columns.texts.push(num === null ? text : null)
  }
  for (const entry of index.scalars) {
    if (entry.form === null || of.applies.has(entry.formNo)) put(entry, 0, entry.computed ? of.computed[entry.item.key] : ownText(data.values, entry.item.key))
  }
  for (const table of index.tables) {
    if (!of.applies.has(table.form.no)) continue
    for (const row of data.tables[table.table.key] ?? []) for (const entry of table.columns) put(entry, row.id, ownText(row.cells, entry.item.key))
  }
  return columns
}
