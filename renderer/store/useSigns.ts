import { useEffect } from 'react'
import { dialog } from '../api.ts'
import { useApp } from './app.ts'
import { useFiling } from './filing.ts'

/**
 * Says to whoever watches the page from outside what a person sees anyway:
 * `data-ready` once the first data is painted (then `then` may fetch the rest), `data-pending` how many cells are on their way to the file.
 */
export const useSigns = (then: () => void): void => {
  const there = useApp((s) => s.state !== null || s.problem !== null)
  const pending = useFiling((s) => Object.keys(s.pending).length)
  useEffect(() => {
    document.documentElement.dataset.pending = String(pending)
  }, [pending])
  useEffect(() => {
    if (!there) return
    requestAnimationFrame(() => requestAnimationFrame(() => {
      document.documentElement.dataset.ready = 'true'
      void dialog('window.ready', {})
      then()
    }))
  }, [there, then])
}
