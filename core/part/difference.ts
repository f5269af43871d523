import type { Row } from '../filing/filing.ts'
import type { Remark } from './file.ts'

/** Who changed it since it was given: only they (taken), only I (kept), both (a choice), or both to the same. */
export type PartVerdict = 'theirs' | 'mine' | 'conflict' | 'same'
type Cells = Row['cells']
/** One cell, one row that came or went (its sides are its cells, null where it is not there), something said, or the order of a table's rows by their ids. */
export type PartDifference = Place & { readonly verdict: PartVerdict } & (
  | { readonly kind: 'cell'; readonly item: string; readonly base: string; readonly mine: string; readonly theirs: string }
  | { readonly kind: 'row'; readonly base: Cells | null; readonly mine: Cells | null; readonly theirs: Cells | null; /** What they say about a row that is new. */ readonly said?: readonly Remark[]; /** Where they have a row that is not here. */ readonly stands?: Stand }
  | { readonly kind: 'remark'; readonly about: Remark['kind']; readonly rule: string | null; readonly item: string | null; readonly base: Remark | null; readonly mine: Remark | null; readonly theirs: Remark | null }
  | { readonly kind: 'order'; readonly base: readonly number[]; readonly mine: readonly number[]; readonly theirs: readonly number[] }
)
/** A row's number in their table, and the nearest row before it that is here too; null: the front. */
export interface Stand { readonly at: number; readonly behind: number | null }
/** Where a difference is. */
export interface Place {
  /** What a choice calls it. */
  readonly id: string
  readonly form: string
  readonly table: string | null
  /** The row's id here, also of one that is gone; null for what stands once, for a row that was never here, and for a table as a whole. */
  readonly row: number | null
  readonly rowKey: string | null
}

/** What became of a text on two sides; null where nothing did. */
export const verdictOf = (base: string, mine: string, theirs: string): PartVerdict | null => {
  if (mine === theirs) return base === mine ? null : 'same'
  if (mine === base) return 'theirs'
  return theirs === base ? 'mine' : 'conflict'
}
