import type { Finding } from '../../../core/audit/finding.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import { kindOf } from '../../grid/marks.ts'
import { useView } from '../../grid/useGridState.ts'
import { codeOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { Numbers } from '../../ui/Numbers.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ExplainField } from '../audit/ExplainField.tsx'
import { Todo } from '../audit/Todo.tsx'
import { jumpTo } from './jump.ts'

/** Links to the cells a finding reads. */
export const CellLinks = ({ finding, here }: { finding: Finding; here: CellRef }) => {
  const { pack } = useView()
  const others = finding.cells.filter((c) => !(c.item === here.item && c.row === here.row)).slice(0, 8)
  if (others.length === 0) return null
  return (
    <p className="finding-cells">
      <span className="grey">{t.panel.cells}</span>
      {others.map((c) => <button key={`${c.item}${c.row}`} type="button" className="link under" onClick={() => jumpTo(c)}>{codeOf(pack, c.item)}</button>)}
    </p>
  )
}

/** One finding in the panel: sentence with values, what to do, cells, explanation. */
export const FindingCard = ({ finding, here }: { finding: Finding; here: CellRef }) => {
  const { pack } = useView()
  const kind = kindOf(finding)
  const word = kind === 'stop' ? t.audit.stopWord : kind === 'verify' ? t.audit.verifyWord : t.panel.explained
  return (
    <section className="panel-section" aria-label={t.panel.findings}>
      <div className="panel-title"><Mark name={kind} /><h2>{t.panel.findings}</h2><span className={kind === 'stop' ? 'c-stop' : 'c-verify'}><b>{word}</b></span><span className="grow" /><span className="grey small">{finding.rule}</span></div>
      <div className={`finding-card k-${kind}`}>
        <p><Numbers text={finding.detail} fact={finding.fact} tone={finding.severity === 'warning' ? 'c-verify' : 'c-stop'} /></p>
        {kind !== 'explained' && <p className="panel-note"><Todo finding={finding} pack={pack} /></p>}
        <CellLinks finding={finding} here={here} />
      </div>
      {finding.severity === 'warning' && <ExplainField finding={finding} compact />}
    </section>
  )
}
