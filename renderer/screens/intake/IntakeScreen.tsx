import { useState } from 'react'
import { dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useStatusNote } from '../office/statusNote.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { fileName } from '../verify/verifying.ts'
import { Counts } from './Counts.tsx'
import { FileDetail } from './FileDetail.tsx'
import { FileList } from './FileList.tsx'
import { isBusy, useIntaking } from './intaking.ts'
import { MatchBox } from './MatchBox.tsx'
import { ProgressPanel } from './ProgressPanel.tsx'
import { useDrop } from './useDrop.ts'
import { useWatch } from './useWatch.ts'

const pick = (what: 'folder' | 'files') => (): void => void useIntaking.getState().pick(what)

/** What was just done, or why not; its place is kept free beside the buttons. */
const Said = () => {
  const { problem, done } = useIntaking()
  return <div className="safety-said intake-said" aria-live="polite" data-said={problem ? 'problem' : done ? 'done' : ''} data-problem={problem?.code}>{problem ? <Mark name="stop">{say(problem)}</Mark> : done && <Mark name="done">{done}</Mark>}</div>
}

const Head = () => {
  const [matching, setMatching] = useState(false)
  const progress = useIntaking((s) => s.progress)
  const year = useLedger((s) => s.state?.year ?? 0)
  const busy = isBusy(progress)
  return (
    <header className="verify-head intake-head">
      <h1>{t.tab.intake}</h1>
      <span className="seal-head-sub office-spaced cut">{year > 0 && <span>{t.bar.year(year)}</span>}{progress && <span title={progress.source}>{t.intake.from(progress.source)}</span>}</span>
      <span className="grow" />
      <Said />
      <button type="button" className="btn" onClick={() => setMatching(true)} data-match-open><Icon name="search" />{t.intake.match}</button>
      {progress && <><button type="button" className="btn" disabled={busy} onClick={pick('folder')} data-intake-folder><Icon name="folder" />{t.intake.folder}</button><button type="button" className="btn" disabled={busy} onClick={pick('files')} data-intake-files><Icon name="file" />{t.intake.files}</button></>}
      {matching && <MatchBox close={() => setMatching(false)} />}
    </header>
  )
}

const Empty = () => (
  <section className="panel verify-empty" data-region="form">
    <p>{t.intake.empty}</p>
    <button type="button" className="btn solid" onClick={pick('folder')} data-intake-folder><Icon name="folder" />{t.intake.folder}<Kbd>Ctrl Enter</Kbd></button>
    <button type="button" className="link" onClick={pick('files')} data-intake-files>{t.intake.files}</button>
    <p className="verify-quiet">{t.intake.dropHint}</p>
  </section>
)

const ResultNote = ({ path }: { path: string }) => <button type="button" className="status-button" onClick={() => void dialog('shell.show', { path })} title={t.intake.shownAgain} data-result={path}>{t.intake.resultDone(fileName(path))}</button>

const Side = () => {
  const detail = useIntaking((s) => s.detail)
  return <section className="panel verify-detail" aria-label={t.intake.detail} data-region="panel" tabIndex={0}>{detail ? <FileDetail key={detail.id} file={detail} /> : <p className="safety-hint">{t.intake.pick}</p>}</section>
}

/** 收件: a folder of submissions, each with its verdict, without watching. */
export const IntakeScreen = () => {
  const { progress, asked, result } = useIntaking()
  const { over, on } = useDrop()
  useWatch()
  useStatusNote(result ? <ResultNote path={result} /> : null)
  useCtrlEnter(isBusy(progress) ? null : pick('folder'))
  return (
    <main className={`verify intake ${over ? 'over' : ''}`} {...on}>
      <Head />
      {progress && <ProgressPanel progress={progress} />}
      {progress && <Counts counts={progress.counts} />}
      {progress && <div className="office-body"><FileList batch={progress.batch} /><Side /></div>}
      {!progress && asked && <Empty />}
      {over && <p className="intake-drop" aria-hidden="true">{t.intake.drop}</p>}
    </main>
  )
}
