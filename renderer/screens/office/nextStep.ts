import type { LedgerCounts } from '../../../core/contract/regulator/ledger.ts'
import type { OfficeScreen } from '../../store/nav.ts'

/** What is next at a regulator's desk, and for how many units. */
export interface OfficeStep { readonly key: 'register' | 'intake' | 'review' | 'wait' | 'tables'; readonly n: number; readonly screen: OfficeScreen }

/** The one next step: register, review what waits, take in what is missing, wait for what was returned, make the tables. */
export const officeStep = (counts: LedgerCounts): OfficeStep => {
  if (counts.due === 0 && counts.received === 0) return { key: 'register', n: 0, screen: 'register' }
  if (counts.inReview > 0) return { key: 'review', n: counts.inReview, screen: 'review' }
  if (counts.missing > 0) return { key: 'intake', n: counts.missing, screen: 'intake' }
  if (counts.returned > 0) return { key: 'wait', n: counts.returned, screen: 'review' }
  return { key: 'tables', n: counts.accepted, screen: 'tables' }
}
