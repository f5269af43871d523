import type { AppState } from '../../core/contract.ts'
import { useApp } from './app.ts'
import { useFiling } from './filing.ts'
import { useFocus } from './focus.ts'

/** The work file was changed as a whole: nothing of the old one stays open. The filing that was open is opened again if it is still there. */
export const takeState = async (state: AppState): Promise<void> => {
  const open = useFiling.getState().view?.filing
  const still = state.units.some((unit) => unit.filings.some((filing) => filing.filing === open))
  useFiling.getState().forget()
  useFocus.getState().clear()
  useApp.setState({ state, problem: null })
  if (open !== undefined && still) await useFiling.getState().open(open)
}
