import { create } from 'zustand'
import type { PasteChoices } from '../../../core/paste/ops.ts'
import type { Matrix } from '../../../core/paste/matrix.ts'
import type { PasteOptions, PasteTarget } from '../../../core/paste/plan.ts'

/** A copy waiting in the preview: what was copied, where it goes, and what the clerk chose so far. */
export interface Pasting {
  readonly matrix: Matrix
  readonly source: 'clipboard' | 'excel' | 'wps'
  readonly filing: number
  readonly form: string
  readonly target: PasteTarget
  readonly options: PasteOptions
  readonly choices: PasteChoices
  /** Whether the clerk said what unit the amounts are in. */
  readonly unitSaid: boolean
}

interface PastingSlice {
  readonly pasting: Pasting | null
  /** The dialog that waits for a paste into this table, by its first column. */
  readonly asking: { readonly form: string; readonly item: string } | null
  readonly open: (pasting: Pasting) => void
  readonly ask: (asking: PastingSlice['asking']) => void
  readonly option: (options: PasteOptions) => void
  readonly unit: (yuan: boolean) => void
  readonly choose: (place: string, text: string | null | undefined) => void
  readonly close: () => void
}

type Change = (change: (now: Pasting) => Pasting) => void
const without = (choices: PasteChoices, place: string): PasteChoices => Object.fromEntries(Object.entries(choices).filter(([key]) => key !== place))

/** The paste that is being looked at; nothing is written while it is here. */
export const usePasting = create<PastingSlice>((set, get) => {
  const change: Change = (next) => {
    const { pasting } = get()
    if (pasting) set({ pasting: next(pasting) })
  }
  return {
    pasting: null,
    asking: null,
    open: (pasting) => set({ pasting, asking: null }),
    ask: (asking) => set({ asking }),
    option: (options) => change((now) => ({ ...now, options: { ...now.options, ...options } })),
    unit: (yuan) => change((now) => ({ ...now, unitSaid: true, options: { ...now.options, yuan } })),
    choose: (place, text) => change((now) => ({ ...now, choices: text === undefined ? without(now.choices, place) : { ...now.choices, [place]: text } })),
    close: () => set({ pasting: null }),
  }
})
