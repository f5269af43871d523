import { useEffect, useRef } from 'react'

/** Ctrl Enter does what the screen's solid button does; text under the caret is committed first. */
export const useCtrlEnter = (act: (() => void) | null): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      latest.current?.()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
