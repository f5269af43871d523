import { create } from 'zustand'
import type { PackLook, PackTaken } from '../../../core/contract/packs.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'

interface TakingSlice {
  readonly busy: boolean
  readonly look: PackLook | null
  readonly taken: PackTaken | null
  readonly problem: Problem | null
  /** Puts the answer away. */
  readonly close: () => void
}
const nothing = { busy: false, look: null, taken: null, problem: null }

/** A pack file that is being looked at or was taken in. */
export const usePackTaking = create<TakingSlice>((set) => ({ ...nothing, close: () => set(nothing) }))

/** Looks into a pack file; what it would do is shown before anything is done. */
export const lookAtPack = async (path: string): Promise<void> => {
  if (usePackTaking.getState().busy) return
  usePackTaking.setState({ ...nothing, busy: true })
  const answer = await call('pack.look', { path })
  usePackTaking.setState(answer.ok ? { ...nothing, look: answer.value } : { ...nothing, problem: answer.problem })
}

/** Lets the user choose a pack file. */
export const choosePack = async (): Promise<void> => {
  const [path] = await dialog('dialog.open', { title: t.carried.chooseTitle, kinds: 'pack', many: false })
  if (path) await lookAtPack(path)
}

/** Installs what was looked at. */
export const takePack = async (look: PackLook, confirmKey: boolean): Promise<void> => {
  usePackTaking.setState({ busy: true })
  const answer = await call('pack.take', { path: look.path, digest: look.digest, confirmKey })
  if (!answer.ok) return usePackTaking.setState({ ...nothing, problem: answer.problem })
  await useApp.getState().load()
  const open = useFiling.getState().view?.filing
  if (open !== undefined) await useFiling.getState().open(open)
  usePackTaking.setState({ ...nothing, taken: answer.value })
}
