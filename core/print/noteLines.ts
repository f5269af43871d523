import { lookup } from '../pack/lookup.ts'
import { heading, placeOf, rowOf, type FindingLine } from './findingRows.ts'
import type { PrintInput } from './input.ts'

/** The notes that go with the submission, then the answers to queries, each under a heading of their own; none when there are none. */
export function noteLines(input: PrintInput): readonly FindingLine[] {
  const { notes, answers = [] } = input
  return [
    ...said(input, { title: `填报说明（附注）　${notes.length} 条`, kind: '附注' }, notes),
    ...said(input, { title: `对查询的答复　${answers.length} 条`, kind: '答复' }, answers.map(answer => ({ ...answer, about: `（查询 ${answer.query}）` }))),
  ]
}

type Said = PrintInput['notes'][number] & { readonly about?: string }

function said(input: PrintInput, as: { readonly title: string; readonly kind: string }, list: readonly Said[]): readonly FindingLine[] {
  if (list.length === 0) return []
  const index = lookup(input.pack)
  const rows = list.flatMap(({ item, row, text, about = '' }) => {
    const table = index.item(item)?.table
    const cells = table ? input.data.tables[table.key]?.find((each) => each.id === row)?.cells : undefined
    return rowOf(['#', '', as.kind, placeOf(input, item, table ? (cells?.[table.rowKey] ?? null) : null), `${index.item(item)?.item.name ?? item}${about}`, text])
  })
  return [heading(as.title), ...rows]
}
