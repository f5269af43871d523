import { catalogOf } from '../../store/catalog.ts'
import { cellOf } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { useSaid } from '../../store/said.ts'
import { t } from '../../text/texts.ts'
import { selectedCells } from './selection.ts'
import { textAt } from './sums.ts'

/** Clears the selected cells that can be filled, as one step; how many were not blank. */
export const clearSelected = async (): Promise<number> => {
  const { view, apply } = useFiling.getState()
  if (!view || isReadOnly(view.state)) return 0
  const { places } = catalogOf(view.pack)
  const filled = (selectedCells() ?? []).flat().filter((id) => places.get(cellOf(id).item)?.item.required !== 'computed' && textAt(view, id) !== '')
  if (filled.length === 0) return 0
  const done = await apply({ label: 'clear', cells: filled.map((id) => ({ ...cellOf(id), text: '' })), rows: [] })
  if (done) useSaid.getState().say(t.grid.cleared(filled.length))
  return done ? filled.length : 0
}
