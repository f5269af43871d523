import { useCallback, useEffect, useState } from 'react'
import type { PasteOps } from '../../../../core/paste/ops.ts'
import type { PastePlan } from '../../../../core/paste/plan.ts'
import { markedCount } from '../../../grid/paste/look.ts'
import { usePasting } from '../../../grid/paste/pasting.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import { useFiling } from '../../../store/filing.ts'
import { useFocus } from '../../../store/focus.ts'
import { useSaid } from '../../../store/said.ts'
import { say, t } from '../../../text/texts.ts'
import { Kbd } from '../../../ui/Kbd.tsx'

/** Closes the preview and gives the caret back to the cell the paste began at. */
const leave = (pasting: Pasting, plan: PastePlan): void => {
  const { view } = useFiling.getState()
  const { item, row } = pasting.target
  const at = row ?? (plan.table === null ? null : (view?.data.tables[plan.table]?.at(-1)?.id ?? null))
  usePasting.getState().close()
  if (plan.table === null || at !== null) useFocus.getState().want({ form: pasting.form, item, row: at })
}

const countOf = (ops: PasteOps): number => ops.cells.length + ops.rows.reduce((n, row) => n + Object.keys(row.cells).length, 0)

/** The way out of the preview: cancel, or the one button that writes and says how much. */
export const PasteFoot = ({ pasting, plan, ops }: { pasting: Pasting; plan: PastePlan; ops: PasteOps }) => {
  const [busy, setBusy] = useState(false)
  const problem = useFiling((s) => s.problem)
  const count = countOf(ops)
  const lack = plan.unit !== null && !pasting.unitSaid ? t.paste.lackUnit : count === 0 ? t.paste.none : null
  const cancel = useCallback(() => leave(pasting, plan), [pasting, plan])
  const write = useCallback(async () => {
    if (lack !== null || busy) return
    setBusy(true)
    const done = await useFiling.getState().apply({ label: 'paste', ...ops })
    setBusy(false)
    if (!done) return
    useSaid.getState().say(t.grid.written(count))
    leave(pasting, plan)
  }, [lack, busy, ops, count, pasting, plan])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.key === 'Escape') cancel()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [cancel, write])
  return (
    <footer className="pp-foot">
      <span>{t.paste.undoNote} <Kbd>Ctrl Z</Kbd> {t.paste.undoNote2}</span>
      <span className="grow" />
      {problem ? <span className="c-stop" role="alert">{say(problem)}</span> : <span role="status">{busy ? t.paste.writing : lack}</span>}
      <button type="button" className="btn" onClick={cancel}>{t.paste.cancel}<Kbd>Esc</Kbd></button>
      <button type="button" className="btn solid" disabled={lack !== null || busy} data-paste-write onClick={() => void write()}>{t.paste.go(count, markedCount(plan, pasting.choices))}<Kbd>Ctrl Enter</Kbd></button>
    </footer>
  )
}
