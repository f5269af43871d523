import { create } from 'zustand'
import type { Chapter } from './chapters.ts'

/** The parts of the help. */
export const helpParts = ['screen', 'keys', 'items', 'manual', 'note'] as const
export type HelpPart = (typeof helpParts)[number]

interface HelpSlice {
  readonly open: boolean
  readonly part: HelpPart
  /** A chapter of the manual; null is the list of chapters. */
  readonly chapter: Chapter | null
  /** The unit whose handover note is wanted; null is that of the open filing. */
  readonly unit: number | null
  readonly showNote: (unit: number) => void
  readonly show: (part?: HelpPart, chapter?: Chapter | null) => void
  readonly hide: () => void
  readonly read: (chapter: Chapter | null) => void
}

let before: HTMLElement | null = null

/** The help beside the screen: whether it is open, and where. Closing gives the focus back. */
export const useHelp = create<HelpSlice>((set, get) => ({
  open: false,
  part: 'screen',
  chapter: null,
  unit: null,
  showNote: (unit) => {
    get().show('note')
    set({ unit })
  },
  show: (part = 'screen', chapter = null) => {
    if (!get().open) before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    set({ open: true, part, chapter, unit: null })
  },
  hide: () => {
    set({ open: false })
    if (before?.isConnected) before.focus()
    before = null
  },
  read: (chapter) => set({ chapter }),
}))

/** F1 outside a cell and Shift F1 anywhere open and close the help; in a cell F1 is the item's explanation. */
export const helpKey = (shift: boolean, inCell: boolean): boolean => {
  if (inCell && !shift) return false
  const { open, show, hide } = useHelp.getState()
  if (open) hide()
  else show()
  return true
}
