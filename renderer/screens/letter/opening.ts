import { create } from 'zustand'
import type { LetterOpened } from '../../../core/contract/letters.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'

interface OpeningSlice {
  readonly busy: boolean
  readonly path: string | null
  readonly opened: LetterOpened | null
  readonly problem: Problem | null
  /** Puts the answer away. */
  readonly close: () => void
}

/** A regulator's letter that is being opened, and what came of it. */
export const useOpening = create<OpeningSlice>((set) => ({ busy: false, path: null, opened: null, problem: null, close: () => set({ opened: null, problem: null, path: null }) }))

/** Opens a letter from a path; `confirmKey` says that somebody has compared the fingerprint of a new key. */
export const openLetter = async (path: string, confirmKey = false): Promise<void> => {
  if (useOpening.getState().busy) return
  useOpening.setState({ busy: true, path, opened: null, problem: null })
  const answer = await call('letter.open', { path, ...(confirmKey ? { confirmKey } : {}) })
  if (answer.ok) {
    await useApp.getState().load()
    if (useFiling.getState().view?.filing === answer.value.filing) await useFiling.getState().open(answer.value.filing)
  }
  useOpening.setState(answer.ok ? { busy: false, opened: answer.value } : { busy: false, problem: answer.problem })
}

/** Lets the user choose a letter. */
export const openLetterFile = async (title: string = t.letter.openTitle): Promise<void> => {
  const [path] = await dialog('dialog.open', { title, kinds: 'xlsx', many: false })
  if (path) await openLetter(path)
}
