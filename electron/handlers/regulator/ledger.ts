import { ledgerRequests } from '../../../core/contract/regulator/ledger.ts'
import { ledgerCreate, ledgerOpen, ledgerUse } from './ledger/choose.ts'
import { ledgerState } from './ledger/state.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls on the ledger itself. */
export const ledgerHandlers = {
  ...unbuilt(ledgerRequests),
  'ledger.state': ledgerState,
  'ledger.create': ledgerCreate,
  'ledger.open': ledgerOpen,
  'ledger.use': ledgerUse,
}
