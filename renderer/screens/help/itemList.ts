import type { Item, Pack } from '../../../core/pack/schema.ts'
import { matchOptions } from '../../grid/match.ts'
import type { Initials } from '../../grid/match.ts'
import { codeOf } from '../../store/catalog.ts'

/** An item of the pack with the code people call it by and the form it stands on. */
export interface Entry { readonly code: string; readonly item: Item; readonly form: string }

/** Every item and column of a pack, in the order of the forms. */
export const entriesOf = (pack: Pack): readonly Entry[] =>
  pack.forms.flatMap((form) => [...form.items, ...form.tables.flatMap((table) => table.columns)].map((item) => ({ code: codeOf(pack, item.key), item, form: form.no })))

/** Entries found by code, name or pinyin initials, then those whose explanation has the words; all of them when nothing is typed. */
export const findEntries = (entries: readonly Entry[], typed: string, initials: Initials): readonly Entry[] => {
  const query = typed.trim().toLowerCase()
  if (query === '') return entries
  const options = entries.map((entry, at) => ({ code: entry.code, name: entry.item.name, at }))
  const byName = matchOptions(options, query, initials, entries.length).map(({ option }) => options.find((each) => each === option)?.at ?? -1)
  const inside = entries.flatMap((entry, at) => (!byName.includes(at) && entry.item.explanation.toLowerCase().includes(query) ? [at] : []))
  return [...byName, ...inside].flatMap((at) => entries[at] ?? [])
}
