import { BOTTOM, LEFT, RIGHT, TOP, type LookName } from './looks.ts'

/** What stands in a cell only after the payload's digest is known. */
export type Proof = 'receipt' | 'digest' | 'signer'

/** One cell of a planned sheet; row and column count from 0. */
export interface PlanCell {
  readonly r: number
  readonly c: number
  readonly look: LookName
  /** Medium edges, see looks.ts. */
  edges: number
  /** '' is a blank cell that only has a look. A numeric cell holds a canonical decimal. */
  readonly text: string
  readonly numeric: boolean
  /** Whether it differs between filings of one pack and layout. */
  readonly vary: boolean
  readonly item: string | null
  readonly row: number | null
  readonly proof: Proof | null
  /** 指标解释, shown as a comment. */
  readonly note: string | null
  /** Choices of the cell, `1 是`. */
  readonly choices: readonly string[] | null
  /** Open for typing in a blank template. */
  readonly input: boolean
}
/** A sheet as plain data; `key` says which layout it has, so that a writer may keep what does not vary. */
export interface SheetPlan {
  readonly name: string
  readonly key: string
  readonly form: string | null
  readonly landscape: boolean
  readonly widths: readonly number[]
  /** Heights in points by row. */
  readonly heights: readonly number[]
  /** Rows that stay in view and repeat on every printed page: [first, last]. */
  readonly head: readonly [number, number] | null
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly cells: readonly PlanCell[]
}

/** A sheet being laid out. */
export interface Draft {
  readonly widths: readonly number[]
  readonly heights: number[]
  readonly merges: [number, number, number, number][]
  readonly cells: PlanCell[]
}
/** An empty sheet with these column widths. */
export const draft = (widths: readonly number[]): Draft => ({ widths, heights: [], merges: [], cells: [] })

export type Extra = Partial<Omit<PlanCell, 'r' | 'c' | 'look' | 'text'>>
/** Where a cell stands: row, first and last column. */
export type Span = readonly [row: number, from: number, to: number]

/** Puts a text into a span of columns of one row, merged if it is more than one. */
export function put(sheet: Draft, [r, from, to]: Span, look: LookName, content: Extra & { readonly text: string }): void {
  sheet.cells.push({ r, c: from, look, edges: 0, numeric: false, vary: false, item: null, row: null, proof: null, note: null, choices: null, input: false, ...content })
  for (let c = from + 1; c <= to; c++) blank(sheet, r, c, look)
  if (to > from) sheet.merges.push([r, from, r, to])
}

/** A blank cell that carries a look. */
export function blank(sheet: Draft, r: number, c: number, look: LookName): void {
  sheet.cells.push({ r, c, look, edges: 0, text: '', numeric: false, vary: false, item: null, row: null, proof: null, note: null, choices: null, input: false })
}

/** Draws a medium frame around rows `top` to `bottom` over all given columns. */
export function frame(sheet: Draft, [top, bottom]: readonly [number, number], [left, right]: readonly [number, number]): void {
  for (const cell of sheet.cells) {
    if (cell.r < top || cell.r > bottom || cell.c < left || cell.c > right) continue
    cell.edges |= (cell.r === top ? TOP : 0) | (cell.r === bottom ? BOTTOM : 0) | (cell.c === left ? LEFT : 0) | (cell.c === right ? RIGHT : 0)
  }
}

/** The width of a text in half-width characters: CJK counts two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}

/** How many lines a text takes in a cell of a width. */
export function linesOf(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(widthOf(line) / Math.max(4, width - 2)))
  return lines
}

/** Height in points of a row with so many lines. */
export const heightOf = (lines: number, one = 15): number => Math.min(409, lines <= 1 ? one : one + (lines - 1) * 13.5)

/** Finishes a sheet; cells come out in reading order. */
export function done(sheet: Draft, of: Pick<SheetPlan, 'name' | 'key' | 'form' | 'landscape' | 'head'>): SheetPlan {
  const cells = sheet.cells.sort((a, b) => a.r - b.r || a.c - b.c)
  const rows = cells.at(-1)?.r ?? 0
  const heights = Array.from({ length: rows + 1 }, (_, r) => sheet.heights[r] ?? 15)
  const varying = cells.reduce((count, cell) => count + (cell.vary ? 1 : 0), 0)
  return { ...of, key: `${of.key}|${cells.length}:${varying}|${heights.join(',')}`, widths: sheet.widths, heights, merges: sheet.merges, cells }
}

/** A column's letters. */
export const columnName = (c: number): string => (c < 26 ? '' : columnName(Math.floor(c / 26) - 1)) + String.fromCharCode(65 + (c % 26))

/** A cell's reference, `D12`. */
export const refOf = (r: number, c: number): string => `${columnName(c)}${r + 1}`

/** A name that every spreadsheet program takes for a sheet. */
export const sheetName = (text: string): string => text.replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, 31)
