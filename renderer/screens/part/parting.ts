import { create } from 'zustand'
import type { Answer, Channel, Request } from '../../../core/contract.ts'
import { sideOf, type PartChoice } from '../../../core/part/merge.ts'
import type { PartDifference } from '../../../core/part/compare.ts'
import type { PartPreview, PartSeen } from '../../../core/contract/parting.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { openFiling } from '../frame/UnitSwitch.tsx'

interface PartSlice {
  readonly parts: readonly PartSeen[]
  readonly chosen: ReadonlySet<string>
  readonly to: string
  readonly note: string
  /** A returned file that is being looked at. */
  readonly returned: { readonly path: string; readonly preview: PartPreview } | null
  readonly choices: ReadonlyMap<string, PartChoice>
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: string | null
  /** The file that was written last. */
  readonly written: string | null
}
const nothing: Omit<PartSlice, 'parts'> = { chosen: new Set(), to: '', note: '', returned: null, choices: new Map(), busy: false, problem: null, done: null, written: null }

/** 分工: what is given out, what is filled for others, and a returned file against what is here. */
export const useParts = create<PartSlice>(() => ({ parts: [], ...nothing }))
const set = useParts.setState
const opened = (): number | null => useFiling.getState().view?.filing ?? null

/** Asks the engine, one thing at a time; what it refused is said. */
const ask = async <C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C> | null> => {
  if (useParts.getState().busy) return null
  set({ busy: true, problem: null, done: null, written: null })
  const answer = await call(channel, args)
  set({ busy: false, problem: answer.ok ? null : answer.problem })
  return answer.ok ? answer.value : null
}

/** Begins afresh with the filing that is open, or with none. */
export const beginParts = async (): Promise<void> => {
  set({ parts: [], ...nothing })
  await loadParts()
}

const loadParts = async (): Promise<void> => {
  const filing = opened()
  const look = filing === null ? null : await call('part.look', { filing })
  if (look?.ok && opened() === filing) set({ parts: look.value })
}

/** Writes the chosen forms to a file of the user's choice. */
export const giveOut = async (): Promise<void> => {
  const { view } = useFiling.getState()
  const { chosen, to, note } = useParts.getState()
  if (!view || chosen.size === 0 || to.trim() === '') return
  const [path] = await dialog('dialog.save', { title: t.part.giveTitle, name: t.part.giveName(view.unit.name, view.pack.year, to.trim()) })
  if (!path) return
  const made = await ask('part.export', { filing: view.filing, forms: [...chosen], to: to.trim(), note, path })
  if (!made) return
  set({ chosen: new Set(), to: '', note: '', done: t.part.gave(made.cells, made.signer !== null), written: made.path })
  await loadParts()
}

/** Opens a file that somebody gave, and its filing. */
export const openPart = async (): Promise<void> => {
  const [path] = await dialog('dialog.open', { title: t.part.openTitle, kinds: 'any', many: false })
  const made = path ? await ask('part.open', { path }) : null
  if (!made) return
  await useApp.getState().load()
  await openFiling(made.filing)
  await beginParts()
  set({ done: made.created ? t.part.openedNew(made.from) : t.part.openedInto(made.from, made.taken, made.kept) })
}

/** Writes a part back to whoever gave it. */
export const writeBack = async (part: PartSeen): Promise<void> => {
  const { view } = useFiling.getState()
  if (!view) return
  const [path] = await dialog('dialog.save', { title: t.part.backTitle, name: t.part.backName(view.unit.name, view.pack.year, part.to) })
  const made = path ? await ask('part.return', { filing: view.filing, part: part.part, path }) : null
  if (made) set({ done: t.part.wroteBack(made.cells), written: made.path })
}

/** Every form is to be filled here again. */
export const endPart = async (part: PartSeen): Promise<void> => {
  const filing = opened()
  const parts = filing === null ? null : await ask('part.forget', { filing, part: part.part })
  if (!parts || filing === null) return
  set({ parts })
  await useFiling.getState().open(filing)
}

/** Looks at a returned file. */
export const lookAtReturned = async (): Promise<void> => {
  const filing = opened()
  if (filing === null) return
  const [path] = await dialog('dialog.open', { title: t.part.seeTitle, kinds: 'any', many: false })
  const preview = path ? await ask('part.preview', { filing, path }) : null
  if (path && preview) set({ returned: { path, preview }, choices: new Map() })
}

/** Says which side of a conflict counts. */
export const choose = (ids: readonly string[], take: PartChoice): void =>
  set((s) => ({ choices: new Map([...s.choices, ...ids.map((id) => [id, take] as const)]) }))

/** Whether a difference needs somebody to look: it comes in, or waits for a choice. */
export const needsEyes = (difference: PartDifference): boolean => difference.verdict === 'theirs' || difference.verdict === 'conflict'

/** What will come in by the choices made so far. */
export const comingIn = (differences: readonly PartDifference[], choices: ReadonlyMap<string, PartChoice>): readonly PartDifference[] =>
  differences.filter((one) => sideOf(one, choices) === 'theirs')

/** Merges what is chosen, as one step. */
export const mergeReturned = async (): Promise<void> => {
  const filing = opened()
  const { returned, choices } = useParts.getState()
  if (filing === null || !returned) return
  const made = await ask('part.merge', { filing, path: returned.path, digest: returned.preview.digest, choices: [...choices].map(([id, take]) => ({ id, take })) })
  if (!made) return
  await useFiling.getState().open(filing)
  set({ returned: null, choices: new Map(), done: t.part.merged(made.merged) })
}
