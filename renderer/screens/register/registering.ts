import { create } from 'zustand'
import type { Answer, Request } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { forgetUnits } from '../office/unitNames.ts'
import { today } from '../office/today.ts'

export type Preview = Answer<'register.preview'>
export type Mapping = Preview['mapping']
export type RegisterState = Request<'register.look'>['state']
/** How the register is narrowed. */
export interface Filter { readonly search: string; readonly region: string; readonly group: string; readonly state: RegisterState }
export const noFilter: Filter = { search: '', region: '', group: '', state: 'all' }

interface RegisteringSlice {
  readonly filter: Filter
  readonly path: string | null
  readonly preview: Preview | null
  readonly effective: string
  readonly reason: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: string | null
  /** Grows whenever the register changed. */
  readonly turn: number
  readonly narrow: (patch: Partial<Filter>) => void
  readonly set: (patch: Partial<Pick<RegisteringSlice, 'effective' | 'reason'>>) => void
  readonly pick: () => Promise<void>
  /** Reads the sheet with another sheet, heading row or mapping. */
  readonly look: (patch: { readonly sheet?: string; readonly head?: number; readonly mapping?: Mapping }) => Promise<void>
  readonly take: () => Promise<void>
  readonly leave: () => void
  readonly changed: (done: string | null, problem?: Problem | null) => void
}

const look = (set: (patch: Partial<RegisteringSlice>) => void, get: () => RegisteringSlice): RegisteringSlice['look'] => async (patch) => {
  const { path, preview } = get()
  if (!path) return
  const kept = preview && patch.sheet === undefined ? { sheet: preview.sheet, head: preview.head, mapping: preview.mapping } : {}
  const wider = patch.head === undefined ? kept : { sheet: kept.sheet }
  set({ busy: true })
  const answer = await call('register.preview', { path, ...Object.fromEntries(Object.entries({ ...wider, ...patch }).filter(([, value]) => value !== undefined)) })
  set(answer.ok ? { busy: false, preview: answer.value, problem: null } : { busy: false, problem: answer.problem })
}

/** The register as it is looked at, and the sheet that is being imported. */
export const useRegistering = create<RegisteringSlice>((set, get) => ({
  filter: noFilter,
  path: null,
  preview: null,
  effective: today(),
  reason: '',
  busy: false,
  problem: null,
  done: null,
  turn: 0,
  narrow: (patch) => set({ filter: { ...get().filter, ...patch } }),
  set: (patch) => set(patch),
  pick: async () => {
    const [path] = await dialog('dialog.open', { title: t.register.wizard.pickTitle, kinds: 'sheet', many: false })
    if (!path) return
    set({ path, preview: null, problem: null, done: null, reason: '' })
    await get().look({})
  },
  look: look(set, get),
  take: async () => {
    const { path, preview, effective, reason } = get()
    if (!path || !preview || get().busy) return
    set({ busy: true, problem: null })
    const answer = await call('register.import', { path, sheet: preview.sheet, head: preview.head, mapping: preview.mapping, effective, reason })
    if (!answer.ok) return set({ busy: false, problem: answer.problem })
    const { counts } = answer.value
    set({ busy: false, path: null, preview: null })
    get().changed(t.register.wizard.done(counts.new, counts.change, counts.refused))
  },
  leave: () => set({ path: null, preview: null, problem: null }),
  changed: (done, problem = null) => {
    forgetUnits()
    set({ done, problem, turn: get().turn + 1 })
    void useLedger.getState().load()
  },
}))
