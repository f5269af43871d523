import { t } from '../../text/texts.ts'
import { usePriors } from './priors.ts'

const p = t.prior

/** What of last year has no place this year, and why. */
export const LostList = () => {
  const lost = usePriors((s) => s.look?.lost ?? [])
  if (lost.length === 0) return <p className="safety-hint">{p.lostNone}</p>
  return (
    <>
      <div className="prior-lead"><p>{p.lostLead(lost.length)}</p></div>
      <div className="safety-scroll" tabIndex={0} role="region" aria-label={p.part.lost}>
        <table className="safety-table" aria-label={p.part.lost}>
          <colgroup><col style={{ width: '32%' }} /><col style={{ width: '20%' }} /><col /></colgroup>
          <thead><tr><th scope="col">{p.lostHead.item}</th><th scope="col">{p.lostHead.text}</th><th scope="col">{p.lostHead.why}</th></tr></thead>
          <tbody>{lost.map((one, at) => <tr key={at} data-lost={one.item}><td>{one.name}</td><td>{one.text}</td><td>{one.why}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  )
}
