import type { FilingData, Prior } from '../filing/filing.ts'
import type { Pack } from '../pack/schema.ts'
import type { PasteWords } from '../text/paste.ts'
import type { Matrix } from './matrix.ts'

/** Where the paste starts and in which order items (of the form, or columns of the table) stand on the screen; `row` null is behind the last row. */
export interface PasteTarget { readonly item: string; readonly row: number | null; readonly order?: readonly string[] }
/** What a person chose in the preview; everything may be left out. */
export interface PasteOptions {
  /** 粘贴自“元”: bare numbers of items in 万元 are 元; a list names the items. */
  readonly yuan?: boolean | readonly string[]
  /** Item of each column of the copy, null for one that is not written. */
  readonly columns?: readonly (string | null)[]
  /** Rows one below the other from the start, or each to the row of the same key. */
  readonly match?: 'position' | 'key'
  /** Codes chosen for texts that fit none. */
  readonly codes?: Readonly<Record<string, string>>
  /** A blank in the copy clears a cell (as in Excel, the default) or leaves it. */
  readonly blanks?: 'clear' | 'keep'
  readonly transpose?: boolean
}
export interface PasteInput {
  readonly pack: Pack
  readonly data: FilingData
  readonly computed: Readonly<Record<string, string | null>>
  readonly prior: Prior | null
  readonly matrix: Matrix
  readonly target: PasteTarget
  readonly options?: PasteOptions
}

/** What happens to a cell: nothing new; a blank one filled; a text replaced; filled in a row that is added; kept as text and marked; not taken; passed over; taken once its row is known. */
export const verdicts = ['same', 'fill', 'changed', 'new-row', 'text', 'refused', 'skipped', 'waiting'] as const
export type PasteVerdict = (typeof verdicts)[number]
export interface PlanCell {
  /** Place in the copy. */
  readonly r: number
  readonly c: number
  readonly item: string | null
  /** Row id, null for an item that stands once or a row that is added. */
  readonly row: number | null
  /** Which of the added rows, from 0. */
  readonly added: number | null
  readonly pasted: string
  readonly old: string
  /** The text that will stand there. */
  readonly now: string
  readonly verdict: PasteVerdict
  /** Why it is kept as text, refused, passed over. */
  readonly words: PasteWords | null
  /** How the text was converted, if it was. */
  readonly converted: PasteWords | null
  /** Worth a look: ten times what it was. */
  readonly notice: PasteWords | null
  /** A text that would fit, for 改为 3. */
  readonly suggest: string | null
}
/** The question that is asked when figures look like 元; nothing is converted without the answer. */
export interface UnitQuestion {
  readonly items: readonly string[]
  /** So many of the compared figures are about 10,000 times as large, between `low` and `high` times. */
  readonly hits: number
  readonly compared: number
  readonly low: number
  readonly high: number
  readonly against: 'present' | 'prior'
  readonly example: { readonly from: string; readonly to: string }
}
export interface PastePlan {
  readonly cells: readonly PlanCell[]
  /** The table pasted into, null for the items of a form. */
  readonly table: string | null
  readonly columns: readonly (string | null)[]
  /** Headings of the copy by column, when it has them. */
  readonly headings: readonly string[] | null
  readonly match: 'position' | 'key' | 'label'
  readonly addedRows: number
  readonly counts: Readonly<Record<PasteVerdict | 'converted' | 'notice' | 'writes', number>>
  readonly unit: UnitQuestion | null
}
