import { create } from 'zustand'

interface SaidSlice {
  readonly sentence: string | null
  /** Says in the status bar what was done; it stays until the next such sentence or change. */
  readonly say: (sentence: string | null) => void
}

/** The last thing done to several cells at once, in words. */
export const useSaid = create<SaidSlice>((set) => ({ sentence: null, say: (sentence) => set({ sentence }) }))
