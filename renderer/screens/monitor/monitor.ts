import { create } from 'zustand'
import type { Evidence, Indicator, MonitorView, Warning } from '../../../core/contract/regulator/watch.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { wholeScope } from '../tables/tables.ts'

export type Part = 'indicators' | 'themes' | 'warnings'
interface MonitorSlice {
  readonly view: MonitorView | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly part: Part
  readonly labels: 'label' | 'corrected'
  readonly chosen: string | null
  readonly evidence: Evidence | null
  readonly load: () => Promise<void>
  readonly show: (part: Part) => void
  readonly name: (labels: 'label' | 'corrected') => void
  readonly choose: (key: string) => void
  readonly open: (warning: string | null) => Promise<void>
}

/** What monitoring says of the ledger's year. */
export const useMonitor = create<MonitorSlice>((set, get) => ({
  view: null, busy: false, problem: null, part: 'indicators', labels: 'corrected', chosen: null, evidence: null,
  load: async () => {
    set({ busy: true })
    const answer = await call('monitor.look', { scope: wholeScope })
    set(answer.ok ? { busy: false, view: answer.value, problem: null } : { busy: false, view: null, problem: answer.problem })
  },
  show: (part) => set({ part, chosen: null, evidence: null }),
  name: (labels) => set({ labels }),
  choose: (chosen) => set({ chosen, evidence: null }),
  open: async (warning) => {
    if (warning === null) { set({ evidence: null }); return }
    const answer = await call('monitor.evidence', { scope: wholeScope, warning })
    if (get().view) set(answer.ok ? { evidence: answer.value } : { problem: answer.problem })
  },
}))

/** Warnings of one kind, as they come. */
export const ofKind = (warnings: readonly Warning[], kind: Warning['kind']): readonly Warning[] => warnings.filter((one) => one.kind === kind)
/** The name of an indicator under the labels in force. */
export const nameOf = (one: Indicator, labels: 'label' | 'corrected'): string => one[labels]
