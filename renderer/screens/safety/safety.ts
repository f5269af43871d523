import { create } from 'zustand'
import type { AppState } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import type { Backup, Binned, Comparison } from '../../../core/contract/safety.ts'
import { call } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { takeState } from '../../store/takeState.ts'

/** The parts of the screen. */
export const sections = ['backups', 'bin', 'handover', 'history'] as const
export type Section = (typeof sections)[number]

interface SafetySlice {
  readonly section: Section
  readonly backups: readonly Backup[] | null
  readonly bin: readonly Binned[] | null
  /** The backup looked at, and what restoring it would change. */
  readonly chosen: string | null
  readonly comparison: Comparison | null
  readonly busy: boolean
  readonly problem: Problem | null
  /** What was just done, in words. */
  readonly done: string | null
  /** The start's notices were read. */
  readonly known: boolean
  readonly show: (section: Section) => void
  readonly load: () => Promise<void>
  readonly choose: (file: string) => Promise<void>
  readonly say: (done: string | null, problem?: Problem | null) => void
  /** Does something that takes a while; what it says when done, or the problem it met. */
  readonly run: <T>(act: () => Promise<Result<T>>, done: (value: T) => string | null) => Promise<T | null>
  /** The same for calls that answer with the state of the whole work file. */
  readonly replace: (act: () => Promise<Result<AppState>>, done: string) => Promise<boolean>
  readonly dismiss: () => void
}
type Set = (patch: Partial<SafetySlice>) => void
type Get = () => SafetySlice

const load = (set: Set) => async (): Promise<void> => {
  if (useApp.getState().state?.which !== 'own') return set({ backups: [], bin: [] })
  const [backups, bin] = [await call('backup.list', {}), await call('bin.list', {})]
  if (backups.ok) set({ backups: backups.value })
  if (bin.ok) set({ bin: bin.value })
  const failed = !backups.ok ? backups.problem : !bin.ok ? bin.problem : null
  if (failed) set({ problem: failed })
}

const choose = (set: Set, get: Get) => async (file: string): Promise<void> => {
  set({ chosen: file, comparison: null, problem: null, done: null })
  if (get().backups?.find((backup) => backup.file === file)?.verified === false) return
  const answer = await call('backup.preview', { file })
  if (get().chosen !== file) return
  set(answer.ok ? { comparison: answer.value } : { problem: answer.problem })
}

const run = (set: Set, get: Get): SafetySlice['run'] => async (act, done) => {
  if (get().busy) return null
  set({ busy: true, problem: null, done: null })
  const answer = await act()
  set(answer.ok ? { busy: false, done: done(answer.value) } : { busy: false, problem: answer.problem })
  return answer.ok ? answer.value : null
}

/** 数据安全: backups, recycle bin, and what was just done with them. */
export const useSafety = create<SafetySlice>((set, get) => ({
  section: 'backups',
  backups: null,
  bin: null,
  chosen: null,
  comparison: null,
  busy: false,
  problem: null,
  done: null,
  known: false,
  show: (section) => set({ section, problem: null, done: null }),
  load: load(set),
  choose: choose(set, get),
  say: (done, problem = null) => set({ done, problem }),
  run: run(set, get),
  replace: async (act, done) => {
    const state = await run(set, get)(act, () => done)
    if (!state) return false
    await takeState(state)
    set({ chosen: null, comparison: null })
    await load(set)()
    return true
  },
  dismiss: () => set({ known: true }),
}))
