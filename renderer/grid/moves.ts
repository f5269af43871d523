import type { Step } from './keys.ts'

/** One place of the grid; `skip` is passed over by Tab and Enter (computed, read-only). */
export interface Spot { readonly id: string; readonly skip: boolean }
/** Rows of spots, as they stand on the screen. */
export type Field = readonly (readonly Spot[])[]

const find = (field: Field, id: string): readonly [number, number] | null => {
  for (const [r, row] of field.entries()) {
    const c = row.findIndex((spot) => spot.id === id)
    if (c >= 0) return [r, c]
  }
  return null
}

const line = (field: Field, id: string, by: 1 | -1): string | null => {
  const all = field.flat()
  for (let i = all.findIndex((spot) => spot.id === id) + by; i >= 0 && i < all.length; i += by) {
    const spot = all[i]
    if (spot && !spot.skip) return spot.id
  }
  return null
}

const column = (field: Field, [r, c]: readonly [number, number], by: number, skip: boolean): string | null => {
  for (let i = r + by; i >= 0 && i < field.length; i += Math.sign(by)) {
    const spot = field[i]?.[Math.min(c, (field[i]?.length ?? 1) - 1)]
    if (spot && !(skip && spot.skip)) return spot.id
  }
  return by > 1 || by < -1 ? (field.at(by > 0 ? -1 : 0)?.[c]?.id ?? null) : null
}

const PAGE = 15

/** The cell a step leads to, or null when there is none. `enter` passes over cells that cannot be filled. */
export const moveFrom = (field: Field, id: string, step: Step, enter = false): string | null => {
  const at = find(field, id)
  if (!at) return null
  const [r, c] = at
  switch (step) {
    case 'up': return column(field, at, -1, enter)
    case 'down': return column(field, at, 1, enter)
    case 'left': return field[r]?.[c - 1]?.id ?? null
    case 'right': return field[r]?.[c + 1]?.id ?? null
    case 'next': return line(field, id, 1)
    case 'previous': return line(field, id, -1)
    case 'first': return field[0]?.[0]?.id ?? null
    case 'last': return field.at(-1)?.at(-1)?.id ?? null
    case 'pageUp': return column(field, at, -PAGE, false)
    case 'pageDown': return column(field, at, PAGE, false)
    case 'rowStart': return field[r]?.[0]?.id ?? null
    case 'rowEnd': return field[r]?.at(-1)?.id ?? null
    case 'stay': return id
  }
}
