import { useEffect } from 'react'
import type { Form } from '../../../core/pack/schema.ts'
import { clockTime } from '../../grid/dates.ts'
import { useShownFindings, useView } from '../../grid/useGridState.ts'
import { kindOf } from '../../grid/marks.ts'
import { openQueries } from '../../grid/queries.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { StepMenu } from './StepMenu.tsx'
import { nextProblem } from './nextProblem.ts'

const RETRY = 5000
/** Tries again by itself while a cell is not in the file: the disk may have room again. */
const useRetry = (on: boolean): void => {
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => void useFiling.getState().retry(), RETRY)
    return () => clearInterval(timer)
  }, [on])
}

/** Whether everything typed is in the file, and since when. The time shows only what the engine has answered. */
export const SavedMark = () => {
  const savedAt = useFiling((s) => s.view?.savedAt ?? null)
  const pending = useFiling((s) => s.pending)
  const problem = useFiling((s) => s.problem)
  const failed = Object.values(pending).find((p) => p.problem)
  const waiting = Object.keys(pending).length > 0
  const trouble = failed?.problem ?? problem
  useRetry(failed !== undefined)
  return (
    <div className="saved" role="status" aria-live="polite">
      {trouble ? <span className="c-stop mark" title={say(trouble)}><Icon name="disk" /><span className="saved-why">{say(trouble)}</span></span>
        : waiting ? <span className="grey">{t.saving}</span>
          : savedAt && <Mark name="done"><span data-saved={savedAt}>{t.saved} {clockTime(savedAt)}</span></Mark>}
      {failed && <button type="button" className="link" onClick={() => void useFiling.getState().retry()}>{t.form.retry}</button>}
    </div>
  )
}

const Problems = () => {
  const found = useShownFindings().filter((finding) => kindOf(finding) !== 'explained').length
  const open = found + openQueries(useView()).length
  return (
    <>
      <span className="sr" role="status" aria-live="polite">{open > 0 ? t.form.problems(open) : t.form.noProblem}</span>
      <button type="button" className="btn" disabled={open === 0} title={open === 0 ? t.form.noProblem : undefined} onClick={() => nextProblem(1)}>
        {t.form.nextProblem}<Kbd>F8</Kbd>
      </button>
    </>
  )
}

/** The heading over a form: its official number and name, the saved mark, the way to the next problem. */
export const FormHead = ({ form, title, no = form.no }: { form: Form; title: string; no?: string }) => {
  const view = useView()
  return (
    <header className="form-head">
      <h1>{t.form.title(view.pack.marks.prefix, no)}<span className="form-head-name">{title}</span></h1>
      {view.pack.sample && <span className="chip">{t.sample}</span>}
      {isReadOnly(view.state) && <span className="chip" title={t.form.readonly}><Icon name="lock" size={14} />{t.state[view.state]}</span>}
      <span className="grow" />
      <SavedMark />
      <Problems />
      {!isReadOnly(view.state) && <StepMenu />}
    </header>
  )
}
