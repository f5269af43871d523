import { create } from 'zustand'
import { isAway } from './policy.ts'

/** The regulator's screens; `verify` and `ledger` (台账) have no tab. */
export const officeScreens = ['office', 'register', 'intake', 'review', 'tables', 'monitor', 'bulletin', 'sample', 'ledger', 'verify'] as const
export type OfficeScreen = (typeof officeScreens)[number]
/** The screens of the top bar; `office` is the regulator's home, `print`, `part` (分工) and `about` have no tab. */
export type Screen = 'home' | 'entry' | 'audit' | 'seal' | 'import' | 'safety' | 'prior' | 'print' | 'part' | 'about' | OfficeScreen

/** The screen that stands for a role: one of its own, else its home. */
export const screenFor = (role: 'agency' | 'regulator', screen: Screen): Screen => {
  const office = officeScreens.some((one) => one === screen)
  if (screen === 'about') return screen
  if (role === 'regulator') return office ? screen : 'office'
  return office && screen !== 'verify' ? 'home' : screen
}

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
  go: (screen) => { if (!isAway(screen)) set({ screen }) },
  openForm: (form, part = null) => set({ screen: 'entry', form, part }),
  setForm: (form) => set({ form, part: null }),
  openFinding: (finding) => set({ finding }),
  order: (findingOrder) => set({ findingOrder }),
  showFind: (find) => set({ find }),
}))
