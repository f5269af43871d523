import { lookup } from '../pack/lookup.ts'
import { heading, placeOf, rowOf, type FindingLine } from './findingRows.ts'
import type { PrintInput } from './input.ts'

/** The notes that go with the submission, under a heading of their own; none when there are none. */
export function noteLines(input: PrintInput): readonly FindingLine[] {
  if (input.notes.length === 0) return []
  const index = lookup(input.pack)
  const rows = input.notes.flatMap(({ item, row, text }) => {
    const table = index.item(item)?.table
    const cells = table ? input.data.tables[table.key]?.find((each) => each.id === row)?.cells : undefined
    return rowOf(['#', '', '附注', placeOf(input, item, table ? (cells?.[table.rowKey] ?? null) : null), index.item(item)?.item.name ?? item, text])
  })
  return [heading(`填报说明（附注）　${input.notes.length} 条`), ...rows]
}
