import type { Settings } from '../../../core/contract.ts'
import { useApp } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'

/** Goes over to the regulator's side or back to filing. */
export const takeRole = async (role: Settings['role']): Promise<void> => {
  await useApp.getState().change({ role })
  useNav.getState().go(role === 'regulator' ? 'office' : 'home')
  if (role === 'regulator') await useLedger.getState().load()
}

/** Whether the window is the regulator's. */
export const useIsOffice = (): boolean => useApp((s) => s.state?.settings.role === 'regulator')
