import { openQueries } from '../../grid/queries.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { jumpTo } from '../entry/jump.ts'

/** Goes to the first query of the open filing that waits, or to the one after the caret; false where none does. */
export const jumpToQuery = (next = false): boolean => {
  const { view } = useFiling.getState()
  const open = view ? openQueries(view) : []
  const { cell } = useFocus.getState()
  const at = next ? open.findIndex(({ item, row }) => item === cell?.item && row === cell.row) : -1
  const wanted = open[(at + 1) % Math.max(1, open.length)]
  if (!wanted) return false
  jumpTo({ form: wanted.form, item: wanted.item, row: wanted.row })
  return true
}
