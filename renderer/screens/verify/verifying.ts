import { create } from 'zustand'
import type { Verification } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import type { Kind } from './VerdictMark.tsx'

interface VerifyingSlice {
  readonly results: readonly Verification[]
  readonly chosen: string | null
  readonly filter: Kind | null
  /** How far the reading is, null when nothing is read. */
  readonly progress: { readonly at: number; readonly all: number } | null
  readonly problem: Problem | null
  readonly pick: () => Promise<void>
  readonly stop: () => void
  readonly choose: (file: string) => void
  readonly show: (filter: Kind | null) => void
  readonly clear: () => void
}

/** The newest verdict of a file replaces the older one. */
const withResult = (results: readonly Verification[], one: Verification): readonly Verification[] =>
  results.some(({ file }) => file === one.file) ? results.map((old) => (old.file === one.file ? one : old)) : [...results, one]

let stopped = false

type Set = (patch: Partial<VerifyingSlice> | ((s: VerifyingSlice) => Partial<VerifyingSlice>)) => void

const readAll = async (set: Set, paths: readonly string[]): Promise<void> => {
  stopped = false
  set({ problem: null, filter: null })
  for (const [at, path] of paths.entries()) {
    if (stopped) break
    set({ progress: { at: at + 1, all: paths.length } })
    const answer = await call('verify.files', { paths: [path] })
    if (!answer.ok) {
      set({ problem: answer.problem })
      break
    }
    for (const one of answer.value) set((s) => ({ results: withResult(s.results, one), chosen: s.chosen ?? one.file }))
  }
  set({ progress: null })
}

/** The files verified since the application was opened; one is read after the other, so that one can stop. */
export const useVerifying = create<VerifyingSlice>((set, get) => ({
  results: [],
  chosen: null,
  filter: null,
  progress: null,
  problem: null,
  pick: async () => {
    if (get().progress) return
    const paths = await dialog('dialog.open', { title: t.verify.dialog, kinds: 'xlsx', many: true })
    if (paths.length === 0 || get().progress) return
    set({ chosen: null })
    await readAll(set, paths)
  },
  stop: () => {
    stopped = true
  },
  choose: (chosen) => set({ chosen }),
  show: (filter) => set({ filter, chosen: null }),
  clear: () => set({ results: [], chosen: null, filter: null, problem: null }),
}))

/** The last part of a path. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
