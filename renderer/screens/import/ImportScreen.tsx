import { useEffect } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { fileName } from '../verify/verifying.ts'
import { useImporting } from './importing.ts'
import { MapStep } from './MapStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'

const i = t.importing

const Step = ({ at, step, word }: { at: number; step: number; word: string }) => {
  const done = step < at
  return (
    <li className={`seal-step ${done ? 'done' : step === at ? 'here' : ''}`} aria-current={step === at ? 'step' : undefined}>
      <span className="sr">{i.step(step, word, done)}</span>
      <span className="seal-step-mark" aria-hidden="true">{done ? <Icon name="tick" size={14} /> : step}</span>
      <span aria-hidden="true">{word}</span>
    </li>
  )
}

const Head = ({ view, step }: { view: FilingView; step: number }) => {
  const path = useImporting((s) => s.path)
  const encoding = useImporting((s) => s.look?.encoding)
  return (
    <header className="safety-head">
      <h1>{i.title}</h1>
      <span className="safety-sub">{t.bar.year(view.pack.year)}</span>
      {path && step > 1 && <span className="safety-sub import-from">{i.from(fileName(path))}{encoding ? `　${i.encoding(encoding)}` : ''}</span>}
      <span className="grow" />
      <ol className="seal-steps" aria-label={i.stepsLabel}>{i.steps.map((word, at) => <Step key={word} at={step} step={at + 1} word={word} />)}</ol>
    </header>
  )
}

const pick = (): void => void useImporting.getState().pick()

const takeBack = async (): Promise<void> => {
  if (await useFiling.getState().step('undo')) useImporting.getState().start()
}

/** What went wrong with the file, or what was written; then the way on. */
const FileStep = () => {
  const { problem, path, done, busy } = useImporting()
  useCtrlEnter(busy ? null : pick)
  return (
    <section className="panel safety-empty import-empty" data-region="form">
      {problem && <p role="alert" data-import-problem={problem.code}><Mark name="stop"><b>{i.wrong}{path && `：${fileName(path)}`}</b></Mark><br />{say(problem)}</p>}
      {done !== null && <p role="status" data-import-done={done}><Mark name="done"><b>{i.done(done)}</b></Mark></p>}
      {!problem && done === null && <p>{i.empty}</p>}
      {busy ? <p role="status" className="grey">{i.reading}</p> : (
        <div className="safety-acts">
          {done !== null && <><button type="button" className="btn" onClick={() => void takeBack()} data-import-undo>{i.takeBack}</button><button type="button" className="btn" onClick={() => useNav.getState().go('entry')}>{i.goEntry}</button></>}
          <button type="button" className="btn solid" onClick={pick} data-import-pick><Icon name="file" />{done !== null ? i.more : problem ? i.again : i.pick}<Kbd>Ctrl Enter</Kbd></button>
        </div>
      )}
      <button type="button" className="link" onClick={() => useNav.getState().go('prior')} data-link="prior">{i.prior}</button>
    </section>
  )
}

/** 导入: choose a file, map it, see every cell, then write all at once. */
export const ImportScreen = () => {
  const view = useFiling((s) => s.view)
  const look = useImporting((s) => s.look)
  const preview = useImporting((s) => s.preview)
  const filing = view?.filing
  const unit = view?.unit.unit
  useEffect(() => {
    useImporting.getState().start()
    if (unit !== undefined) void useImporting.getState().load(unit)
  }, [filing, unit])
  if (!view) return null
  const readOnly = isReadOnly(view.state)
  return (
    <main className="safety">
      <Head view={view} step={preview ? 3 : look ? 2 : 1} />
      {readOnly && <section className="panel safety-empty"><p>{i.readOnly}</p></section>}
      {!readOnly && !look && <FileStep />}
      {!readOnly && look && !preview && <MapStep view={view} look={look} />}
      {!readOnly && look && preview && <PreviewStep view={view} preview={preview} />}
    </main>
  )
}
