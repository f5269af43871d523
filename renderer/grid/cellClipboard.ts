import type { ClipboardEvent } from 'react'
import { changed, idOf } from './live.ts'
import type { Live } from './live.ts'
import { onCopy, onCut } from './paste/copy.ts'
import { broughtBy, isSimple, pasteAt } from './paste/receive.ts'
import { useSelection } from './select/selection.ts'

/** Ctrl Shift V was pressed: the paste event that follows is of amounts in 元. */
const asked = { yuan: false }

/** Notes at a key press whether the paste that may follow is of 元. */
export const noteKey = (key: string, ctrl: boolean, shift: boolean): void => {
  asked.yuan = ctrl && shift && /^v$/i.test(key)
}

/** The clipboard handlers of a cell's input; what is being edited keeps its own. */
export const clipboardHandlers = (live: Live) => ({
  onCopy: (event: ClipboardEvent) => {
    if (!changed(live) && onCopy(event.clipboardData)) event.preventDefault()
  },
  onCut: (event: ClipboardEvent) => {
    if (!changed(live) && onCut(event.clipboardData)) event.preventDefault()
  },
  onPaste: (event: ClipboardEvent) => {
    const { yuan } = asked
    asked.yuan = false
    if (live.composing || changed(live)) return
    const brought = broughtBy(event.clipboardData)
    const many = useSelection.getState().range !== null
    if (!useSelection.getState().surface || (!yuan && !many && isSimple(idOf(live), brought))) return
    event.preventDefault()
    pasteAt(idOf(live), brought, yuan)
  },
})
