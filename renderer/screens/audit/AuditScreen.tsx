import { useEffect } from 'react'
import { countKinds, findingKey } from '../../grid/marks.ts'
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

const Head = ({ stop, verify, explained }: { stop: number; verify: number; explained: number }) => {
  const order = useNav((s) => s.findingOrder)
  const all = verify + explained
  return (
    <header className="audit-head">
      <h1>{t.audit.title}</h1>
      <span role="status" aria-live="polite">{stop > 0 ? <Mark name="stop"><b>{t.audit.left(stop)}</b></Mark> : <Mark name="done"><b>{t.audit.none}</b></Mark>}</span>
      {all > 0 && <span className="audit-bar" aria-hidden="true"><span style={{ width: `${(explained / all) * 100}%` }} /></span>}
      {all > 0 && <span className="audit-count">{t.audit.explained(explained, all)}</span>}
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
  const list = bundles(view.pack, findings, order)
  const flat = list.flatMap((bundle) => bundle.findings)
  const chosen = flat.find((finding) => findingKey(finding) === key) ?? flat[0]
  const counts = countKinds(findings)
  return (
    <main className="audit" data-region="form">
      <Head {...counts} />
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
