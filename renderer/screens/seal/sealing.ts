import { create } from 'zustand'
import type { SealResult } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import { call } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'

/** What is being done that takes a while. */
export type Work = 'seal' | 'export' | 'reread' | 'reopen'

interface SealingSlice {
  /** Results of this session by filing: only here are digest and files known. */
  readonly results: Readonly<Record<number, SealResult>>
  readonly rereadAt: Readonly<Record<number, Date>>
  readonly busy: Work | null
  readonly problem: Problem | null
  readonly run: (filing: number, folder: string) => Promise<void>
  readonly exportAgain: (filing: number, submitNo: number, folder: string) => Promise<void>
  readonly reread: (filing: number) => Promise<void>
  readonly reopen: (filing: number, reason: string) => Promise<boolean>
  readonly clearProblem: () => void
}
type Set = (patch: Partial<SealingSlice> | ((s: SealingSlice) => Partial<SealingSlice>)) => void
type Get = () => SealingSlice

const keep = (set: Set, filing: number, answer: Result<SealResult>): void =>
  set((s) => (answer.ok ? { results: { ...s.results, [filing]: answer.value }, problem: null } : { problem: answer.problem }))

/** Everything typed reaches the file first; a refused cell stops the sealing with its own sentence. */
const settled = async (filing: number): Promise<Problem | null> => {
  const opened = await useFiling.getState().open(filing)
  const { problem, pending } = useFiling.getState()
  return opened ? (Object.values(pending).find((p) => p.problem)?.problem ?? null) : problem
}

const run = (set: Set, get: Get): SealingSlice['run'] => async (filing, folder) => {
  if (get().busy) return
  set({ busy: 'seal', problem: null })
  const problem = await settled(filing)
  if (problem) return set({ busy: null, problem })
  const answer = await call('seal.run', { filing, folder })
  keep(set, filing, answer)
  await useFiling.getState().open(filing)
  await useApp.getState().load()
  set({ busy: null })
}

const reread = (set: Set, get: Get): SealingSlice['reread'] => async (filing) => {
  const result = get().results[filing]
  if (get().busy || !result) return
  set({ busy: 'reread', problem: null })
  const answer = await call('verify.files', { paths: [result.xlsx] })
  const verification = answer.ok ? answer.value[0] : undefined
  if (verification) set((s) => ({ results: { ...s.results, [filing]: { ...result, verification } }, rereadAt: { ...s.rereadAt, [filing]: new Date() } }))
  set({ busy: null, problem: answer.ok ? null : answer.problem })
}

const reopen = (set: Set, get: Get): SealingSlice['reopen'] => async (filing, reason) => {
  if (get().busy) return false
  set({ busy: 'reopen', problem: null })
  const answer = await call('seal.reopen', { filing, reason })
  set({ busy: null, problem: answer.ok ? null : answer.problem })
  if (!answer.ok) return false
  useFiling.getState().show(answer.value)
  await useApp.getState().load()
  return true
}

/** Sealing, exporting again and reopening, and what came of them. */
export const useSealing = create<SealingSlice>((set, get) => ({
  results: {},
  rereadAt: {},
  busy: null,
  problem: null,
  run: run(set, get),
  exportAgain: async (filing, submitNo, folder) => {
    if (get().busy) return
    set({ busy: 'export', problem: null })
    keep(set, filing, await call('seal.export', { filing, submitNo, folder }))
    set({ busy: null })
  },
  reread: reread(set, get),
  reopen: reopen(set, get),
  clearProblem: () => set({ problem: null }),
}))
