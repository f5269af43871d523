import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

const Step = ({ at, step, word }: { at: number; step: number; word: string }) => {
  const done = step < at
  return (
    <li className={`seal-step ${done ? 'done' : step === at ? 'here' : ''}`} aria-current={step === at ? 'step' : undefined}>
      <span className="sr">{t.seal.step(step, word, done)}</span>
      <span className="seal-step-mark" aria-hidden="true">{done ? <Icon name="tick" size={14} /> : step}</span>
      <span aria-hidden="true">{word}</span>
    </li>
  )
}

/** Title, year, number of the submission, and the four steps. */
export const SealHead = ({ year, submitNo, step }: { year: number; submitNo: number; step: number }) => (
  <header className="seal-head">
    <h1>{t.seal.title}</h1>
    <span className="seal-head-sub">{t.bar.year(year)}</span>
    <span className="seal-head-sub">{t.seal.submitNo(submitNo)}</span>
    <span className="grow" />
    <ol className="seal-steps" aria-label={t.seal.stepsLabel}>
      {t.seal.steps.map((word, at) => <Step key={word} at={step} step={at + 1} word={word} />)}
    </ol>
  </header>
)
