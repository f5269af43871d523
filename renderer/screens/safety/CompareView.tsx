import type { CellDifference, Comparison, FilingDifference } from '../../../core/contract/safety.ts'
import { shortTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'

const icons: Readonly<Record<FilingDifference['status'], IconName>> = { same: 'tick', changed: 'pen', 'only-here': 'trash', 'only-there': 'plus' }
const newest = (iso: string | null): string => (iso ? shortTime(iso, new Date(), t.today) : t.safety.none)

const extra = (one: FilingDifference): string =>
  [one.explanations > 0 ? t.safety.compare.explanations(one.explanations) : '', one.sealedHere === one.sealedThere ? '' : t.safety.compare.sealed(one.sealedHere, one.sealedThere)].filter(Boolean).join('　')

const Filings = ({ filings }: { filings: readonly FilingDifference[] }) => (
  <table className="safety-table" aria-label={t.safety.compare.filings}>
    <colgroup><col /><col style={{ width: 56 }} /><col style={{ width: 190 }} /><col style={{ width: 82 }} /></colgroup>
    <thead><tr><th scope="col">{t.safety.compare.head.unit}</th><th scope="col">{t.safety.compare.head.year}</th><th scope="col">{t.safety.compare.head.status}</th><th scope="col" className="num">{t.safety.compare.head.cells}</th></tr></thead>
    <tbody>
      {filings.map((one) => (
        <tr key={`${one.unitId}/${one.year}/${one.status}`} data-status={one.status}>
          <td>{one.unit}</td><td>{one.year}</td>
          <td className={one.status === 'only-here' ? 'c-stop' : ''}><Mark name={icons[one.status]}>{t.safety.compare.status[one.status]}</Mark>{extra(one) && <div className="safety-extra">{extra(one)}</div>}</td>
          <td className="num">{one.cells}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Shown = ({ text }: { text: string }) => (text === '' ? <span className="grey">{t.safety.blank}</span> : text)

const Cells = ({ list, then }: { list: readonly CellDifference[]; then: string }) => (
  <table className="safety-table" aria-label={t.safety.compare.cells}>
    <colgroup><col /><col style={{ width: 132 }} /><col style={{ width: 132 }} /></colgroup>
    <thead><tr><th scope="col">{t.safety.compare.cellHead.where}</th><th scope="col" className="num">{t.safety.compare.cellHead.here}</th><th scope="col" className="num">{then}</th></tr></thead>
    <tbody>
      {list.map((one, at) => (
        <tr key={at} data-difference={one.item}>
          <td>{one.label}{one.row !== null && <span className="grey">　{t.safety.row(one.row)}</span>}<div className="safety-extra">{one.unit}　{one.year}　{one.form}</div></td>
          <td className="num safety-old"><Shown text={one.here} /></td><td className="num"><Shown text={one.there} /></td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What taking another work file or a backup would change: filings first, then cell by cell. */
export const CompareView = ({ comparison, title, same, then }: { comparison: Comparison; title: string; same: string; then: string }) => {
  const touched = comparison.filings.filter((one) => one.status !== 'same')
  const none = touched.length === 0 && comparison.cells === 0
  return (
    <div className="safety-scroll safety-compare" tabIndex={0} role="region" aria-label={title} data-compare>
      <h2>{title}</h2>
      <p>{none ? same : t.safety.compare.sum(touched.length, comparison.cells)}</p>
      <p className="safety-extra">{t.safety.compare.units(comparison.unitsHere, comparison.unitsThere)}　{t.safety.compare.newest(newest(comparison.newestHere), newest(comparison.newestThere))}</p>
      {!none && <Filings filings={comparison.filings} />}
      {comparison.list.length > 0 && <Cells list={comparison.list} then={then} />}
      {comparison.cells > comparison.list.length && <p className="safety-extra">{t.safety.more(comparison.list.length)}</p>}
    </div>
  )
}
