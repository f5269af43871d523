import type { CompositionEvent, FocusEvent, FormEvent, KeyboardEvent, MouseEvent } from 'react'
import { useFiling } from '../store/filing.ts'
import { useFocus } from '../store/focus.ts'
import { clipboardHandlers, noteKey } from './cellClipboard.ts'
import { initialsOf } from './initials.ts'
import { actionOf } from './keys.ts'
import type { Action, Way } from './keys.ts'
import { codeMeant, optionText } from './match.ts'
import { editText, tidied } from './show.ts'
import { changed, idOf } from './live.ts'
import type { Live } from './live.ts'
import { reach } from './rows/actions.ts'
import { clearSelected } from './select/bulk.ts'
import { beside, edgeFrom } from './select/range.ts'
import { reveal } from './select/reveal.ts'
import { useSelection } from './select/selection.ts'
import { stepBack } from './select/stepBack.ts'
import { textAt } from './select/sums.ts'

/** Shows the stored text, unless someone is typing here. */
export const syncInput = (live: Live): void => {
  const { input, env, mode, composing } = live
  if (!input || mode === 'editing' || composing) return
  const wanted = mode === 'rest' ? env.shown : editText(env.pack, env.item, env.text)
  if (input.value === wanted) return
  input.value = wanted
  if (mode === 'ready') input.select()
}

const meant = ({ env }: Live, typed: string): string => {
  const { options } = env.picker
  if (options.length === 0) return tidied(env.item, typed)
  return codeMeant(options, typed, initialsOf) ?? tidied(env.item, typed)
}

const settle = (live: Live): void => {
  const { input, env } = live
  env.picker.hide()
  if (!input || live.mode !== 'editing') return
  live.mode = 'ready'
  useFocus.getState().type(null)
  if (input.value === editText(env.pack, env.item, env.text)) return
  const text = meant(live, input.value)
  input.value = editText(env.pack, env.item, text)
  if (text !== env.text) void useFiling.getState().commit([{ item: env.cell.item, row: env.cell.row, text }, ...(env.grid.also?.(idOf(live), text) ?? [])])
}

/** Takes the chosen line of an open list: what was typed towards, or with Enter what was chosen in the full list. An emptied cell stays empty. */
const takeActive = (live: Live, key: string): void => {
  const { input, mode, env: { picker } } = live
  const option = picker.matches[picker.active]?.option
  const meantIt = mode === 'editing' ? input?.value.trim() !== '' : key === 'Enter'
  if (!input || !picker.open || !option || !meantIt) return
  live.mode = 'editing'
  input.value = optionText(option)
}

/** Puts one option of the list into the cell and commits it. */
export const chooseOption = (live: Live, at: number): void => {
  const option = live.env.picker.matches[at]?.option
  if (!live.input || !option) return
  live.mode = 'editing'
  live.input.value = optionText(option)
  settle(live)
  live.input.focus()
  live.input.select()
}

const clear = (live: Live): void => {
  const { input, env } = live
  if (useSelection.getState().range) return void clearSelected()
  if (!input || env.readOnly) return
  input.value = ''
  if (env.text !== '') void useFiling.getState().commit([{ item: env.cell.item, row: env.cell.row, text: '' }])
}

const cancel = (live: Live): boolean => {
  const { input, env } = live
  if (useSelection.getState().range) {
    useSelection.getState().collapse()
    return true
  }
  if (!input || live.mode !== 'editing') return env.picker.open && (env.picker.hide(), true)
  env.picker.hide()
  input.value = editText(env.pack, env.item, env.text)
  live.mode = 'ready'
  input.select()
  useFocus.getState().type(null)
  return true
}

const edit = (live: Live): void => {
  const { input, env } = live
  if (!input || env.readOnly) return
  live.mode = 'editing'
  input.setSelectionRange(input.value.length, input.value.length)
}

const move = (live: Live, event: KeyboardEvent, action: Extract<Action, { do: 'move' }>): void => {
  const { picker, grid } = live.env
  if (picker.open && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    picker.move(event.key === 'ArrowUp' ? -1 : 1)
    event.preventDefault()
    return
  }
  takeActive(live, event.key)
  settle(live)
  const went = grid.go(idOf(live), action.step, event.key === 'Enter')
  if (went || event.key !== 'Tab') event.preventDefault()
  if (!went) live.input?.select()
}

