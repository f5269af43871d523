import type { ReactNode } from 'react'
import type { PackSummary } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { QuietLinks } from './QuietLinks.tsx'
import { FirstSafetyLinks } from './SafetyLinks.tsx'

const Step = ({ no, title, lines, tone }: { no: ReactNode; title: string; lines: readonly string[]; tone: string }) => (
  <li className="first-step">
    <h2><span className={`first-no ${tone}`} aria-hidden="true">{no}</span>{title}</h2>
    {lines.map((line, at) => <p key={line} className={at === 0 ? '' : 'first-sub'}>{line}</p>)}
  </li>
)

/** The first start: three steps, one button, two quiet links. */
export const FirstStart = ({ pack, add }: { pack: PackSummary; add: () => void }) => (
  <main className="first" data-region="form">
    <h1>{t.home.firstTitle(pack.year)}</h1>
    <p className="first-line">{t.home.firstLine}</p>
    <ol className="first-steps panel">
      <Step no={<Icon name="tick" />} tone="c-done" title={t.home.step1} lines={[pack.title.replace(/表式.*$/, ''), t.home.step1Sub(pack.sample), t.home.step1Due(pack.deadline)]} />
      <Step no="2" tone="c-accent" title={t.home.step2} lines={[t.home.step2Line, t.home.step2Sub, t.home.step2Sub2]} />
      <Step no="3" tone="grey" title={t.home.step3} lines={[t.home.step3Line, t.home.step3Sub, t.home.step3Sub2]} />
    </ol>
    <button type="button" className="btn solid large" onClick={add} autoFocus>{t.home.addUnit}<Icon name="next" /></button>
    <div className="first-links"><span className="grey">{t.home.quiet}</span><QuietLinks /><FirstSafetyLinks /></div>
  </main>
)
