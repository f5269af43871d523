import type { FilingView } from '../../../core/contract.ts'
import { clockTime } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { Blockers } from './blockers.ts'
import { shownLines } from './checkLines.ts'
import type { ShownLine } from './checkLines.ts'
import type { Checked } from './useSealCheck.ts'

const tones: Partial<Record<ShownLine['icon'], string>> = { info: 'c-accent', explained: 'c-done' }

const Line = ({ line }: { line: ShownLine }) => (
  <li className="seal-line" data-check={line.id} data-ok={line.icon !== 'stop' && line.icon !== 'verify'}>
    <Mark name={line.icon} size={18} {...(tones[line.icon] ? { className: `seal-tone ${tones[line.icon]}` } : {})} />
    <div className="grow">
      <p>{line.title}</p>
      <p className="seal-line-sub">{line.sub}{line.link && <button type="button" className="link" onClick={line.link.go}>{line.link.words}</button>}</p>
    </div>
    {line.count && <span className="seal-line-count">{line.count}</span>}
  </li>
)

interface Props { readonly view: FilingView; readonly checked: Checked | null; readonly blockers: Blockers | null }

/** What was looked at before sealing, line by line, and what sealing means. */
export const Checklist = ({ view, checked, blockers }: Props) => {
  const app = useApp((s) => s.state)
  const [must, soft] = blockers ? [blockers.required + blockers.stops, blockers.unexplained] : [0, 0]
  const time = checked ? clockTime(checked.at.toISOString()) : ''
  return (
    <section className="panel seal-main" aria-labelledby="seal-checks" data-region="form" tabIndex={0}>
      <div className="seal-title">
        <h2 id="seal-checks">{t.seal.checks}</h2>
        <span className="grow" />
        <span role="status">
          {!checked ? <span className="grey">{t.seal.checking}</span> : must + soft > 0 ? <Mark name="stop">{t.seal.notPassed(time, must, soft)}</Mark> : <Mark name="done">{t.seal.passed(time)}</Mark>}
        </span>
      </div>
      {checked && blockers && (
        <>
          <ul>{shownLines(checked.check.lines, { view, app, blockers, now: checked.at }).map((line) => <Line key={line.id} line={line} />)}</ul>
          <p className="seal-note"><Icon name="lock" />{t.seal.note(checked.check.submitNo + 1)}</p>
        </>
      )}
    </section>
  )
}
