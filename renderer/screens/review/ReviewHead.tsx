import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { looks } from '../verify/VerdictMark.tsx'
import { asksLook } from './queueWords.ts'
import { goTo } from './reviewing.ts'

const soft: Readonly<Record<string, string>> = { sealed: 'soft-done', resaved: 'soft-done', altered: 'soft-verify', unsealed: '' }

/** Queries on earlier submissions that this one answers. */
const Answers = ({ view }: { view: ReviewView }) => {
  const answered = view.queries.filter((query) => query.answeredIn === view.line.submission)
  const no = Math.max(0, ...answered.map((query) => query.submitNo))
  return answered.length > 0 && <span>{t.review.answers(no, answered.length)}</span>
}

const Trust = ({ trust }: { trust: string }) => {
  if (trust === 'changed') return <Mark name="stop">{t.review.otherKey}</Mark>
  return trust === 'first-seen' ? <span>{t.review.newKey}</span> : null
}

/** Whose submission, which one, its verdict, and what to look at first. */
export const ReviewHead = ({ view }: { view: ReviewView }) => {
  const { line } = view
  const words = line.verdict === 'altered' ? t.verdict.altered(line.changed) : t.verdict[line.verdict]
  return (
    <header className="review-head">
      <div className="review-title">
        <h1>{view.unit.name}</h1>
        <span className={`chip ${soft[line.verdict] ?? ''}`} data-verdict={line.verdict}><Mark name={looks[line.verdict].icon} className={looks[line.verdict].tone}>{words}</Mark></span>
        {line.handFiled && <span className="chip" data-hand>{t.review.hand}</span>}
        {line.late && <span className="chip">{t.review.late}</span>}
        <span className="grow" />
        <button type="button" className="btn icon-only" aria-label={t.review.previous} title={`${t.review.previous}　Alt ←`} disabled={view.previous === null} onClick={() => goTo(view.previous)}><Icon name="left" /></button>
        <button type="button" className="btn icon-only" aria-label={t.review.next} title={`${t.review.next}　Alt →`} disabled={view.next === null} onClick={() => goTo(view.next)} data-next-unit><Icon name="right" /></button>
      </div>
      <p className="review-sub">
        <span>{view.unit.id}</span><span>{t.review.submit(line.submitNo)}</span><Answers view={view} /><span>{t.review.receipt(line.receipt)}</span><Trust trust={line.trust} />
        {(view.unit.contact || view.unit.phone) && <span>{t.review.contact(view.unit.contact, view.unit.phone)}</span>}
        {view.submissions.filter((one) => one.submission !== line.submission).map((one) => <button key={one.submission} type="button" className="link" onClick={() => goTo(one.submission)} data-see={one.submitNo}>{t.review.see(one.submitNo)}</button>)}
      </p>
      {asksLook(line) && <p className="review-why" data-attention={line.attention}><Mark name="verify"><b>{t.review.attention}</b></Mark><span>{line.why.join('；')}</span></p>}
    </header>
  )
}
