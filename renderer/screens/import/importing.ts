import { create } from 'zustand'
import type { Answer } from '../../../core/contract.ts'
import type { Part } from '../../../core/import/mapping.ts'
import type { ImportCell } from '../../../core/import/plan.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { firstParts, mappingOf, withCode } from './parts.ts'
import type { DraftPart } from './parts.ts'

type Look = Answer<'import.look'>
type Preview = Answer<'import.preview'>
type Saved = Answer<'import.mappings'>

/** What stands in the screen before a file is chosen, and again after writing. */
const fresh = { path: null, look: null, sheet: '', parts: [], here: null, preview: null, skip: false, used: null, done: null, problem: null } as const

interface ImportSlice {
  readonly path: string | null
  readonly look: Look | null
  /** The sheet shown on the left. */
  readonly sheet: string
  readonly parts: readonly DraftPart[]
  /** The part that a click on a sample cell is for. */
  readonly here: number | null
  readonly preview: Preview | null
  /** Write what is sound although other cells are refused. */
  readonly skip: boolean
  readonly saved: Saved
  /** The saved mapping in use. */
  readonly used: string | null
  readonly busy: boolean
  readonly problem: Problem | null
  /** Cells written. */
  readonly done: number | null
  readonly set: (patch: Partial<Pick<ImportSlice, 'sheet' | 'parts' | 'here' | 'skip' | 'preview' | 'problem' | 'done'>>) => void
  readonly start: () => void
  readonly load: (unit: number) => Promise<void>
  readonly pick: () => Promise<void>
  readonly use: (name: string) => void
  readonly save: (name: string) => Promise<boolean>
  readonly forget: (name: string) => Promise<void>
  readonly see: () => Promise<void>
  readonly write: () => Promise<void>
  /** Says which code a word of the file stands for, and looks again. */
  readonly assign: (cell: ImportCell, code: string) => Promise<void>
}
type Set = (patch: Partial<ImportSlice>) => void
type Get = () => ImportSlice

const opened = () => useFiling.getState().view
let serial = 0
const draft = (parts: readonly { readonly part: Part; readonly on: boolean }[]): readonly DraftPart[] => parts.map((one) => ({ ...one, id: ++serial }))
/** A part that was added by hand. */
export const newPart = (part: Part): DraftPart => ({ part, on: true, id: ++serial })

const pick = (set: Set, get: Get) => async (): Promise<void> => {
  const [path] = await dialog('dialog.open', { title: t.importing.dialog, kinds: 'any', many: false })
  const view = opened()
  if (!path || !view || get().busy) return
  set({ ...fresh, path, busy: true })
  const answer = await call('import.look', { filing: view.filing, path })
  if (!answer.ok) return set({ busy: false, problem: answer.problem })
  const look = answer.value
  const fitting = get().saved.find(({ name }) => name === look.fitting[0])
  const parts = draft(fitting ? fitting.mapping.parts.map((part) => ({ part, on: true })) : firstParts(look.proposals))
  set({ busy: false, look, parts, used: fitting?.name ?? null, sheet: parts.find((one) => one.on)?.part.sheet ?? look.sheets[0]?.name ?? '' })
}

const see = (set: Set, get: Get) => async (): Promise<void> => {
  const { path, parts, busy } = get()
  const view = opened()
  if (!path || !view || busy) return
  set({ busy: true, problem: null })
  const answer = await call('import.preview', { filing: view.filing, path, mapping: mappingOf(parts) })
  set(answer.ok ? { busy: false, preview: answer.value, skip: false } : { busy: false, problem: answer.problem })
}

const write = (set: Set, get: Get) => async (): Promise<void> => {
  const { path, parts, preview, skip, busy } = get()
  const view = opened()
  if (!path || !view || !preview || busy) return
  set({ busy: true, problem: null })
  const answer = await call('import.run', { filing: view.filing, path, mapping: mappingOf(parts), digest: preview.digest, skipRefused: skip })
  if (!answer.ok) return set({ busy: false, problem: answer.problem })
  await useFiling.getState().open(view.filing)
  set({ ...fresh, busy: false, done: answer.value.counts.fills + answer.value.counts.replaces })
}

const save = (set: Set, get: Get) => async (name: string): Promise<boolean> => {
  const view = opened()
  if (!view) return false
  const answer = await call('import.save', { unit: view.unit.unit, name: name.trim(), mapping: mappingOf(get().parts) })
  set(answer.ok ? { saved: answer.value, used: name.trim(), problem: null } : { problem: answer.problem })
  return answer.ok
}

/** 导入: the file, its mapping, its preview. Nothing is written before `write`. */
export const useImporting = create<ImportSlice>((set, get) => ({
  ...fresh,
  saved: [],
  busy: false,
  set: (patch) => set(patch),
  start: () => set({ ...fresh }),
  load: async (unit) => {
    const answer = await call('import.mappings', { unit })
    if (answer.ok) set({ saved: answer.value })
  },
  pick: pick(set, get),
  use: (name) => {
    const found = get().saved.find((one) => one.name === name)
    const look = get().look
    if (!look) return
    const parts = draft(found ? found.mapping.parts.map((part) => ({ part, on: true })) : firstParts(look.proposals))
    set({ parts, used: found?.name ?? null, here: null, preview: null, sheet: parts.find((one) => one.on)?.part.sheet ?? get().sheet })
  },
  save: save(set, get),
  forget: async (name) => {
    const view = opened()
    if (!view) return
    const answer = await call('import.remove', { unit: view.unit.unit, name })
    if (answer.ok) set({ saved: answer.value, ...(get().used === name ? { used: null } : {}) })
  },
  see: see(set, get),
  write: write(set, get),
  assign: async (cell, code) => {
    set({ parts: get().parts.map((one) => ({ ...one, part: withCode(one.part, cell, cell.source, code) })) })
    await see(set, get)()
  },
}))

/** Changes one part of the mapping; what is changed is meant to be imported. */
export const changePart = (id: number, part: Part): void => {
  const { parts, set } = useImporting.getState()
  set({ parts: parts.map((one) => (one.id === id ? { ...one, on: true, part } : one)) })
}
