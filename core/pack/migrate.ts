import type { Edit } from '../filing/edit.ts'
import type { FilingData } from '../filing/filing.ts'
import { carrySheet, type Lost } from './carry.ts'
import { lookup } from './lookup.ts'
import type { Carry, Pack } from './schema.ts'
import { sheetItem, type PackSheet } from './sheet.ts'

/** What a newer version of a year's pack does to a draft: the cells that take another key, and what has no place any more. */
export interface Migration { readonly edits: readonly Edit[]; readonly lost: readonly Lost[] }

/** The step that brings a draft from one version of its year's pack to another. Nothing is deleted: what has no place stays stored and is listed, once. */
export function migrateFiling(from: PackSheet, to: Pack, data: FilingData): Migration {
  const carried = carrySheet(from, withOwnCarry(from, to), data)
  const single = moved(data.values, carried.data.values, null, null)
  const rows = Object.entries(carried.data.tables).flatMap(([table, list]) => list.flatMap((row) => {
    const before = data.tables[table]?.find((one) => one.id === row.id)
    return before ? moved(before.cells, row.cells, table, row.id) : []
  }))
  return { edits: [...single, ...rows], lost: carried.lost.filter((one) => sheetItem(from, one.item) !== undefined) }
}

function moved(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, table: string | null, row: number | null): readonly Edit[] {
  return Object.entries(after).flatMap(([item, now]): readonly Edit[] => {
    const old = before[item] ?? ''
    return old === now ? [] : [{ kind: 'cell', table, item, row, old, now }]
  })
}

/** What the pack says of its own earlier versions, and the renames that its aliases tell of. */
function withOwnCarry(from: PackSheet, to: Pack): Pack {
  const said: Carry = to.carry.find((rule) => rule.from === from.id) ?? { from: from.id, renamed: [], split: [], dropped: [] }
  const index = lookup(to)
  const named = new Set([...said.renamed, ...said.split, ...said.dropped].map((one) => one.old))
  const byAlias = from.items.flatMap(({ key: old }) => {
    const now = index.keyOf(old)
    return now === undefined || now === old || named.has(old) ? [] : [{ old, now }]
  })
  return { ...to, carry: [...to.carry.filter((rule) => rule.from !== from.id), { ...said, renamed: [...said.renamed, ...byAlias] }] }
}
