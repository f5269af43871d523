/** An arrow's direction. */
export type Way = 'up' | 'down' | 'left' | 'right'
/** Where a key press leads. */
export type Step = Way | 'next' | 'previous' | 'first' | 'last' | 'pageUp' | 'pageDown' | 'rowStart' | 'rowEnd' | 'stay'
/** What a key press means in a cell. */
export type Action =
  | { readonly do: 'move'; readonly step: Step }
  | { readonly do: 'extend' | 'edge'; readonly way: Way; readonly far: boolean }
  | { readonly do: 'all' }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'edit' | 'cancel' | 'clear' | 'list' }
  | { readonly do: 'row-insert' | 'row-delete' | 'row-copy' | 'row-up' | 'row-down' }
/** The parts of a keyboard event that matter. */
export interface Press { readonly key: string; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean; readonly composing: boolean }
/** The state of the cell that has the caret. */
export interface CellMode { readonly editing: boolean; /** The text differs from what the file holds: its undo is the input's. */ readonly changed: boolean; readonly enter: 'down' | 'right' | 'stay'; readonly rows: boolean }

const move = (step: Step): Action => ({ do: 'move', step })
const arrows: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }
const pages: Readonly<Record<string, Step>> = { PageUp: 'pageUp', PageDown: 'pageDown' }
const ends: Readonly<Record<string, Step>> = { Home: 'rowStart', End: 'rowEnd' }

const withCtrl = ({ key, alt, shift }: Press, mode: CellMode): Action | null => {
  if (alt) return null
  const arrow = arrows[key]
  if (arrow && !mode.editing) return { do: shift ? 'extend' : 'edge', way: arrow, far: true }
  if (!mode.editing && /^a$/i.test(key)) return { do: 'all' }
  if (/^z$/i.test(key) && !mode.changed) return { do: shift ? 'redo' : 'undo' }
  if (/^y$/i.test(key) && !mode.changed) return { do: 'redo' }
  if (key === 'Home' && !mode.editing) return move('first')
  if (key === 'End' && !mode.editing) return move('last')
  if (!mode.rows) return null
  if (key === '+' || key === '=') return { do: 'row-insert' }
  if (key === '-' || key === '_') return { do: 'row-delete' }
  if (key === 'd' || key === 'D') return { do: 'row-copy' }
  return null
}

const withAlt = ({ key, shift }: Press, mode: CellMode): Action | null => {
  if (shift && mode.rows && key === 'ArrowUp') return { do: 'row-up' }
  if (shift && mode.rows && key === 'ArrowDown') return { do: 'row-down' }
  if (!shift && key === 'ArrowDown') return { do: 'list' }
  return null
}

const enterStep = (mode: CellMode, back: boolean): Step => {
  if (mode.enter === 'stay') return 'stay'
  if (mode.enter === 'right') return back ? 'previous' : 'next'
  return back ? 'up' : 'down'
}

const plain = ({ key, shift }: Press, mode: CellMode): Action | null => {
  if (key === 'Enter') return move(enterStep(mode, shift))
  if (key === 'Tab') return move(shift ? 'previous' : 'next')
  if (key === 'Escape') return { do: 'cancel' }
  if (key === 'F2') return { do: 'edit' }
  const page = pages[key]
  if (page) return move(page)
  const end = ends[key]
  if (end && !shift && !mode.editing) return move(end)
  const arrow = arrows[key]
  if (arrow && shift && !mode.editing) return { do: 'extend', way: arrow, far: false }
  if (arrow && !shift && (!mode.editing || arrow === 'up' || arrow === 'down')) return move(arrow)
  if (key === 'Delete' && !mode.editing) return { do: 'clear' }
  return null
}

/** The meaning of a key in a cell, or null when the input itself must have it. While the input method composes, every key is its own. */
export const actionOf = (press: Press, mode: CellMode): Action | null => {
  if (press.composing || press.key === 'Process') return null
  if (press.ctrl) return withCtrl(press, mode)
  if (press.alt) return withAlt(press, mode)
  return plain(press, mode)
}
