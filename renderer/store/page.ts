import { create } from 'zustand'

interface PageSlice {
  /** How wide the window is for the layout. */
  readonly size: 'narrow' | 'normal' | 'wide'
}

/** Facts of the window that the layout follows. */
export const usePage = create<PageSlice>(() => ({ size: 'normal' }))
