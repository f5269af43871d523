import { create } from 'zustand'
import type { CellRef } from '../../core/filing/filing.ts'

interface FocusSlice {
  /** The cell the caret is (or last was) in; the panel follows it. */
  readonly cell: CellRef | null
  /** What is typed there and not committed yet; null when nothing is being edited. */
  readonly draft: string | null
  /** The input method is composing. */
  readonly composing: boolean
  /** A cell that must take the caret as soon as it is drawn. */
  readonly wanted: CellRef | null
  /** Where the caret was before a jump; Esc leads back. */
  readonly back: CellRef | null
  /** The cell to which the caret was sent from a finding of 审核; in it Esc leads back to that. */
  readonly fromFinding: string | null
  readonly focus: (cell: CellRef) => void
  readonly type: (draft: string | null) => void
  readonly compose: (on: boolean) => void
  readonly want: (cell: CellRef | null) => void
  readonly clear: () => void
}

/** The caret: which cell, and the text under it. */
export const useFocus = create<FocusSlice>((set) => ({
  cell: null,
  draft: null,
  composing: false,
  wanted: null,
  back: null,
  fromFinding: null,
  focus: (cell) => set({ cell, draft: null, composing: false }),
  type: (draft) => set({ draft }),
  compose: (composing) => set({ composing }),
  want: (wanted) => set({ wanted }),
  clear: () => set({ cell: null, draft: null, composing: false, wanted: null, back: null, fromFinding: null }),
}))
