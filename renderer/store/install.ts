import { create } from 'zustand'
import type { About, CheckState } from '../../core/contract/about.ts'
import type { Problem } from '../../core/problem.ts'
import { call } from '../api.ts'

interface InstallSlice {
  readonly about: About | null
  readonly check: CheckState | null
  readonly problem: Problem | null
  readonly load: () => Promise<void>
  /** Compares the installed files once more. */
  readonly again: () => Promise<void>
  /** Looks for the result of the comparison that every start makes in the background; gives what ends the looking. */
  readonly watch: () => () => void
}

const FIRST_LOOK = 8000
const NEXT_LOOK = 1500

/** What is known of the program itself. */
export const useInstall = create<InstallSlice>((set, get) => {
  const look = async (): Promise<boolean> => {
    const answer = await call('about.state', {})
    set(answer.ok ? { about: answer.value, check: answer.value.check, problem: null } : { problem: answer.problem })
    return answer.ok && answer.value.check.state !== 'running' && answer.value.check.state !== 'waiting'
  }
  const lookFrom = (ms: number): (() => void) => {
    let timer = setTimeout(async function again() {
      if (!(await look())) timer = setTimeout(again, NEXT_LOOK)
    }, ms)
    return () => clearTimeout(timer)
  }
  return {
    about: null,
    check: null,
    problem: null,
    load: async () => { await look() },
    again: async () => {
      const answer = await call('about.check', {})
      if (answer.ok) set({ check: answer.value })
      const seen = get().about
      if (seen && answer.ok) set({ about: { ...seen, check: answer.value } })
      lookFrom(300)
    },
    watch: () => lookFrom(FIRST_LOOK),
  }
})
