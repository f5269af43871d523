import type { Evidence, MonitorView } from '../../../core/contract/regulator/watch.ts'
import { t } from '../../text/texts.ts'
import { openSubmission } from '../office/jumps.ts'
import { ofKind, useMonitor } from './monitor.ts'
import { WarningLine } from './MonitorSide.tsx'

const EvidenceView = ({ evidence }: { evidence: Evidence }) => {
  const { warning } = evidence
  return (
    <section className="monitor-evidence" data-evidence={warning.id}>
      <p><button type="button" className="link" onClick={() => void useMonitor.getState().open(null)}>{t.monitor.back}</button></p>
      <h2>{warning.title}</h2>
      <p>{warning.sentence}</p>
      <table className="verify-cells" aria-label={t.monitor.evidence}>
        <thead><tr>{evidence.heads.map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'num'}>{head}</th>)}<th /></tr></thead>
        <tbody>
          {evidence.rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, column) => <td key={column} className="num">{value}</td>)}
              <td>{row.submission !== null && <button type="button" className="link" onClick={() => openSubmission(row.submission ?? 0, warning.item)}>{t.monitor.open}</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="grey-2">{t.monitor.rule}：{evidence.rule}</p>
    </section>
  )
}

/** Every warning by kind; one opens its evidence. */
export const Warnings = ({ view }: { view: MonitorView }) => {
  const evidence = useMonitor((s) => s.evidence)
  if (evidence) return <EvidenceView evidence={evidence} />
  const kinds = [...new Set(view.warnings.map((one) => one.kind))]
  return (
    <div className="monitor-warnings">
      {kinds.length === 0 && <p className="grey-2">{t.monitor.none}</p>}
      {kinds.map((kind) => {
        const list = ofKind(view.warnings, kind)
        return <section key={kind}><h2>{t.monitor.kinds[kind]} <span className="grey">{list.length}</span></h2><ul>{list.slice(0, 500).map((one) => <WarningLine key={one.id} one={one} />)}</ul></section>
      })}
    </div>
  )
}
