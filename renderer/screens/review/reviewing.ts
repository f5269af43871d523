import { create } from 'zustand'
import type { Problem } from '../../../core/problem.ts'
import type { ReviewLine, ReviewView } from '../../../core/contract/regulator/review.ts'
import type { Result } from '../../../core/result.ts'
import { call } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { useOffice } from '../office/jumps.ts'

/** Which cell is looked at: an item and, in a table, its row. */
export interface Cell { readonly item: string; readonly row: number | null }
export const cellKey = ({ item, row }: Cell): string => (row === null ? item : `${item}/${row}`)

/** How people name a line: 301.24; a field of the sign-off has no number. */
export const codeWords = ({ form, code }: ReviewLine): string => (/^\d/.test(form) ? `${form}.${code}` : code)

interface ReviewingSlice {
  readonly view: ReviewView | null
  readonly form: string
  readonly every: boolean
  readonly cell: Cell | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly done: string | null
  /** The slip or receipt written last. */
  readonly file: string | null
  /** Grows whenever the queue may have changed. */
  readonly turn: number
  readonly open: (submission: number) => Promise<void>
  readonly show: (patch: Partial<Pick<ReviewingSlice, 'form' | 'every' | 'cell'>>) => void
  /** Does something that answers with the view; the problem it met, or null. */
  readonly act: <T>(what: () => Promise<Result<T>>, view: (value: T) => ReviewView | null, done?: (value: T) => { readonly words: string; readonly file?: string | null }) => Promise<Problem | null>
}

/** The form to begin with: the one with most differences, then with most that is notable. */
const firstForm = (view: ReviewView): string => {
  const forms = view.forms.filter((form) => form.applies)
  return forms.toSorted((a, b) => b.differences - a.differences || b.notable - a.notable)[0]?.form ?? view.forms[0]?.form ?? ''
}

const firstCell = (view: ReviewView, form: string): Cell | null => {
  const line = view.lines.find((one) => one.form === form && one.notable)
  return line ? { item: line.item, row: line.row } : null
}

const arrive = (view: ReviewView): Pick<ReviewingSlice, 'form' | 'cell' | 'every'> => {
  const wanted = useOffice.getState().item
  const line = wanted === null ? undefined : view.lines.find((one) => one.item === wanted)
  if (wanted !== null) useOffice.setState({ item: null })
  if (line) return { form: line.form, cell: { item: line.item, row: line.row }, every: !line.notable }
  const form = firstForm(view)
  return { form, cell: firstCell(view, form), every: false }
}

/** The submission that is reviewed. */
export const useReviewing = create<ReviewingSlice>((set, get) => ({
  view: null,
  form: '',
  every: false,
  cell: null,
  busy: false,
  problem: null,
  done: null,
  file: null,
  turn: 0,
  open: async (submission) => {
    if (get().view?.line.submission !== submission) set({ done: null, file: null, problem: null })
    const answer = await call('review.open', { submission })
    if (useOffice.getState().submission !== submission) return
    if (!answer.ok) return set({ problem: answer.problem, view: null })
    const same = get().view?.line.submission === submission && useOffice.getState().item === null
    set({ view: answer.value, problem: null, ...(same ? {} : arrive(answer.value)) })
  },
  show: (patch) => set(patch),
  act: async (what, viewOf, done) => {
    if (get().busy) return null
    set({ busy: true })
    const answer = await what()
    if (!answer.ok) {
      set({ busy: false })
      return answer.problem
    }
    const said = done?.(answer.value)
    set({ busy: false, problem: null, view: viewOf(answer.value) ?? get().view, turn: get().turn + 1, ...(said ? { done: said.words, file: said.file ?? null } : {}) })
    void useLedger.getState().load()
    return null
  },
}))

/** Opens another submission of the queue. */
export const goTo = (submission: number | null): void => {
  if (submission !== null) useOffice.setState({ submission })
}

/** Chooses a form and its first notable cell. */
export const showForm = (view: ReviewView, form: string): void => useReviewing.getState().show({ form, cell: firstCell(view, form), every: false })

/** Comes to a line wherever it is. */
export const showLine = (line: ReviewLine): void => useReviewing.getState().show({ form: line.form, cell: { item: line.item, row: line.row }, every: useReviewing.getState().every || !line.notable })

/** The line that is looked at. */
export const lineAt = (view: ReviewView, cell: Cell | null): ReviewLine | undefined => (cell ? view.lines.find((line) => line.item === cell.item && line.row === cell.row) : undefined)
