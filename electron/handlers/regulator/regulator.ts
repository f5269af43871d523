import { intakeHandlers } from './intake.ts'
import { ledgerHandlers } from './ledger.ts'
import { registerHandlers } from './register.ts'
import { reviewHandlers } from './review.ts'
import { tablesHandlers } from './tables.ts'
import { watchHandlers } from './watch.ts'

/** Every call of the regulator's side. */
export const regulatorHandlers = { ...ledgerHandlers, ...registerHandlers, ...intakeHandlers, ...reviewHandlers, ...tablesHandlers, ...watchHandlers }
