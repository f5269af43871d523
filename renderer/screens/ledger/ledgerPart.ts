import { create } from 'zustand'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'

/** The parts of the ledger settings. */
export const ledgerParts = ['place', 'upward', 'backups', 'key', 'people', 'record', 'erase'] as const
export type LedgerPart = (typeof ledgerParts)[number]

/** Which part is open. */
export const useLedgerPart = create<{ readonly part: LedgerPart }>(() => ({ part: 'place' }))

/** Opens a part of the ledger settings. */
export const showLedger = (part: LedgerPart): void => {
  useLedger.getState().say(null)
  useLedgerPart.setState({ part })
  useNav.getState().go('ledger')
}
