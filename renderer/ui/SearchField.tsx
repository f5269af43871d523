import { useEffect, useRef, useState } from 'react'
import { Icon } from './icons/Icon.tsx'

/** A search that asks a moment after the last key, never in the middle of a composition. */
export const SearchField = ({ label, value, change }: { label: string; value: string; change: (text: string) => void }) => {
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const wait = useRef(0)
  useEffect(() => setTyped(value), [value])
  useEffect(() => () => clearTimeout(wait.current), [])
  const later = (text: string): void => {
    clearTimeout(wait.current)
    wait.current = window.setTimeout(() => change(text.trim()), 180)
  }
  return (
    <span className="search-field">
      <Icon name="search" />
      <input
        type="search" className="field" aria-label={label} placeholder={label} value={typed} maxLength={100} autoComplete="off" spellCheck={false} data-search=""
        onChange={(event) => { setTyped(event.target.value); if (!composing.current) later(event.target.value) }}
        onCompositionStart={() => { composing.current = true }} onCompositionEnd={(event) => { composing.current = false; later(event.currentTarget.value) }}
      />
    </span>
  )
}
