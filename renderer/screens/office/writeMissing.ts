import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'

/** Writes the list of those who have not reported. */
export const writeMissing = async (state: LedgerState, region = ''): Promise<void> => {
  const [path] = await dialog('dialog.save', { title: t.office.home.missingTitle, name: t.office.home.missingName(state.regionName.replaceAll(' ', ''), state.year), kinds: 'table' })
  if (path) await useLedger.getState().run(() => call('register.missing', { region, path }), (answer) => t.office.home.missingDone(answer.path ?? path))
}
