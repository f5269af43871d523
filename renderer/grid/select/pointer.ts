import { useEffect, useMemo } from 'react'
import type { MouseEvent } from 'react'
import { useFocus } from '../../store/focus.ts'
import type { Field } from '../moves.ts'
import { useSelection } from './selection.ts'

const cellAt = (target: EventTarget): string | null => {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null
  return cell?.querySelector<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null
}
const caretIn = (id: string | null): boolean => document.activeElement instanceof HTMLElement && document.activeElement.dataset['cell'] === id

const onMouseDownCapture = (event: MouseEvent): void => {
  const id = cellAt(event.target)
  const { anchor, extendTo, start } = useSelection.getState()
  if (id === null || event.button !== 0) return
  if (event.shiftKey && anchor !== null && anchor !== id && caretIn(anchor) && useFocus.getState().draft === null) {
    event.preventDefault()
    event.stopPropagation()
    extendTo(id)
    return
  }
  start(id)
  useSelection.setState({ dragging: true })
}

const onMouseOver = (event: MouseEvent): void => {
  const { dragging, head, extendTo } = useSelection.getState()
  if (!dragging || (event.buttons & 1) === 0 || useFocus.getState().draft !== null) return
  const id = cellAt(event.target)
  if (id !== null && id !== head) extendTo(id)
}

/** The mouse handlers of a grid in which ranges can be selected. */
export const pointerHandlers = { onMouseDownCapture, onMouseOver }

/** Makes a field the one in which cells are selected, as long as it is on the screen. */
export const useSurface = (form: string, table: string | null, field: Field): void => {
  const surface = useMemo(() => ({ form, table, field }), [form, table, field])
  useEffect(() => useSelection.getState().show(surface), [surface])
  useEffect(() => {
    const { release, show } = useSelection.getState()
    addEventListener('mouseup', release)
    return () => {
      removeEventListener('mouseup', release)
      show(null)
    }
  }, [])
}
