import { create } from 'zustand'
import type { AppState, Request, Settings } from '../../core/contract.ts'
import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { call } from '../api.ts'

interface AppSlice {
  readonly state: AppState | null
  readonly problem: Problem | null
  readonly load: () => Promise<AppState | null>
  readonly change: (patch: Partial<Settings>) => Promise<void>
  readonly openWorkFile: (which: AppState['which']) => Promise<AppState | null>
  readonly addUnit: (args: Request<'unit.add'>) => Promise<Result<{ readonly unit: number; readonly filing: number }>>
  readonly startFiling: (unit: number, pack: string) => Promise<Result<{ readonly filing: number }>>
  readonly setToday: (unit: number, today: string) => Promise<Problem | null>
}

/** Work file, units, packs and settings, as the engine last told them. */
export const useApp = create<AppSlice>((set, get) => {
  const take = (answer: Result<AppState>): AppState | null => {
    if (!answer.ok) {
      set({ problem: answer.problem })
      return null
    }
    set({ state: answer.value, problem: null })
    return answer.value
  }
  return {
    state: null,
    problem: null,
    load: async () => take(await call('app.state', {})),
    change: async (patch) => {
      const answer = await call('app.settings', patch)
      const { state } = get()
      if (answer.ok && state) set({ state: { ...state, settings: answer.value } })
      if (!answer.ok) set({ problem: answer.problem })
    },
    openWorkFile: async (which) => take(await call('app.workfile', { which })),
    addUnit: (args) => call('unit.add', args),
    startFiling: (unit, pack) => call('filing.start', { unit, pack }),
    setToday: async (unit, today) => {
      const answer = await call('unit.today', { unit, today })
      if (!answer.ok) return answer.problem
      await get().load()
      return null
    },
  }
})

const fallback: Settings = { userName: '', role: 'agency', enter: 'down', theme: 'system', density: 'standard', letters: 'standard', zoom: 100, exportFolder: '', language: 'zh', guideSeen: true }

/** The settings in force; sensible ones until the engine has answered. */
export const useSettings = (): Settings => useApp((s) => s.state?.settings ?? fallback)
