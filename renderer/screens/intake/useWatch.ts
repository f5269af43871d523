import { useEffect } from 'react'
import { useLedgerKey } from '../../store/ledger.ts'
import { isBusy, useIntaking } from './intaking.ts'

/** Asks how far the batch is: at once, then often while files are read. */
export const useWatch = (): void => {
  const busy = useIntaking((s) => isBusy(s.progress))
  const ledger = useLedgerKey()
  useEffect(() => void useIntaking.getState().look(), [ledger])
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(() => void useIntaking.getState().look(), 600)
    return () => clearInterval(timer)
  }, [busy])
}
