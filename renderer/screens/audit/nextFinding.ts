import { findingKey, kindOf, shownFindings } from '../../grid/marks.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { bundles } from './order.ts'

/** Shows the next (or previous) finding of the list that needs a person; the screen stays. */
export const nextFinding = (by: 1 | -1): void => {
  const { view, audited } = useFiling.getState()
  if (!view) return
  const { finding, findingOrder } = useNav.getState()
  const all = bundles(view, shownFindings(view, audited), findingOrder).flatMap((bundle) => bundle.findings)
  const here = Math.max(0, all.findIndex((one) => findingKey(one) === finding))
  const order = [...all.keys()].map((n) => (here + by * (n + 1) + all.length * (n + 2)) % all.length)
  const next = order.map((at) => all[at]).find((one) => one && kindOf(one) !== 'explained')
  if (next) useNav.getState().openFinding(findingKey(next))
}
