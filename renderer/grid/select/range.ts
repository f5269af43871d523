import type { Way } from '../keys.ts'
import type { Field } from '../moves.ts'

/** A rectangle of cells; both ends belong to it. */
export interface Range { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
type At = readonly [number, number]

const places = new WeakMap<Field, ReadonlyMap<string, At>>()
/** Where a cell stands in a field, or null. */
export const placeIn = (field: Field, id: string): At | null => {
  const have = places.get(field) ?? new Map(field.flatMap((row, r) => row.map((spot, c) => [spot.id, [r, c] as const] as const)))
  places.set(field, have)
  return have.get(id) ?? null
}

/** The rectangle between two cells; null when one of them is not there. */
export const rangeBetween = (field: Field, a: string | null, b: string | null): Range | null => {
  const [from, to] = [a === null ? null : placeIn(field, a), b === null ? null : placeIn(field, b)]
  if (!from || !to) return null
  return { top: Math.min(from[0], to[0]), bottom: Math.max(from[0], to[0]), left: Math.min(from[1], to[1]), right: Math.max(from[1], to[1]) }
}

/** How many cells a rectangle has. */
export const sizeOf = (range: Range | null): number => (range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0)

/** The cells of a rectangle, row by row. */
export const idsIn = (field: Field, range: Range): readonly (readonly string[])[] =>
  field.slice(range.top, range.bottom + 1).map((row) => row.slice(range.left, range.right + 1).map((spot) => spot.id))

const deltas: Readonly<Record<Way, At>> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }

/** The neighbour of a cell, or the cell itself at the rim. */
export const beside = (field: Field, id: string, way: Way): string => {
  const at = placeIn(field, id)
  const [dr, dc] = deltas[way]
  return (at && field[at[0] + dr]?.[at[1] + dc]?.id) ?? id
}

/** Where Ctrl and an arrow lead: to the end of the filled block, over a gap to the next filled cell, or to the rim. */
export const edgeFrom = (field: Field, id: string, way: Way, filled: (id: string) => boolean): string => {
  const next = beside(field, id, way)
  if (next === id) return id
  const inside = filled(id) && filled(next)
  let here = next
  for (let on = beside(field, here, way); on !== here; on = beside(field, here, way)) {
    if (inside ? !filled(on) : filled(here)) return here
    here = on
  }
  return here
}
