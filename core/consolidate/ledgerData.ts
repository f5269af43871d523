/** A value as the ledger keeps it: a number in the item's smallest unit, or a text. Blanks are not there. */
export type Held = bigint | string
export type HeldCells = ReadonlyMap<string, Held>

/** Under this a row in memory keeps its number; no item is called so. */
export const rowNumber = '#'

/** One submission in memory, its items under the names of the scope's pack. */
export interface HeldSubmission {
  readonly id: number
  readonly unitId: string
  readonly year: number
  readonly submitNo: number
  readonly state: string
  readonly items: HeldCells
  /** Rows of each repeating table that have a value. */
  readonly tables: ReadonlyMap<string, readonly HeldCells[]>
}
/** What tables are added up from, all of it in memory. */
export interface HeldLedger { readonly submissions: readonly HeldSubmission[]; /** One row a unit of the register: reporting facts by name. */ readonly reporting: readonly HeldCells[] }

/** Which submissions count (forms.md 5): the base set U of a year. */
export interface BaseScope {
  readonly year: number
  /** Leading digits of biz_region. */
  readonly region: string
  readonly basis: 'accepted' | 'received'
  /** qual_level, or all. */
  readonly level: 'all' | '1' | '2' | '3'
}
/** The states that count (D9). */
export const countingStates = (basis: BaseScope['basis']): readonly string[] => (basis === 'accepted' ? ['accepted'] : ['accepted', 'in_review', 'received'])
/** A figure of one aggregate: its value, how many units are in it with more or less than 0, and the largest part of one. */
export interface AggregateFigure { readonly value: bigint | null; readonly units: number; readonly largest: bigint }
