import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { create } from 'zustand'
import { Kbd } from '../../ui/Kbd.tsx'

const useNote = create<{ readonly note: ReactNode }>(() => ({ note: null }))

/** What the screen that is open says at the right of the status bar: keys, or the file just written. */
export const StatusNote = () => useNote((s) => s.note)

/** Says `note` in the status bar while the screen is open. */
export const useStatusNote = (note: ReactNode): void => {
  useEffect(() => {
    useNote.setState({ note })
  })
  useEffect(() => () => useNote.setState({ note: null }), [])
}

/** Keys with what they do, for the status bar. */
export const StatusKeys = ({ keys }: { keys: readonly (readonly [string, string])[] }) => (
  <span className="status-keys office-keys" aria-hidden="true">{keys.map(([key, words]) => <span key={key}><Kbd>{key}</Kbd> {words}</span>)}</span>
)
