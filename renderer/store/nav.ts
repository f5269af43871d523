import { create } from 'zustand'

/** The screens of the top bar; `verify` is the regulator's, `print` and `part` (分工) have no tab. */
export type Screen = 'home' | 'entry' | 'audit' | 'seal' | 'import' | 'safety' | 'prior' | 'print' | 'part' | 'verify'

interface NavSlice {
  readonly screen: Screen
  /** A form number, or `signoff`. */
  readonly form: string
  /** A repeating table of the form, null for its single items. */
  readonly part: string | null
  readonly finding: string | null
  readonly findingOrder: 'severity' | 'form'
  readonly find: boolean
  readonly go: (screen: Screen) => void
  readonly openForm: (form: string, part?: string | null) => void
  /** Chooses the form without leaving the screen. */
  readonly setForm: (form: string) => void
  readonly openFinding: (key: string | null) => void
  readonly order: (order: NavSlice['findingOrder']) => void
  readonly showFind: (open: boolean) => void
}

/** Where the user is. */
export const useNav = create<NavSlice>((set) => ({
  screen: 'home',
  form: '',
  part: null,
  finding: null,
  findingOrder: 'severity',
  find: false,
  go: (screen) => set({ screen }),
  openForm: (form, part = null) => set({ screen: 'entry', form, part }),
  setForm: (form) => set({ form, part: null }),
  openFinding: (finding) => set({ finding }),
  order: (findingOrder) => set({ findingOrder }),
  showFind: (find) => set({ find }),
}))
