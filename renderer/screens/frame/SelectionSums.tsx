import { useMemo } from 'react'
import { shownText } from '../../grid/show.ts'
import { idsIn } from '../../grid/select/range.ts'
import { useSelection } from '../../grid/select/selection.ts'
import { sumsOf, textAt } from '../../grid/select/sums.ts'
import type { Sums } from '../../grid/select/sums.ts'
import { itemOf } from '../../store/catalog.ts'
import { cellId } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'

const words = (sums: Sums): readonly string[] => [
  t.grid.selected(sums.cells),
  ...(sums.sum === null ? [] : [`${t.grid.sum} ${sums.sum}`, `${t.grid.mean} ${sums.mean ?? ''}`]),
  `${t.grid.count} ${sums.filled}`,
  ...(sums.mixed ? [t.grid.mixed] : []),
]

const OneCell = () => {
  const view = useFiling((s) => s.view)
  const form = useNav((s) => s.form)
  const cell = useFocus((s) => (s.cell?.form === form ? s.cell : null))
  const item = view && cell ? itemOf(view.pack, cell.item) : null
  return view && cell && item && <span>{t.status.selected}　{shownText(view.pack, item, textAt(view, cellId(cell.item, cell.row)))}</span>
}

/** What is selected in the grid: one cell's value, or how many cells with sum, mean and count. */
export const SelectionSums = () => {
  const view = useFiling((s) => s.view)
  const range = useSelection((s) => s.range)
  const surface = useSelection((s) => s.surface)
  const sums = useMemo(() => (view && surface && range ? sumsOf(view, idsIn(surface.field, range).flat()) : null), [view, surface, range])
  return (
    <>
      <span role="status" aria-live="polite" className="status-sums" data-sums={sums !== null}>{sums && words(sums).map((word) => <span key={word}>{word}</span>)}</span>
      {!sums && <OneCell />}
    </>
  )
}
