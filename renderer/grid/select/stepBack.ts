import { changedCells } from '../../store/changedCells.ts'
import { useFiling } from '../../store/filing.ts'
import { useSaid } from '../../store/said.ts'
import { t } from '../../text/texts.ts'
import { jumpTo } from '../../screens/entry/jump.ts'
import { catalogOf } from '../../store/catalog.ts'

/** Undo or redo: takes the step, goes to where it was, and says what it was. */
export const stepBack = async (which: 'undo' | 'redo'): Promise<void> => {
  const before = useFiling.getState().view
  if (!before?.[which]) return useSaid.getState().say(which === 'undo' ? t.grid.undoNone : t.grid.redoNone)
  const place = await useFiling.getState().step(which)
  const now = useFiling.getState().view
  if (!place || !now) return
  const words = which === 'undo' ? t.grid.undone : t.grid.redone
  const label = t.grid.steps[place.label]
  useSaid.getState().say(words(place.rule !== null ? `${label} ${place.rule}` : label, changedCells(before.data, now.data)))
  if (place.item !== null) jumpTo({ form: catalogOf(now.pack).places.get(place.item)?.form.no ?? 'signoff', item: place.item, row: place.row })
}
