import { useApp } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { mainFiling } from '../home/nextStep.ts'
import { openFiling } from './UnitSwitch.tsx'

/** Opens the find; from the home page it looks in the filing that is next, for a regulator in the register. */
export const openFind = async (): Promise<void> => {
  if (useApp.getState().state?.settings.role === 'regulator') return useNav.getState().showFind(useLedger.getState().state !== null)
  if (!useFiling.getState().view) {
    const found = mainFiling(useApp.getState().state?.units ?? [])
    if (!found || !(await openFiling(found.filing.filing))) return
  }
  useNav.getState().showFind(true)
}
