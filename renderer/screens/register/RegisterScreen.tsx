import { useLedger } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { writeMissing } from '../office/writeMissing.ts'
import { fileName } from '../verify/verifying.ts'
import { ImportWizard } from './ImportWizard.tsx'
import { IssueButton } from './IssueTasks.tsx'
import { RegisterList } from './RegisterList.tsx'
import { useRegistering } from './registering.ts'

/** What was just done, or why not. */
const Said = () => {
  const { problem, done } = useRegistering()
  const ledger = useLedger()
  const trouble = problem ?? ledger.problem
  const words = done ?? ledger.done
  return <div className="safety-said" aria-live="polite" data-said={trouble ? 'problem' : words ? 'done' : ''}>{trouble ? <Mark name="stop">{say(trouble)}</Mark> : words && <Mark name="done">{words}</Mark>}</div>
}

const Acts = () => {
  const state = useLedger((s) => s.state)
  return state && (
    <>
      <button type="button" className="btn" disabled={state.counts.missing + state.counts.returned === 0} onClick={() => void writeMissing(state)} data-missing-list><Icon name="table" />{t.register.missing}</button>
      <IssueButton />
      <button type="button" className="btn solid" onClick={() => void useRegistering.getState().pick()} data-register-import><Icon name="file" />{t.register.import}</button>
    </>
  )
}

/** 名录: who must report, and where each stands. */
export const RegisterScreen = () => {
  const path = useRegistering((s) => s.path)
  const state = useLedger((s) => s.state)
  return (
    <main className="safety">
      <header className="safety-head">
        <h1>{path ? t.register.wizard.title : t.tab.register}</h1>
        {state && state.year > 0 && <span className="safety-sub">{t.bar.year(state.year)}</span>}
        {path ? <span className="safety-sub">{t.register.wizard.from(fileName(path))}</span> : state && <span className="safety-sub" data-register-count={state.counts.due}>{t.register.count(state.counts.due)}</span>}
        <span className="grow" />
        {!path && <Said />}
        {!path && <Acts />}
      </header>
      {path ? <ImportWizard /> : <RegisterList />}
    </main>
  )
}
