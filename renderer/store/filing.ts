import { create } from 'zustand'
import type { Answer, Channel, FilingChange, FilingView, Request, StepPlace } from '../../core/contract.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { call } from '../api.ts'
import { cellId } from './cellId.ts'
import { mergeChange } from './merge.ts'

/** A typed text that the file does not hold (yet). */
export interface Pending { readonly text: string; readonly turn: number; readonly problem: Problem | null }
type Cells = Request<'filing.set'>['cells']
type RowStep = Request<'filing.row'>
type WithoutFiling<T> = T extends unknown ? Omit<T, 'filing'> : never

/** A step of many cells, without its filing. */
export type Bulk = Omit<Request<'filing.apply'>, 'filing'>

interface FilingSlice {
  readonly view: FilingView | null
  readonly pending: Readonly<Record<string, Pending>>
  /** The clerk asked for the audit: blank required items count from now on. */
  readonly audited: boolean
  /** A refusal that belongs to no cell. */
  readonly problem: Problem | null
  readonly open: (filing: number) => Promise<boolean>
  readonly show: (view: FilingView) => void
  readonly commit: (cells: Cells) => Promise<void>
  readonly retry: () => Promise<void>
  readonly row: (step: WithoutFiling<RowStep>) => Promise<number | null>
  /** Many cells and new rows as one step; whether the file has them. */
  readonly apply: (step: Bulk) => Promise<boolean>
  /** Takes the last step back or does it again; where it was. */
  readonly step: (which: 'undo' | 'redo') => Promise<StepPlace | null>
  readonly explain: (finding: Finding, text: string) => Promise<Problem | null>
  readonly askAudit: () => void
  readonly forget: () => void
}

let turn = 0
let line: Promise<unknown> = Promise.resolve()
/** Calls that change a filing wait for each other, so that answers come in the order of typing. */
const inTurn = <C extends Channel>(channel: C, args: Request<C>): Promise<Result<Answer<C>>> => {
  const answer = line.then(() => call(channel, args))
  line = answer
  return answer
}

const without = (pending: FilingSlice['pending'], cells: Cells, mine: number): FilingSlice['pending'] => {
  const rest = { ...pending }
  for (const cell of cells) {
    const id = cellId(cell.item, cell.row)
    if (rest[id]?.turn === mine) delete rest[id]
  }
  return rest
}
const withAll = (pending: FilingSlice['pending'], cells: Cells, mine: Omit<Pending, 'text'>): FilingSlice['pending'] => ({
  ...pending,
  ...Object.fromEntries(cells.map((cell) => [cellId(cell.item, cell.row), { ...mine, text: cell.text }])),
})

/** Texts on their way; a cell that was refused stays so until the file has it. */
const onTheWay = (pending: FilingSlice['pending'], cells: Cells, mine: number): FilingSlice['pending'] => ({
  ...pending,
  ...Object.fromEntries(cells.map((cell) => {
    const id = cellId(cell.item, cell.row)
    return [id, { text: cell.text, turn: mine, problem: pending[id]?.problem ?? null }]
  })),
})

type Set = (patch: Partial<FilingSlice> | ((s: FilingSlice) => Partial<FilingSlice>)) => void
type Get = () => FilingSlice

const take = (set: Set, change: FilingChange): void =>
  set((s) => ({ problem: null, view: s.view && mergeChange(s.view, change) }))

const commit = (set: Set, get: Get) => async (cells: Cells): Promise<void> => {
  const { view } = get()
  if (!view || cells.length === 0) return
  const mine = ++turn
  set((s) => ({ pending: onTheWay(s.pending, cells, mine) }))
  const answer = await inTurn('filing.set', { filing: view.filing, cells })
  if (get().view?.filing !== view.filing) return
  if (answer.ok) {
    set((s) => ({ problem: null, pending: without(s.pending, cells, mine), view: s.view && mergeChange(s.view, answer.value) }))
    return
  }
  const refused = cells.filter((cell) => get().pending[cellId(cell.item, cell.row)]?.turn === mine)
  set((s) => ({ pending: withAll(s.pending, refused, { turn: mine, problem: answer.problem }) }))
}

const retry = (set: Set, get: Get) => async (): Promise<void> => {
  const failed = Object.entries(get().pending).filter(([, p]) => p.problem !== null)
  if (failed.length > 0) await commit(set, get)(failed.map(([id, p]) => {
    const [item = '', row] = id.split('@')
    return { item, row: row === undefined ? null : Number(row), text: p.text }
  }))
}

const rowStep = (set: Set, get: Get): FilingSlice['row'] => async (step) => {
  const { view } = get()
  if (!view) return null
  const answer = await inTurn('filing.row', { ...step, filing: view.filing } as RowStep)
  if (!answer.ok) {
    set({ problem: answer.problem })
    return null
  }
  take(set, answer.value)
  return answer.value.row
}

const apply = (set: Set, get: Get): FilingSlice['apply'] => async (step) => {
  const { view } = get()
  if (!view) return false
  const answer = await inTurn('filing.apply', { ...step, filing: view.filing })
  if (answer.ok) take(set, answer.value)
  else set({ problem: answer.problem })
  return answer.ok
}

const stepBack = (set: Set, get: Get): FilingSlice['step'] => async (which) => {
  const { view } = get()
  if (!view) return null
  const answer = await inTurn(`filing.${which}`, { filing: view.filing })
  if (answer.ok) take(set, answer.value)
  else set({ problem: answer.problem })
  return answer.ok ? answer.value.step : null
}

const explain = (set: Set, get: Get): FilingSlice['explain'] => async (finding, text) => {
  const { view } = get()
  if (!view) return null
  const { rule, row, item } = finding
  const answer = await inTurn('filing.explain', { filing: view.filing, rule, row, item, text })
  if (!answer.ok) return answer.problem
  take(set, answer.value)
  return null
}

/** The open filing: what the file holds, and beside it what is still on its way. */
export const useFiling = create<FilingSlice>((set, get) => ({
  view: null,
  pending: {},
  audited: false,
  problem: null,
  open: async (filing) => {
    await line
    const answer = await call('filing.open', { filing })
    if (!answer.ok) {
      set({ problem: answer.problem })
      return false
    }
    const same = get().view?.filing === filing
    set((s) => ({ view: answer.value, pending: same ? s.pending : {}, audited: same ? s.audited : answer.value.state !== 'draft', problem: null }))
    return true
  },
  show: (view) => set({ view, pending: {}, problem: null }),
  commit: commit(set, get),
  retry: retry(set, get),
  row: rowStep(set, get),
  apply: apply(set, get),
  step: stepBack(set, get),
  explain: explain(set, get),
  askAudit: () => set({ audited: true }),
  forget: () => set({ view: null, pending: {}, audited: false, problem: null }),
}))
