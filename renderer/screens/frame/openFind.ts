import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { mainFiling } from '../home/nextStep.ts'
import { openFiling } from './UnitSwitch.tsx'

/** Opens the find; from the home page it looks in the filing that is next. */
export const openFind = async (): Promise<void> => {
  if (!useFiling.getState().view) {
    const found = mainFiling(useApp.getState().state?.units ?? [])
    if (!found || !(await openFiling(found.filing.filing))) return
  }
  useNav.getState().showFind(true)
}
