import type { FilingView } from '../../core/contract.ts'
import type { QueryView } from '../../core/contract/letters.ts'
import type { CellRef } from '../../core/filing/filing.ts'
import { canonical, isCorrected, sealedText } from '../../core/letter/answers.ts'
import type { Item } from '../../core/pack/schema.ts'
import { catalogOf } from '../store/catalog.ts'
import { cellId } from '../store/cellId.ts'

/** The queries on the newest submission, that wait for an answer or have one that goes with the next. */
export const standingQueries = ({ letters, submitNo, state }: FilingView): readonly QueryView[] =>
  (state === 'returned' || state === 'reopened' ? letters.queries.filter((query) => query.submitNo === submitNo && query.answeredIn === null) : [])

/** Whether a query has neither a reply nor a corrected cell. */
export const isWaiting = (view: FilingView, query: QueryView): boolean => {
  const { sealed } = view.letters
  return query.reply === '' && (sealed === null || !isCorrected(view.pack, { now: view, sealed }, query))
}

const inOrder = (view: FilingView, queries: readonly QueryView[]): readonly QueryView[] => {
  if (queries.length < 2) return queries
  const order = new Map([...catalogOf(view.pack).places.keys()].map((key, at) => [key, at]))
  return queries.toSorted((a, b) => (order.get(a.item) ?? Infinity) - (order.get(b.item) ?? Infinity) || (a.row ?? 0) - (b.row ?? 0))
}

const made = new WeakMap<FilingView, readonly (QueryView & CellRef)[]>()

/** The queries that wait for an answer, in the order of the forms. */
export const openQueries = (view: FilingView): readonly (QueryView & CellRef)[] => {
  const known = made.get(view) ?? inOrder(view, standingQueries(view).filter((query) => isWaiting(view, query)))
  made.set(view, known)
  return known
}

const byCell = new WeakMap<readonly (QueryView & CellRef)[], ReadonlyMap<string, number>>()

/** How many queries wait at a cell. */
export const waitingAt = (view: FilingView, id: string): number => {
  const open = openQueries(view)
  const counts = byCell.get(open) ?? open.reduce((map, { item, row }) => map.set(cellId(item, row), (map.get(cellId(item, row)) ?? 0) + 1), new Map<string, number>())
  byCell.set(open, counts)
  return counts.get(id) ?? 0
}

/** What a cell was sealed with where it differs now, '' for a blank; null where nothing differs or nothing was sealed. */
export const sealedBefore = ({ pack, letters: { sealed } }: FilingView, item: Item, row: number | null, text: string): string | null => {
  if (sealed === null) return null
  const before = sealedText(pack, sealed, item.key, row)
  const now = item.required === 'computed' ? text : canonical(pack, item.key, text)
  return before === null || before === now ? null : before
}

/** Every query ever put on a cell, oldest first. */
export const threadAt = ({ letters }: FilingView, item: string, row: number | null): readonly QueryView[] => letters.queries.filter((query) => query.item === item && query.row === row)