const filled = (id: string): boolean => {
  const { view } = useFiling.getState()
  return view !== null && textAt(view, id).trim() !== ''
}

/** Shift and arrows stretch the selection, Ctrl goes to the edge of the filled block, Ctrl A takes the whole table. */
const range = (live: Live, action: { readonly do: 'extend' | 'edge'; readonly way: Way; readonly far: boolean } | { readonly do: 'all' }): void => {
  const { surface, head, extendTo, all } = useSelection.getState()
  if (!surface) return
  if (action.do === 'all') return all()
  const from = action.do === 'extend' ? (head ?? idOf(live)) : idOf(live)
  const to = action.far ? edgeFrom(surface.field, from, action.way, filled) : beside(surface.field, from, action.way)
  if (to === from) return
  if (action.do === 'edge') return reach(surface.form, to)
  extendTo(to)
  reveal(to)
}

/** Takes back in the file; what is half typed in the cell goes first. */
const takeBack = (live: Live, which: 'undo' | 'redo'): void => {
  if (live.mode === 'editing') cancel(live)
  void stepBack(which)
}

const act = (live: Live, event: KeyboardEvent, action: Action): void => {
  if (action.do === 'move') return move(live, event, action)
  if (action.do === 'cancel') {
    if (cancel(live)) {
      event.preventDefault()
      event.stopPropagation()
    }
    return
  }
  event.preventDefault()
  if (action.do === 'edit') return edit(live)
  if (action.do === 'extend' || action.do === 'edge' || action.do === 'all') return range(live, action)
  if (action.do === 'undo' || action.do === 'redo') return takeBack(live, action.do)
  if (action.do === 'clear') return clear(live)
  if (action.do === 'list') return live.env.readOnly ? undefined : live.env.picker.show('', live.env.text)
  settle(live)
  if (!event.repeat) live.env.grid.row(action.do, idOf(live))
}

const typing = (live: Live) => ({
  onInput: (event: FormEvent<HTMLInputElement>) => {
    useSelection.getState().collapse()
    live.mode = 'editing'
    const { value } = event.currentTarget
    useFocus.getState().type(value)
    if (!live.composing) live.env.picker.show(value)
  },
  onCompositionStart: () => {
    live.composing = true
    live.mode = 'editing'
    useFocus.getState().compose(true)
  },
  onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => {
    live.composing = false
    useFocus.getState().compose(false)
    live.env.picker.show(event.currentTarget.value)
  },
})

const coming = (live: Live) => ({
  onFocus: (event: FocusEvent<HTMLInputElement>) => {
    live.mode = 'ready'
    if (useSelection.getState().anchor !== idOf(live)) useSelection.getState().start(idOf(live))
    useFocus.getState().focus(live.env.cell)
    event.currentTarget.value = live.env.readOnly ? live.env.shown : editText(live.env.pack, live.env.item, live.env.text)
    event.currentTarget.select()
  },
  onBlur: () => {
    settle(live)
    live.mode = 'rest'
    live.composing = false
    if (useFocus.getState().draft !== null) useFocus.getState().type(null)
    syncInput(live)
  },
  onMouseDown: (event: MouseEvent<HTMLInputElement>) => {
    if (document.activeElement === event.currentTarget) {
      if (live.mode === 'ready') event.currentTarget.setSelectionRange(0, 0)
      if (!live.env.readOnly) live.mode = 'editing'
      return
    }
    event.preventDefault()
    event.currentTarget.focus()
  },
})

/** The handlers of a cell's native input. */
export const cellHandlers = (live: Live) => ({
  ...typing(live),
  ...coming(live),
  ...clipboardHandlers(live),
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
    const composing = live.composing || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey, composing }
    noteKey(press.key, press.ctrl, press.shift)
    if (live.mode === 'editing' && !changed(live) && useSelection.getState().range) live.mode = 'ready'
    const action = actionOf(press, { editing: live.mode === 'editing', changed: changed(live), enter: live.env.enter, rows: live.env.grid.rows })
    if (action) act(live, event, action)
  },
})
