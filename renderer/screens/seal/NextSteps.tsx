import { useEffect, useRef } from 'react'
import type { FilingView, SealResult } from '../../../core/contract.ts'
import { dialog } from '../../api.ts'
import { daysBetween, isDate } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { goTo } from '../frame/TopBar.tsx'
import { useSealing } from './sealing.ts'
import { useCtrlEnter } from './useCtrlEnter.ts'

const Early = ({ view }: { view: FilingView }) => {
  const reported = view.data.values['report_date'] ?? ''
  const { deadline } = view.pack.dates
  return <p className="seal-note"><Icon name="clock" />{t.seal.early(deadline, daysBetween(isDate(reported) ? reported : view.today, deadline))}</p>
}

interface Props { readonly view: FilingView; readonly result: SealResult | null; readonly again: () => void }

/** Three steps on paper, and the button that leads to the files. */
export const NextSteps = ({ view, result, again }: Props) => {
  const busy = useSealing((s) => s.busy !== null)
  const act = (): void => (result ? void dialog('shell.show', { path: result.xlsx }) : again())
  useCtrlEnter(busy ? null : act)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!busy && document.activeElement === document.body) button.current?.focus({ focusVisible: true } as FocusOptions)
  }, [busy])
  return (
    <section className="panel seal-side" aria-labelledby="seal-next" data-region="panel">
      <h2 id="seal-next">{t.seal.next}</h2>
      <ol className="seal-todo">
        {t.seal.nextSteps.map(([title, line], at) => (
          <li key={title}><span className="seal-step-mark" aria-hidden="true">{at + 1}</span><div><p><b>{title}</b></p><p className="seal-todo-sub">{line}</p></div></li>
        ))}
      </ol>
      <Early view={view} />
      <span className="grow" />
      <button ref={button} type="button" className="btn large solid" disabled={busy} onClick={act} {...(result ? { 'data-show': true } : { 'data-export': true })}><Icon name="folder" />{result ? t.seal.show : t.seal.exportHere}</button>
      <button type="button" className="btn" onClick={() => goTo('home')}>{t.seal.home}</button>
    </section>
  )
}
