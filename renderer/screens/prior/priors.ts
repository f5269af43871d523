import { create } from 'zustand'
import type { Answer, Verification } from '../../../core/contract.ts'
import type { PriorKind, PriorProposal } from '../../../core/contract/incoming.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import { call, dialog } from '../../api.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'

/** The parts of the screen beside the sources. */
export const parts = ['proposals', 'typed', 'lost'] as const
export type PriorPart = (typeof parts)[number]
type Look = Answer<'prior.look'>
type Proposals = Answer<'prior.proposals'>

interface PriorSlice {
  readonly part: PriorPart
  readonly look: Look | null
  readonly proposals: Proposals | null
  /** Keys of the proposals that will be taken. */
  readonly taken: ReadonlySet<string>
  /** Verdict of the workbook read last. */
  readonly verification: Verification | null
  /** A workbook of another unit that waits for the word that it is meant. */
  readonly doubtful: string | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: number | null
  readonly show: (part: PriorPart) => void
  readonly take: (taken: ReadonlySet<string>) => void
  readonly load: () => Promise<void>
  readonly read: (path?: string) => Promise<void>
  readonly turn: (act: (filing: number) => Promise<Result<Look>>) => Promise<void>
  readonly accept: () => Promise<void>
}
type Set = (patch: Partial<PriorSlice>) => void
type Get = () => PriorSlice

/** What tells proposals apart. */
export const keyOf = (one: Pick<PriorProposal, 'item' | 'row'>): string => `${one.item}@${one.row ?? ''}`
const opened = (): number | null => useFiling.getState().view?.filing ?? null
/** Proposals that would change something. */
export const changing = (proposals: Proposals | null): readonly PriorProposal[] => proposals?.items.filter((one) => one.state !== 'same') ?? []

/** Blanks are chosen to begin with; rows that this year lacks only while their table is empty, for they may be gone on purpose. */
const chosenFirst = (one: PriorProposal): boolean =>
  one.state === 'fills' && (one.table === null || one.present !== null || (useFiling.getState().view?.data.tables[one.table] ?? []).length === 0)

/** Sources and proposals as the engine has them. */
const load = (set: Set) => async (): Promise<void> => {
  const filing = opened()
  if (filing === null) return
  const [look, proposals] = [await call('prior.look', { filing }), await call('prior.proposals', { filing })]
  if (!look.ok) return set({ problem: look.problem })
  const found = proposals.ok ? proposals.value : null
  set({ look: look.value, proposals: found, taken: new Set(changing(found).filter(chosenFirst).map(keyOf)) })
}

/** After another source is in use the filing is audited against it. */
const renew = async (set: Set, look: Look): Promise<void> => {
  const filing = opened()
  if (filing !== null) await useFiling.getState().open(filing)
  set({ look })
  await load(set)()
}

const read = (set: Set, get: Get): PriorSlice['read'] => async (meant) => {
  const filing = opened()
  const [path] = meant === undefined ? await dialog('dialog.open', { title: t.prior.dialog, kinds: 'xlsx', many: false }) : [meant]
  if (filing === null || !path || get().busy) return
  set({ busy: true, problem: null, verification: null, doubtful: null, done: null })
  const answer = await call('prior.read', { filing, path, ...(meant === undefined ? {} : { otherUnit: true }) })
  if (!answer.ok) return set({ busy: false, problem: answer.problem, doubtful: answer.problem.code === 'prior-other-unit' ? path : null })
  set({ busy: false, verification: answer.value.verification })
  await renew(set, answer.value.look)
}

const turn = (set: Set, get: Get): PriorSlice['turn'] => async (act) => {
  const filing = opened()
  if (filing === null || get().busy) return
  set({ busy: true, problem: null, done: null, doubtful: null })
  const answer = await act(filing)
  set({ busy: false, problem: answer.ok ? null : answer.problem })
  if (answer.ok) await renew(set, answer.value)
}

const accept = (set: Set, get: Get) => async (): Promise<void> => {
  const filing = opened()
  const { proposals, taken, busy } = get()
  const items = changing(proposals).filter((one) => taken.has(keyOf(one))).map(({ item, row }) => ({ item, row }))
  if (filing === null || items.length === 0 || busy) return
  set({ busy: true, problem: null, done: null })
  const answer = await call('prior.accept', { filing, items })
  set(answer.ok ? { busy: false, done: items.length } : { busy: false, problem: answer.problem })
  if (!answer.ok) return
  await useFiling.getState().open(filing)
  await load(set)()
}

/** 带入上年: where last year's figures come from, and what of them goes into this year. */
export const usePriors = create<PriorSlice>((set, get) => ({
  part: 'proposals',
  look: null,
  proposals: null,
  taken: new Set(),
  verification: null,
  doubtful: null,
  busy: false,
  problem: null,
  done: null,
  show: (part) => set({ part, done: null }),
  take: (taken) => set({ taken, done: null }),
  load: load(set),
  read: read(set, get),
  turn: turn(set, get),
  accept: accept(set, get),
}))

/** Turns to another source. */
export const turnTo = (kind: PriorKind): Promise<void> => usePriors.getState().turn((filing) => call('prior.use', { filing, kind }))
