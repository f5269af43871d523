import { intakeRequests, type IntakeAnswers } from './intake.ts'
import { ledgerRequests, type LedgerAnswers } from './ledger.ts'
import { registerRequests, type RegisterAnswers } from './register.ts'
import { reviewRequests, type ReviewAnswers } from './review.ts'
import { tableRequests, type TableAnswers } from './tables.ts'
import { watchRequests, type WatchAnswers } from './watch.ts'

/** Arguments of every call of the regulator's side. */
export const regulatorRequests = { ...ledgerRequests, ...registerRequests, ...intakeRequests, ...reviewRequests, ...tableRequests, ...watchRequests } as const
/** Answers of these calls. */
export interface RegulatorAnswers extends LedgerAnswers, RegisterAnswers, IntakeAnswers, ReviewAnswers, TableAnswers, WatchAnswers {}
