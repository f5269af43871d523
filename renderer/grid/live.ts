import type { Settings } from '../../core/contract.ts'
import type { CellRef } from '../../core/filing/filing.ts'
import type { Item, Pack } from '../../core/pack/schema.ts'
import { cellId } from '../store/cellId.ts'
import type { GridActions } from './GridContext.ts'
import { editText } from './show.ts'
import type { Picker } from './usePicker.ts'

/** What the handlers of a cell need to know; renewed at every drawing, read at every event. */
export interface CellEnv {
  readonly pack: Pack
  readonly item: Item
  readonly cell: CellRef
  readonly text: string
  readonly shown: string
  readonly readOnly: boolean
  readonly enter: Settings['enter']
  readonly grid: GridActions
  readonly picker: Picker
}
/** A cell's input and its state: at rest, ready (content selected, typing overwrites) or being edited. */
export interface Live { env: CellEnv; mode: 'rest' | 'ready' | 'editing'; composing: boolean; input: HTMLInputElement | null }

/** The name of the cell. */
export const idOf = ({ env }: Live): string => cellId(env.cell.item, env.cell.row)

/** Whether someone has typed here what the file does not hold yet. */
export const changed = ({ mode, input, env }: Live): boolean => mode === 'editing' && input?.value !== editText(env.pack, env.item, env.text)
