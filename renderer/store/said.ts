import { create } from 'zustand'
import { useFiling } from './filing.ts'

interface SaidSlice {
  readonly sentence: string | null
  /** When the filing was saved last as it was said. */
  readonly savedAt: string | null
  /** Says in the status bar what was done; it stays until the next such sentence or change. */
  readonly say: (sentence: string | null) => void
}

/** The last thing done to several cells at once, in words. */
export const useSaid = create<SaidSlice>((set) => ({ sentence: null, savedAt: null, say: (sentence) => set({ sentence, savedAt: useFiling.getState().view?.savedAt ?? null }) }))
