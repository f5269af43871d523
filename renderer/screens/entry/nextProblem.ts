import { kindOf, shownFindings, worstFirst } from '../../grid/marks.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { jumpTo } from './jump.ts'

/** Goes to the next (or previous) finding that needs a person, after the one at the caret. */
export const nextProblem = (by: 1 | -1): void => {
  const { view, audited } = useFiling.getState()
  if (!view) return
  const open = worstFirst(shownFindings(view, audited)).filter((finding) => kindOf(finding) !== 'explained' && finding.cells.length > 0)
  if (open.length === 0) return
  const { cell } = useFocus.getState()
  const at = open.findIndex(({ cells }) => cells[0]?.item === cell?.item && cells[0]?.row === cell?.row)
  const next = open[(at + by + open.length) % open.length] ?? open[0]
  const first = (at < 0 ? open[by > 0 ? 0 : open.length - 1] : next)?.cells[0]
  if (first) jumpTo(first)
}
