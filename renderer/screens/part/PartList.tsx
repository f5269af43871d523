import type { PartSeen } from '../../../core/contract/parting.ts'
import { shortTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { endPart, useParts, writeBack } from './parting.ts'

const p = t.part

const Line = ({ part, solid }: { part: PartSeen; solid: boolean }) => {
  const busy = useParts((s) => s.busy)
  return (
    <li data-shared={part.side}>
      <Mark name={part.side === 'out' ? 'next' : 'pen'}><span>{part.forms.map((form) => (form === 'signoff' ? p.signoff : form)).join('、')}　{part.side === 'out' ? p.out(part.person) : p.in(part.person)}　<span className="grey">{shortTime(part.at, new Date(), t.today)}</span></span></Mark>
      {part.note !== '' && <p className="safety-extra">{part.note}</p>}
      {part.side === 'in' && (
        <div className="part-acts">
          <button type="button" className={solid ? 'btn solid' : 'btn'} disabled={busy} aria-label={p.backOf(part.person)} onClick={() => void writeBack(part)} data-part-back>{p.back}</button>
          <button type="button" className="link" disabled={busy} aria-label={p.forgetOf(part.person)} onClick={() => void endPart(part)}>{p.forget}</button>
        </div>
      )}
    </li>
  )
}

/** The parts of the open year: given to others, and filled here for others. */
export const PartList = () => {
  const parts = useParts((s) => s.parts)
  const returned = useParts((s) => s.returned)
  const newest = parts.findLast((part) => part.side === 'in')
  if (parts.length === 0) return null
  return (
    <section className="part-card" aria-labelledby="part-list">
      <h2 id="part-list">{p.parts}</h2>
      <ul className="part-list">{parts.map((part) => <Line key={`${part.side}${part.part}`} part={part} solid={part === newest && !returned} />)}</ul>
    </section>
  )
}
