import { create } from 'zustand'
import type { InputFigure, Lineage, TableName, TableResult, TableScope } from '../../../core/contract/regulator/tables.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'

/** A figure that is open. */
export interface OpenCell { readonly row: string; readonly column: string }
type View = 'table' | 'charts'

interface TablesSlice {
  readonly list: readonly TableName[]
  readonly table: string
  readonly scope: TableScope
  readonly view: View
  readonly result: TableResult | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly cell: OpenCell | null
  readonly lineage: Lineage | null
  /** Inputs stand in the drawer while they are not null. */
  readonly inputs: readonly InputFigure[] | null
  readonly load: () => Promise<void>
  readonly choose: (table: string) => void
  readonly rescope: (change: Partial<TableScope>) => void
  readonly show: (view: View) => void
  readonly open: (cell: OpenCell, limit?: number) => Promise<void>
  readonly close: () => void
  readonly openInputs: () => Promise<void>
  readonly setInput: (of: Pick<InputFigure, 'kind' | 'key' | 'year'>, to: { readonly value: string | null; readonly source: string; readonly date: string; readonly reason: string }) => Promise<boolean>
}

/** What every table is made over until something else is chosen. */
export const wholeScope: TableScope = { basis: 'accepted', level: 'all', edition: 'internal', switches: {} }
let asked = 0

type Set = (patch: Partial<TablesSlice> | ((s: TablesSlice) => Partial<TablesSlice>)) => void

/** Makes the chosen table; the newest question wins when answers come late. */
const make = async (set: Set, get: () => TablesSlice): Promise<void> => {
  const { table, scope } = get()
  if (table === '') return
  const turn = ++asked
  set({ busy: true })
  const answer = await call('tables.make', { table, scope })
  if (turn !== asked) return
  set(answer.ok ? { busy: false, result: answer.value, problem: null } : { busy: false, result: null, problem: answer.problem })
}

/** The consolidated table that is looked at. */
export const useTables = create<TablesSlice>((set, get) => {
  return {
    list: [], table: '', scope: wholeScope, view: 'table', result: null, busy: false, problem: null, cell: null, lineage: null, inputs: null,
    load: async () => {
      const answer = await call('tables.list', {})
      if (!answer.ok) { set({ list: [], table: '', result: null, problem: answer.problem }); return }
      const { table } = get()
      set({ list: answer.value, problem: null, table: answer.value.some(one => one.id === table) ? table : (answer.value[0]?.id ?? ''), cell: null, lineage: null })
      await make(set, get)
    },
    choose: (table) => { set((s) => ({ table, view: 'table', result: null, cell: null, lineage: null, scope: { ...s.scope, switches: {} } })); void make(set, get) },
    rescope: (change) => { set((s) => ({ scope: { ...s.scope, ...change }, cell: null, lineage: null })); void make(set, get) },
    show: (view) => set({ view, cell: null, lineage: null }),
    open: async (cell, limit = 200) => {
      const { table, scope } = get()
      set((s) => ({ cell, inputs: null, lineage: s.cell?.row === cell.row && s.cell.column === cell.column ? s.lineage : null }))
      const answer = await call('tables.lineage', { table, scope, ...cell, limit })
      if (get().cell?.row !== cell.row || get().cell?.column !== cell.column) return
      set(answer.ok ? { lineage: answer.value } : { cell: null, problem: answer.problem })
    },
    close: () => set({ cell: null, lineage: null, inputs: null }),
    openInputs: async () => {
      const answer = await call('tables.inputs', {})
      set(answer.ok ? { inputs: answer.value, cell: null, lineage: null } : { problem: answer.problem })
    },
    setInput: async ({ kind, key, year }, { value, source, date, reason }) => {
      const answer = await call('tables.setInput', { kind, key, year, value, source, date, reason })
      if (!answer.ok) { set({ problem: answer.problem }); return false }
      set({ inputs: answer.value, problem: null })
      void make(set, get)
      return true
    },
  }
})

/** The years a table may be made for, the newest first: the ledger's and those with submissions. */
export const useYears = (): readonly number[] => {
  const state = useLedger((s) => s.state)
  if (!state) return []
  const years = new Set([state.year, ...state.packs.filter((p) => p.submissions > 0).map((p) => p.year)])
  return [...years].toSorted((a, b) => a - b).slice(-4)
}
