import { createContext, useContext } from 'react'
import type { Action, Step } from './keys.ts'
import { uncover } from './uncover.ts'

type RowAction = Extract<Action['do'], `row-${string}`>
/** What a cell asks of the grid it stands in. */
export interface GridActions {
  /** Moves the caret; false when there is no cell that way. */
  readonly go: (id: string, step: Step, enter: boolean) => boolean
  /** Does a row step; nothing outside repeating tables. */
  readonly row: (action: RowAction, id: string) => void
  readonly rows: boolean
  /** Cells that follow from a typed one. */
  readonly also?: (id: string, text: string) => readonly { readonly item: string; readonly row: number | null; readonly text: string }[]
}
const Context = createContext<GridActions>({ go: () => false, row: () => undefined, rows: false })
/** Gives a grid's actions to its cells. */
export const GridProvider = Context.Provider
/** The actions of the grid around a cell. */
export const useGrid = (): GridActions => useContext(Context)

/** The input of a cell, if it is drawn now. */
export const inputOf = (id: string): HTMLInputElement | null => document.querySelector<HTMLInputElement>(`[data-cell="${CSS.escape(id)}"]`)

/** Puts the caret into a drawn cell and keeps it in sight; false when it is not drawn. */
export const focusCell = (id: string): boolean => {
  const input = inputOf(id)
  if (!input) return false
  input.focus({ preventScroll: true })
  input.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  uncover(input)
  return true
}
