import { create } from 'zustand'
import type { LedgerState } from '../../core/contract/regulator/ledger.ts'
import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { call } from '../api.ts'

interface LedgerSlice {
  readonly state: LedgerState | null
  /** The engine has answered once. */
  readonly asked: boolean
  readonly busy: boolean
  readonly problem: Problem | null
  /** The server that last asked for a password: it is not typed again. */
  readonly server: string | null
  /** What was just done, in words. */
  readonly done: string | null
  readonly load: () => Promise<void>
  /** Does something that answers with the ledger's state; says `done` or the problem. */
  readonly act: (what: () => Promise<Result<LedgerState>>, done?: string) => Promise<boolean>
  /** Does something with another answer. */
  readonly run: <T>(what: () => Promise<Result<T>>, done?: (value: T) => string | null) => Promise<T | null>
  readonly say: (done: string | null, problem?: Problem | null) => void
}

const serverIn = ({ code, params }: Problem): { readonly server?: string } => (code === 'ledger-password' && typeof params['where'] === 'string' ? { server: params['where'] } : {})

/** The regulator's ledger as the engine last told it. */
export const useLedger = create<LedgerSlice>((set, get) => {
  const run: LedgerSlice['run'] = async (what, done) => {
    if (get().busy) return null
    set({ busy: true, problem: null, done: null })
    const answer = await what()
    set(answer.ok ? { busy: false, done: done?.(answer.value) ?? null } : { busy: false, problem: answer.problem })
    return answer.ok ? answer.value : null
  }
  return {
    state: null,
    asked: false,
    busy: false,
    problem: null,
    server: null,
    done: null,
    load: async () => {
      const answer = await call('ledger.state', {})
      const { state } = get()
      if (answer.ok) set({ state: answer.value, asked: true })
      else set({ asked: true, ...serverIn(answer.problem), problem: answer.problem, state: state && { ...state, lost: state.kind === 'postgres' } })
    },
    act: async (what, done) => {
      const state = await run(what, () => done ?? null)
      if (state) set({ state, asked: true })
      return state !== null
    },
    run,
    say: (done, problem = null) => set({ done, problem }),
  }
})

/** What tells one ledger and year from another; lists are read anew when it changes. */
export const useLedgerKey = (): string => useLedger((s) => (s.state ? `${s.state.where} ${s.state.pack}` : ''))
