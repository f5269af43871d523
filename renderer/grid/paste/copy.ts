import { blockOf, copied } from '../../../core/paste/copy.ts'
import { cellOf } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useSaid } from '../../store/said.ts'
import { t } from '../../text/texts.ts'
import { clearSelected } from '../select/bulk.ts'
import { selectedCells } from '../select/selection.ts'

/** Puts the selected cells on the clipboard of a copy event; false while only one cell is selected. */
const copySelected = (data: DataTransfer): number => {
  const { view } = useFiling.getState()
  const cells = selectedCells()
  if (!view || !cells) return 0
  const { text, html } = copied(blockOf(view.pack, view, cells.map((row) => row.map(cellOf))))
  data.setData('text/plain', text)
  data.setData('text/html', html)
  return cells.flat().length
}

/** Copies the selection as text and as a table; false leaves the event to the input. */
export const onCopy = (data: DataTransfer): boolean => {
  const count = copySelected(data)
  if (count > 0) useSaid.getState().say(t.grid.copied(count))
  return count > 0
}

/** Copies the selection and clears it as one step; false leaves the event to the input. */
export const onCut = (data: DataTransfer): boolean => {
  const count = copySelected(data)
  if (count > 0) void clearSelected().then((cleared) => useSaid.getState().say(cleared > 0 ? t.grid.cut(count) : t.grid.copied(count)))
  return count > 0
}
