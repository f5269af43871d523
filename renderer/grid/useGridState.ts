import { useMemo } from 'react'
import type { OpenFindings } from '../../core/audit/open.ts'
import type { FilingView } from '../../core/contract.ts'
import { cellId } from '../store/cellId.ts'
import { useFiling } from '../store/filing.ts'
import type { GridState } from './cellModel.ts'
import { marksByCell, openOf, shownFindings } from './marks.ts'

/** The open filing; screens that need one are only drawn when it is there. */
export const useView = (): FilingView => {
  const view = useFiling((s) => s.view)
  if (!view) throw new Error('no filing is open')
  return view
}

/** The findings to show now. */
export const useShownFindings = (): ReturnType<typeof shownFindings> => {
  const view = useFiling((s) => s.view)
  const audited = useFiling((s) => s.audited)
  return useMemo(() => (view ? shownFindings(view, audited) : []), [view, audited])
}

const none: OpenFindings = { stop: [], missing: [], verify: [], explained: [] }
/** What the findings of the open filing still ask for. */
export const useOpenFindings = (): OpenFindings => {
  const view = useFiling((s) => s.view)
  return useMemo(() => (view ? openOf(view) : none), [view])
}

/** What every cell of the open filing is drawn from. */
export const useGridState = (): GridState => {
  const view = useView()
  const pending = useFiling((s) => s.pending)
  const findings = useShownFindings()
  const marks = useMemo(() => marksByCell(view.pack, findings), [view.pack, findings])
  const inactive = useMemo(() => new Map(view.inactive.map((i) => [cellId(i.item, i.row), i.why])), [view.inactive])
  return { view, pending, marks, inactive }
}
