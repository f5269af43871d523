import { ledgerBackUp, ledgerCopies, ledgerRestore } from './ledger/backups.ts'
import { ledgerCreate, ledgerOpen, ledgerProbe, ledgerUse } from './ledger/choose.ts'
import { ledgerErase } from './ledger/erase.ts'
import { ledgerKey } from './ledger/key.ts'
import { ledgerPeople } from './ledger/people.ts'
import { ledgerRecord } from './ledger/record.ts'
import { ledgerState } from './ledger/state.ts'

/** Calls on the ledger itself. */
export const ledgerHandlers = {
  'ledger.state': ledgerState,
  'ledger.create': ledgerCreate,
  'ledger.open': ledgerOpen,
  'ledger.probe': ledgerProbe,
  'ledger.use': ledgerUse,
  'ledger.backups': ledgerCopies,
  'ledger.backUp': ledgerBackUp,
  'ledger.restore': ledgerRestore,
  'ledger.key': ledgerKey,
  'ledger.people': ledgerPeople,
  'ledger.record': ledgerRecord,
  'ledger.erase': ledgerErase,
}
