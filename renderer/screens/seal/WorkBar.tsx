import { useEffect, useState } from 'react'
import { t } from '../../text/texts.ts'
import { useSealing } from './sealing.ts'
import type { Work } from './sealing.ts'

const words = (): Readonly<Record<Work, string>> => ({ seal: t.seal.running, export: t.seal.exporting, reread: t.seal.rereading, reopen: t.loading })

const useSlow = (busy: boolean): boolean => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setSlow(true), 300)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [busy])
  return slow
}

/** What is being done, shown when it takes longer than 300 ms. */
export const WorkBar = () => {
  const busy = useSealing((s) => s.busy)
  const slow = useSlow(busy !== null)
  return (
    <div role="status" aria-live="polite" className="seal-work">
      {busy && slow && <><span>{words()[busy]}</span><span className="seal-work-bar" aria-hidden="true" /></>}
    </div>
  )
}
