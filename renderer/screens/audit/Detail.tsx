import { useEffect } from 'react'
import type { Finding } from '../../../core/audit/finding.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import { findingKey, kindOf } from '../../grid/marks.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Numbers } from '../../ui/Numbers.tsx'
import { jumpTo } from '../entry/jump.ts'
import { CellTable } from './CellTable.tsx'
import { ExplainField } from './ExplainField.tsx'
import { Todo } from './Todo.tsx'

const words = () => ({ stop: t.audit.stopWord, verify: t.audit.verifyWord, explained: t.audit.verifyWord })

const Head = ({ finding, at, all }: { finding: Finding; at: number; all: readonly Finding[] }) => {
  const kind = kindOf(finding)
  const go = (by: 1 | -1) => () => {
    const next = all[at + by]
    if (next) useNav.getState().openFinding(findingKey(next))
  }
  return (
    <header className="detail-head">
      <span className={`chip k-${kind}`}><Mark name={kind}><b>{words()[kind]}</b></Mark></span>
      <span className="grey">{finding.rule}</span>
      <span className="grey">{t.audit.kinds[finding.rule[0] ?? '']}</span>
      <span className="grow" />
      <span className="grey">{t.audit.at(at + 1, all.length)}</span>
      <button type="button" className="btn icon-only" aria-label={t.audit.previous} disabled={at === 0} onClick={go(-1)}><Icon name="up" /></button>
      <button type="button" className="btn icon-only" aria-label={t.audit.next} disabled={at === all.length - 1} onClick={go(1)}><Icon name="down" /></button>
    </header>
  )
}

/** To a cell of a finding, which Esc in it leads back to. */
const goCell = (finding: Finding, cell: CellRef): void => {
  useNav.getState().openFinding(findingKey(finding))
  jumpTo(cell)
}

const useCtrlG = (finding: Finding): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const [cell] = finding.cells
      if (!event.ctrlKey || event.key.toLowerCase() !== 'g' || !cell) return
      event.preventDefault()
      goCell(finding, cell)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [finding])
}

/** One finding: the sentence with its values, the cells as links, what to do, the explanation. */
export const Detail = ({ finding, at, all, view }: { finding: Finding; at: number; all: readonly Finding[]; view: FilingView }) => {
  useCtrlG(finding)
  const kind = kindOf(finding)
  const [first] = finding.cells
  const soft = finding.severity === 'warning'
  const go = first && <button type="button" className={soft ? 'btn' : 'btn solid'} onClick={() => goCell(finding, first)}>{t.audit.goCell}<Kbd>Ctrl G</Kbd></button>
  return (
    <section className="audit-detail panel" aria-label={finding.title}>
      <Head finding={finding} at={at} all={all} />
      <div className="detail-scroll">
        <p className={`detail-sentence k-${kind}`}><Numbers text={finding.detail} fact={finding.fact} tone={soft ? 'c-verify' : 'c-stop'} /></p>
        <CellTable finding={finding} view={view} />
        <h2>{t.audit.todo}</h2>
        <p className="detail-todo"><Todo finding={finding} pack={view.pack} /></p>
        {soft && <ExplainField finding={finding} beside={go} />}
      </div>
      {!soft && go && <footer className="detail-foot">{go}</footer>}
    </section>
  )
}
