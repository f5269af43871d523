import type { ReactNode } from 'react'
import { useSettings } from '../../store/app.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { VerdictCounts } from './VerdictCounts.tsx'
import { VerdictDetail } from './VerdictDetail.tsx'
import { VerdictList } from './VerdictList.tsx'
import { kindOf } from './VerdictMark.tsx'
import { useVerifying } from './verifying.ts'

const Head = ({ children }: { children?: ReactNode }) => {
  const regulator = useSettings().role === 'regulator'
  return (
    <header className="verify-head">
      <h1>{t.verify.title}</h1>
      <span className="grow" />
      {regulator && <button type="button" className="link" data-link="office" onClick={() => useNav.getState().go('office')}>{t.office.ledger.back}</button>}
      {children}
    </header>
  )
}

const pick = (): void => void useVerifying.getState().pick()

const PickButton = ({ words }: { words: string }) => (
  <button type="button" className="btn solid" onClick={pick} data-verify-pick><Icon name="file" />{words}<Kbd>Ctrl Enter</Kbd></button>
)

const Progress = () => {
  const progress = useVerifying((s) => s.progress)
  if (!progress) return null
  const words = t.verify.progress(progress.at, progress.all)
  return (
    <div className="panel verify-progress">
      <p role="status"><b>{words}</b></p>
      <progress className="verify-bar" aria-label={words} max={progress.all} value={progress.at - 1} />
      <button type="button" className="btn small-btn" onClick={() => useVerifying.getState().stop()}>{t.verify.stop}</button>
      <span className="verify-quiet">{t.verify.stopNote}</span>
    </div>
  )
}

const Results = () => {
  const results = useVerifying((s) => s.results)
  const filter = useVerifying((s) => s.filter)
  const chosen = useVerifying((s) => s.chosen)
  const shown = filter ? results.filter((one) => kindOf(one) === filter) : results
  const one = shown.find(({ file }) => file === chosen) ?? shown[0]
  return (
    <>
      <VerdictCounts results={results} />
      <div className="verify-body">
        <section className="panel verify-list" data-region="form" aria-label={t.verify.list}><VerdictList results={shown} chosen={one?.file ?? null} /></section>
        {one && <VerdictDetail one={one} />}
      </div>
    </>
  )
}

/** 核验: any number of submissions, each with its verdict. */
export const VerifyScreen = () => {
  const empty = useVerifying((s) => s.results.length === 0)
  const reading = useVerifying((s) => s.progress !== null)
  const problem = useVerifying((s) => s.problem)
  useCtrlEnter(reading ? null : pick)
  return (
    <main className="verify">
      <Head>{!empty && !reading && <><button type="button" className="btn" onClick={() => useVerifying.getState().clear()}>{t.verify.clear}</button><PickButton words={t.verify.more} /></>}</Head>
      {problem && <p role="alert" className="seal-alert"><Mark name="stop">{say(problem)}</Mark></p>}
      <Progress />
      {!empty && <Results />}
      {empty && !reading && <section className="panel verify-empty"><p>{t.verify.empty}</p><PickButton words={t.verify.pick} /></section>}
    </main>
  )
}
