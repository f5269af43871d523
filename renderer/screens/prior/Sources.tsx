import { priorKinds } from '../../../core/contract/incoming.ts'
import type { PriorKind, PriorSource } from '../../../core/contract/incoming.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { VerdictMark } from '../verify/VerdictMark.tsx'
import { turnTo, usePriors } from './priors.ts'

const p = t.prior

const Held = ({ source }: { source: PriorSource }) => {
  const unit = useFiling((s) => s.view?.unit.unitId)
  const verification = usePriors((s) => s.verification)
  return (
    <div className="prior-held">
      <p>{p.of(source.year, source.cells)}{source.submitNo !== null && source.submitNo > 0 && `　${p.submit(source.submitNo)}`}{source.kind === 'workbook' && source.at && `　${p.readAt(shortTime(source.at, new Date(), t.today))}`}</p>
      {source.kind === 'workbook' && verification && <p><VerdictMark verification={verification} strong={false} /></p>}
      {source.unitId && source.unitId !== unit && <p><Mark name="verify">{p.otherUnit}</Mark><br />{source.name} {source.unitId}</p>}
    </div>
  )
}

const Acts = ({ kind, source, used }: { kind: PriorKind; source: PriorSource | undefined; used: boolean }) => {
  const busy = usePriors((s) => s.busy)
  const has = kind === 'none' || kind === 'typed' || source !== undefined
  return (
    <div className="prior-acts">
      {!used && has && <button type="button" className="btn small-btn" disabled={busy} aria-label={`${p.use}：${p.kind[kind]}`} onClick={() => void turnTo(kind)} data-prior-use={kind}>{p.use}</button>}
      {kind === 'workbook' && <button type="button" className="btn small-btn" disabled={busy} onClick={() => void usePriors.getState().read()} data-prior-read>{busy ? p.reading : source ? p.readAgain : p.read}</button>}
      {(kind === 'workbook' || kind === 'typed') && source && source.cells > 0 && <button type="button" className="link" disabled={busy} aria-label={`${p.forget}：${p.kind[kind]}`} onClick={() => void usePriors.getState().turn((filing) => call('prior.forget', { filing, kind }))}>{p.forget}</button>}
    </div>
  )
}

const Source = ({ kind, source, used, fixed }: { kind: PriorKind; source: PriorSource | undefined; used: boolean; fixed: boolean }) => (
  <li className={`prior-source ${used ? 'used' : ''}`} aria-current={used ? 'true' : undefined} data-prior-source={kind} data-used={used}>
    <h3>{p.kind[kind]}{used && <Mark name="done">{p.inUse}</Mark>}</h3>
    <p className="safety-extra">{p.line[kind]}</p>
    {source && kind !== 'none' && source.cells > 0 ? <Held source={source} /> : p.missing[kind] && <p className="grey small">{p.missing[kind]}</p>}
    {!fixed && <Acts kind={kind} source={source} used={used} />}
  </li>
)

/** The four sources of last year's figures; one is in use. */
export const Sources = () => {
  const look = usePriors((s) => s.look)
  const fixed = useFiling((s) => s.view !== null && isReadOnly(s.view.state))
  return (
    <section className="panel safety-list" aria-label={p.sources} aria-busy={!look} data-region="tree">
      <div className="safety-bar"><h2>{p.sources}</h2></div>
      <ul className="safety-scroll">
        {look && priorKinds.map((kind) => <Source key={kind} kind={kind} source={look.sources.find((one) => one.kind === kind)} used={look.use === kind} fixed={fixed} />)}
      </ul>
    </section>
  )
}
