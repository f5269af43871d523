import { create } from 'zustand'
import type { Answer } from '../../../core/contract.ts'
import type { FilingState } from '../../../core/filing/filing.ts'
import type { Problem } from '../../../core/problem.ts'
import type { PrintWanted } from '../../../core/contract/printing.ts'
import { call, dialog } from '../../api.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import type { Screen } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'

/** What to put on paper of the open filing. */
export type Wanted = Omit<PrintWanted, 'filing'>

interface Printing {
  readonly wanted: Wanted
  readonly preview: Answer<'print.preview'> | null
  readonly busy: boolean
  readonly problem: Problem | null
  /** The PDF that was just written. */
  readonly saved: string | null
  /** The last attempt to print came to nothing, and not because it was cancelled. */
  readonly failed: boolean
  readonly from: Screen
  /** Shows the pages of the filing that is open; a form that its pack does not have becomes the set. */
  readonly show: (filing: number, state: FilingState) => void
  readonly choose: (wanted: Wanted) => Promise<void>
  readonly save: () => Promise<void>
  /** The system's print dialog. */
  readonly paper: () => Promise<void>
}

let turn = 0

/** The pages chosen on the print screen. */
export const usePrinting = create<Printing>((set, get) => ({
  wanted: { what: 'set' },
  preview: null,
  busy: false,
  problem: null,
  saved: null,
  failed: false,
  from: 'home',
  show: () => {
    const { wanted, choose } = get()
    const known = wanted.what !== 'form' || useFiling.getState().view?.pack.forms.some((form) => form.no === wanted.form) === true
    void choose(known ? wanted : { what: 'set' })
  },
  choose: async (wanted) => {
    const { view } = useFiling.getState()
    if (!view) return
    const mine = ++turn
    set({ wanted, preview: null, problem: null, saved: null, failed: false })
    const answer = await call('print.preview', { filing: view.filing, ...wanted })
    if (mine === turn) set(answer.ok ? { preview: answer.value } : { problem: answer.problem })
  },
  save: async () => {
    const { wanted, preview, busy } = get()
    const { view } = useFiling.getState()
    if (!view || !preview || busy) return
    const [path] = await dialog('dialog.save', { title: t.print.saveTitle, name: preview.name })
    if (!path) return
    set({ busy: true, problem: null, saved: null, failed: false })
    const answer = await call('print.make', { filing: view.filing, ...wanted, path })
    set(answer.ok ? { busy: false, saved: answer.value.path } : { busy: false, problem: answer.problem })
  },
  paper: async () => {
    const { preview, busy } = get()
    if (!preview || busy) return
    set({ busy: true, problem: null, saved: null, failed: false })
    const [how] = await dialog('print.paper', { html: preview.html })
    set({ busy: false, failed: how === 'failed' })
  },
}))

/** What one would print from a screen: the form one fills, the findings as they are listed, else the whole set. */
const wantedHere = (): Wanted => {
  const { screen, form, findingOrder } = useNav.getState()
  const fills = useFiling.getState().view?.pack.forms.some((each) => each.no === form) === true
  if (screen === 'audit') return { what: 'findings', order: findingOrder }
  return screen === 'entry' && fills ? { what: 'form', form } : { what: 'set' }
}

/** Goes to the print screen once everything typed is in the file; pressed there, it prints. */
export const goPrint = async (wanted: Wanted = wantedHere()): Promise<void> => {
  const { screen } = useNav.getState()
  const { view } = useFiling.getState()
  if (!view) return
  if (screen === 'print') return usePrinting.getState().paper()
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await useFiling.getState().open(view.filing)
  usePrinting.setState({ from: screen, wanted })
  useNav.getState().go('print')
}
