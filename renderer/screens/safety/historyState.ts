import { create } from 'zustand'
import type { Request } from '../../../core/contract.ts'
import type { HistoryLine } from '../../../core/contract/safety.ts'
import { call } from '../../api.ts'
import { isDate } from '../../grid/dates.ts'
import { useSafety } from './safety.ts'

/** What the record of changes is filtered by; '' is no filter. */
export interface Filter { readonly item: string; readonly person: string; readonly from: string; readonly to: string }
export const noFilter: Filter = { item: '', person: '', from: '', to: '' }

interface HistorySlice {
  readonly filter: Filter
  readonly total: number
  readonly people: readonly string[]
  /** null until the first answer. */
  readonly lines: readonly HistoryLine[] | null
  readonly set: (filing: number, patch: Partial<Filter>) => Promise<void>
  readonly older: (filing: number) => Promise<void>
}

const page = 200

/** The filter as the engine takes it; days that are none are left out. */
export const asked = (filing: number, filter: Filter): Request<'history.export'> => ({
  filing,
  path: '',
  ...(filter.item ? { item: filter.item } : {}),
  ...(filter.person ? { person: filter.person } : {}),
  ...(isDate(filter.from) ? { from: filter.from } : {}),
  ...(isDate(filter.to) ? { to: filter.to } : {}),
})

const list = async (filing: number, filter: Filter, before?: number) => {
  const { path: _, ...rest } = asked(filing, filter)
  const answer = await call('history.list', { ...rest, limit: page, ...(before === undefined ? {} : { before }) })
  if (!answer.ok) useSafety.getState().say(null, answer.problem)
  return answer.ok ? answer.value : null
}

/** The record of changes of the open filing, as filtered, page by page. */
export const useHistory = create<HistorySlice>((set, get) => ({
  filter: noFilter,
  total: 0,
  people: [],
  lines: null,
  set: async (filing, patch) => {
    const filter = { ...get().filter, ...patch }
    set({ filter })
    const found = await list(filing, filter)
    if (found && get().filter === filter) set({ total: found.total, people: found.people, lines: found.lines })
  },
  older: async (filing) => {
    const { filter, lines } = get()
    const found = await list(filing, filter, lines?.at(-1)?.id)
    if (found && get().filter === filter) set({ lines: [...(lines ?? []), ...found.lines] })
  },
}))
