import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { Payload } from '../submission/payload.ts'
import { cellName, forPeople, type Cells } from './cells.ts'

/** A query that was sent, as far as an answer needs it. */
export interface Asked { readonly id: string; readonly item: string | null; readonly row: number | null }
/** What a newer submission says to a query. */
export interface Answered { readonly id: string; readonly text: string }

/** Which sent queries a newer submission answers: those its answers name, those whose cell changed, and questions on the whole. */
export function answersTo(pack: Pack, asked: readonly Asked[], given: { readonly payload: Pick<Payload, 'answers' | 'reason'>; readonly before: Cells; readonly now: Cells }): readonly Answered[] {
  const said = new Map(given.payload.answers.map((answer) => [answer.query, answer.text]))
  return asked.flatMap((query) => {
    const text = said.get(query.id) ?? (query.item === null ? (given.payload.reason ?? '') : changeOf(pack, query, given))
    return text === '' ? [] : [{ id: query.id, text }]
  })
}

function changeOf(pack: Pack, { item, row }: Asked, { before, now }: { readonly before: Cells; readonly now: Cells }): string {
  const name = cellName(item ?? '', row)
  const [a, b] = [before.get(name) ?? '', now.get(name) ?? '']
  const entry = lookup(pack).item(item ?? '')
  if (a === b || !entry) return ''
  const show = (text: string): string => (text === '' ? '空白' : forPeople(pack, entry.item, text))
  return `没有写答复，由 ${show(a)} 改为 ${show(b)}。`
}
