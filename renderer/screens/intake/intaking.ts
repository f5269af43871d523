import { create } from 'zustand'
import type { IntakeDetail, IntakeProgress, IntakeVerdict } from '../../../core/contract/regulator/intake.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'

/** Which of the taken-in files are listed. */
export interface Filter { readonly verdict: IntakeVerdict | null; readonly list: 'all' | 'todo' | 'again'; readonly search: string; readonly every: boolean }
const plain: Filter = { verdict: null, list: 'all', search: '', every: false }

interface IntakingSlice {
  readonly progress: IntakeProgress | null
  /** The engine was asked for the newest batch. */
  readonly asked: boolean
  readonly filter: Filter
  readonly chosen: number | null
  readonly detail: IntakeDetail | null
  readonly problem: Problem | null
  readonly done: string | null
  /** The result list that was written last. */
  readonly result: string | null
  /** Grows whenever files may have changed. */
  readonly turn: number
  readonly look: () => Promise<void>
  readonly start: (paths: readonly string[]) => Promise<void>
  readonly pick: (what: 'folder' | 'files') => Promise<void>
  readonly control: (act: 'pause' | 'go' | 'stop') => Promise<void>
  readonly narrow: (patch: Partial<Filter>) => void
  readonly choose: (file: number | null) => Promise<void>
  readonly writeResult: (folder: string) => Promise<void>
  /** Does something to the chosen file; what it says when done. */
  readonly act: <T>(what: () => Promise<Result<T>>, done: (value: T) => string | null) => Promise<Problem | null>
  readonly say: (done: string | null, problem?: Problem | null) => void
}
type Set = (patch: Partial<IntakingSlice>) => void
type Get = () => IntakingSlice

/** Whether files are being read at the moment. */
export const isBusy = (progress: IntakeProgress | null): boolean => progress?.state === 'running' || progress?.state === 'listing'

const take = (set: Set, get: Get, progress: IntakeProgress | null): void => {
  const before = get().progress
  const moved = before?.done !== progress?.done || before?.state !== progress?.state || before?.batch !== progress?.batch
  set({ progress, asked: true, ...(moved ? { turn: get().turn + 1 } : {}) })
  if (moved && !isBusy(progress)) void useLedger.getState().load()
}

const answered = (set: Set, get: Get, answer: Result<IntakeProgress | null>): void => {
  if (answer.ok) take(set, get, answer.value)
  else set({ problem: answer.problem, asked: true })
}

const choose = (set: Set, get: Get) => async (chosen: number | null): Promise<void> => {
  set({ chosen, ...(get().chosen === chosen ? {} : { detail: null }) })
  if (chosen === null) return
  const answer = await call('intake.file', { file: chosen })
  if (get().chosen === chosen) set(answer.ok ? { detail: answer.value } : { problem: answer.problem })
}

const act = (set: Set, get: Get): IntakingSlice['act'] => async (what, done) => {
  const answer = await what()
  if (!answer.ok) return answer.problem
  set({ done: done(answer.value), problem: null, turn: get().turn + 1 })
  void useLedger.getState().load()
  await choose(set, get)(get().chosen)
  return null
}

/** The batch that is read, its files, and the chosen one. */
export const useIntaking = create<IntakingSlice>((set, get) => ({
  progress: null,
  asked: false,
  filter: plain,
  chosen: null,
  detail: null,
  problem: null,
  done: null,
  result: null,
  turn: 0,
  look: async () => answered(set, get, await call('intake.progress', { batch: null })),
  start: async (paths) => {
    if (paths.length === 0) return
    set({ problem: null, done: null, result: null, chosen: null, detail: null, filter: plain })
    answered(set, get, await call('intake.start', { paths: [...paths] }))
  },
  pick: async (what) => {
    const paths = what === 'folder' ? await dialog('dialog.folder', { title: t.intake.folderTitle, start: null }) : await dialog('dialog.open', { title: t.intake.filesTitle, kinds: 'intake', many: true })
    await get().start(paths)
  },
  control: async (act) => {
    const { progress } = get()
    if (progress) answered(set, get, await call('intake.control', { batch: progress.batch, do: act }))
  },
  narrow: (patch) => set({ filter: { ...get().filter, ...patch } }),
  choose: choose(set, get),
  writeResult: async (folder) => {
    const { progress } = get()
    if (!progress) return
    const answer = await call('intake.result', { batch: progress.batch, folder })
    set(answer.ok ? { result: answer.value.xlsx, problem: null } : { problem: answer.problem })
  },
  act: act(set, get),
  say: (done, problem = null) => set({ done, problem }),
}))
