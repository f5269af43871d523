import { problem } from '../problem.ts'
import { no, ok, type Result } from '../result.ts'

/** Rows of texts, all of one width, as copied. */
export type Matrix = readonly (readonly string[])[]

/** The most cells that one copy may hold. */
export const MOST_CELLS = 20_000

/** Pads rows to the widest and leaves out blank rows and columns at the end; refuses nothing and too much. */
export function squared(rows: readonly (readonly string[])[]): Result<Matrix> {
  const filled = rows.map(row => row.findLastIndex(text => text.trim() !== '') + 1)
  const height = filled.findLastIndex(n => n > 0) + 1
  const width = filled.reduce((most, n) => Math.max(most, n), 0)
  if (height === 0) return no(problem('paste-empty'))
  if (height * width > MOST_CELLS) return no(problem('paste-too-big', { count: height * width, limit: MOST_CELLS }))
  return ok(rows.slice(0, height).map(row => Array.from({ length: width }, (_, c) => row[c] ?? '')))
}

/** Columns become rows. */
export const transposed = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, c) => matrix.map(row => row[c] ?? ''))
