import { create } from 'zustand'
import type { Draw } from '../../../core/contract/regulator/watch.ts'
import type { Request } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { t } from '../../text/texts.ts'

export type Settings = Request<'sample.draw'>

/** Eight digits from the system's source of chance. */
export const newSeed = (): string => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => String(byte % 10)).join('')

interface SamplingSlice {
  readonly settings: Settings
  readonly draws: readonly Draw[] | null
  readonly chosen: number | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: { readonly words: string; readonly file: string | null } | null
  readonly set: (patch: Partial<Settings>) => void
  readonly load: () => Promise<void>
  readonly choose: (draw: number) => void
  readonly draw: () => Promise<void>
  readonly write: (folder: string) => Promise<void>
}

/** The settings of the next draw, and every draw so far. */
export const useSampling = create<SamplingSlice>((set, get) => ({
  settings: { count: 5, seed: newSeed(), strata: 'none', weights: {}, region: '', group: '', reason: '' },
  draws: null,
  chosen: null,
  busy: false,
  problem: null,
  done: null,
  set: (patch) => set({ settings: { ...get().settings, ...patch } }),
  load: async () => {
    const answer = await call('sample.list', {})
    set(answer.ok ? { draws: answer.value, problem: null } : { problem: answer.problem, draws: get().draws ?? [] })
  },
  choose: (chosen) => set({ chosen }),
  draw: async () => {
    if (get().busy) return
    set({ busy: true, problem: null, done: null })
    const answer = await call('sample.draw', get().settings)
    set({ busy: false })
    if (!answer.ok) return set({ problem: answer.problem })
    set({ chosen: answer.value.id })
    await get().load()
  },
  write: async (folder) => {
    const { chosen } = get()
    if (chosen === null) return
    set({ busy: true, problem: null, done: null })
    const answer = await call('sample.write', { draw: chosen, folder, formats: ['xlsx', 'pdf'] })
    set(answer.ok ? { busy: false, done: { words: t.sampling.wrote(answer.value.files.length), file: answer.value.files[0] ?? null } } : { busy: false, problem: answer.problem })
  },
}))
