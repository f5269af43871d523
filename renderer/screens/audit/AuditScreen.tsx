import { useEffect } from 'react'
import type { OpenFindings } from '../../../core/audit/open.ts'
import { findingKey, openOf } from '../../grid/marks.ts'
import { useShownFindings, useView } from '../../grid/useGridState.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { goPrint } from '../print/printing.ts'
import { Detail } from './Detail.tsx'
import { FindingList } from './FindingList.tsx'
import { bundles } from './order.ts'

const Head = ({ open: { stop, missing, verify, explained } }: { open: OpenFindings }) => {
  const order = useNav((s) => s.findingOrder)
  const all = verify.length + explained.length
  return (
    <header className="audit-head">
      <h1>{t.audit.title}</h1>
      <span role="status" aria-live="polite">{stop.length > 0 ? <Mark name="stop"><b>{t.audit.left(stop.length)}</b></Mark> : <Mark name="done"><b>{t.audit.none}</b></Mark>}</span>
      {missing.length > 0 && <span className="grey">{t.audit.missing(missing.length)}</span>}
      {all > 0 && <span className="audit-bar" aria-hidden="true"><span style={{ width: `${(explained.length / all) * 100}%` }} /></span>}
      {all > 0 && <span className="audit-count">{t.audit.explained(explained.length, all)}</span>}
      <span className="grow" />
      <span className="seg" role="group" aria-label={t.audit.title}>
        <button type="button" aria-pressed={order === 'severity'} onClick={() => useNav.getState().order('severity')}>{t.audit.bySeverity}</button>
        <button type="button" aria-pressed={order === 'form'} onClick={() => useNav.getState().order('form')}>{t.audit.byForm}</button>
      </span>
      <button type="button" className="btn" onClick={() => void goPrint()} data-go-print><Icon name="print" />{t.print.here}</button>
    </header>
  )
}

/** 审核: the findings as a list to work through, the chosen one at the right. */
export const AuditScreen = () => {
  const view = useView()
  const findings = useShownFindings()
  const order = useNav((s) => s.findingOrder)
  const key = useNav((s) => s.finding)
  useEffect(() => useFiling.getState().askAudit(), [])
  const list = bundles(view, findings, order)
  const flat = list.flatMap((bundle) => bundle.findings)
  const chosen = flat.find((finding) => findingKey(finding) === key) ?? flat[0]
  return (
    <main className="audit" data-region="form">
      <Head open={openOf(view)} />
      {chosen ? (
        <div className="audit-body">
          <FindingList bundles={list} chosen={chosen} view={view} />
          <Detail key={findingKey(chosen)} finding={chosen} at={flat.indexOf(chosen)} all={flat} view={view} />
        </div>
      ) : (
        <div className="audit-none panel"><Mark name="done"><b>{t.audit.empty}</b></Mark><p className="grey">{t.audit.emptySub}</p></div>
      )}
    </main>
  )
}
