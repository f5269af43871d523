import { useEffect } from 'react'
import { useLedger } from '../../store/ledger.ts'
import { useIsOffice } from './role.ts'

const EVERY = 20_000

/** Keeps counts and the connection mark fresh while the window is the regulator's and in sight. */
export const useLedgerWatch = (): void => {
  const office = useIsOffice()
  useEffect(() => {
    if (!office) return
    void useLedger.getState().load()
    const timer = setInterval(() => { if (!document.hidden) void useLedger.getState().load() }, EVERY)
    return () => clearInterval(timer)
  }, [office])
}
