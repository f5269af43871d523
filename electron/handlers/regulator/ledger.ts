import { ledgerRequests } from '../../../core/contract/regulator/ledger.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const ledgerHandlers = unbuilt(ledgerRequests)
