import { create } from 'zustand'
import type { Field } from '../moves.ts'
import { idsIn, placeIn, rangeBetween, sizeOf } from './range.ts'
import type { Range } from './range.ts'

/** The cells that can be selected together: a form's 本年 column, or a repeating table. */
export interface Surface { readonly form: string; readonly table: string | null; readonly field: Field }

interface SelectionSlice {
  readonly surface: Surface | null
  /** The cell with the caret, where the selection begins. */
  readonly anchor: string | null
  readonly head: string | null
  /** The rectangle, only while it has more than one cell. */
  readonly range: Range | null
  readonly dragging: boolean
  readonly show: (surface: Surface | null) => void
  readonly start: (id: string) => void
  readonly extendTo: (id: string) => void
  readonly all: () => void
  readonly collapse: () => void
  readonly release: () => void
}

type Ends = Pick<SelectionSlice, 'surface' | 'anchor' | 'head'>
const ranged = ({ surface, anchor, head }: Ends): Range | null => {
  const range = surface && anchor !== head ? rangeBetween(surface.field, anchor, head) : null
  return sizeOf(range) > 1 ? range : null
}
const same = (a: Range | null, b: Range | null): boolean => a === b || (a !== null && b !== null && a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right)

/** Which cells of the open form or table are selected. */
export const useSelection = create<SelectionSlice>((set, get) => {
  const put = (ends: Partial<Ends>): void => {
    const range = ranged({ ...get(), ...ends })
    set({ ...ends, range: same(range, get().range) ? get().range : range })
  }
  return {
    surface: null,
    anchor: null,
    head: null,
    range: null,
    dragging: false,
    show: (surface) => {
      const { surface: old } = get()
      const stays = old !== null && surface !== null && old.form === surface.form && old.table === surface.table
      put(stays ? { surface } : { surface, anchor: null, head: null })
    },
    start: (id) => put({ anchor: id, head: id }),
    extendTo: (id) => put({ head: id, ...(get().anchor === null ? { anchor: id } : {}) }),
    all: () => {
      const field = get().surface?.field
      put({ anchor: field?.[0]?.[0]?.id ?? null, head: field?.at(-1)?.at(-1)?.id ?? null })
    },
    collapse: () => put({ head: get().anchor }),
    release: () => set({ dragging: false }),
  }
})

/** The selected cells, row by row; null while only one is. */
export const selectedCells = (): readonly (readonly string[])[] | null => {
  const { surface, range } = useSelection.getState()
  return surface && range ? idsIn(surface.field, range) : null
}

/** The part of the selection that a row shows, as its cells' range; the same text as long as nothing changes for the row. */
export const useRowRange = (id: string | undefined): string =>
  useSelection(({ surface, range }) => {
    const at = surface && range && id !== undefined ? placeIn(surface.field, id) : null
    return at && range && at[0] >= range.top && at[0] <= range.bottom ? `${range.left}/${range.right}/${at[0] === range.top ? 't' : ''}${at[0] === range.bottom ? 'b' : ''}` : ''
  })

/** The class names of one cell of a row with that part. */
export const cellClasses = (part: string, column: number): string => {
  const [left, right, rims = ''] = part.split('/')
  if (part === '' || column < Number(left) || column > Number(right)) return ''
  return `sel ${rims.includes('t') ? 'sel-t ' : ''}${rims.includes('b') ? 'sel-b ' : ''}${column === Number(left) ? 'sel-l ' : ''}${column === Number(right) ? 'sel-r' : ''}`
}
