import type { CellRef } from '../../../core/filing/filing.ts'
import { focusCell } from '../../grid/GridContext.ts'
import { catalogOf } from '../../store/catalog.ts'
import { cellId } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'

/** Back to where one was before the last jump, a cell or a finding of 审核; false when there was none. */
export const jumpBack = (): boolean => {
  const { back, cell, fromFinding } = useFocus.getState()
  if (cell && fromFinding === cellId(cell.item, cell.row)) {
    useFocus.setState({ fromFinding: null, back: null })
    useNav.getState().go('audit')
    return true
  }
  if (!back) return false
  jumpTo(back)
  useFocus.setState({ back: null })
  return true
}

/** Goes to a cell: opens its form or table and puts the caret there as soon as it is drawn. */
export const jumpTo = (cell: CellRef): void => {
  const { view } = useFiling.getState()
  if (!view) return
  const place = catalogOf(view.pack).places.get(cell.item)
  const { screen, form, part } = useNav.getState()
  useFocus.setState({ back: useFocus.getState().cell, fromFinding: screen === 'audit' ? cellId(cell.item, cell.row) : null })
  const wantedPart = place?.table?.key ?? null
  const there = screen === 'entry' && form === (place?.form.no ?? 'signoff') && part === wantedPart
  useNav.getState().openForm(place?.form.no ?? 'signoff', wantedPart)
  const target = cell.row === null && place?.table ? { ...cell, row: view.data.tables[place.table.key]?.[0]?.id ?? null } : cell
  if (!there || !focusCell(cellId(target.item, target.row))) useFocus.getState().want(target)
}
