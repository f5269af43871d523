import type { FilingView } from '../../../core/contract.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import { kindOf, shownFindings, worstFirst } from '../../grid/marks.ts'
import { openQueries } from '../../grid/queries.ts'
import { cellId } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { jumpTo } from './jump.ts'

/** The cells that need a person, each once: those with findings, the worst first, then those with queries. */
export const problemCells = (view: FilingView, audited: boolean): readonly CellRef[] => {
  const found = worstFirst(shownFindings(view, audited)).filter((finding) => kindOf(finding) !== 'explained').flatMap(({ cells }) => cells.slice(0, 1))
  return [...new Map([...found, ...openQueries(view)].map((cell) => [cellId(cell.item, cell.row), cell])).values()]
}

/** Goes to the next (or previous) finding or query that needs a person, after the one at the caret. */
export const nextProblem = (by: 1 | -1): void => {
  const { view, audited } = useFiling.getState()
  if (!view) return
  const open = problemCells(view, audited)
  if (open.length === 0) return
  const { cell } = useFocus.getState()
  const at = open.findIndex(({ item, row }) => item === cell?.item && row === cell.row)
  const next = open[(at + by + open.length) % open.length] ?? open[0]
  const first = at < 0 ? open[by > 0 ? 0 : open.length - 1] : next
  if (first) jumpTo(first)
}
