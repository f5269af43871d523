import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'

/** Asks for a ledger file and opens it. */
export const openLedgerFile = async (): Promise<void> => {
  const [path] = await dialog('dialog.open', { title: t.office.first.openTitle, kinds: 'ledger', many: false })
  if (!path) return
  if (await useLedger.getState().act(() => call('ledger.open', { place: { path } }))) useNav.getState().go('office')
}
