import { useEffect } from 'react'
import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useOffice } from '../office/jumps.ts'
import { StatusKeys, useStatusNote } from '../office/statusNote.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { FormTabs } from './FormTabs.tsx'
import { LineTable } from './LineTable.tsx'
import { Parts } from './Parts.tsx'
import { Queue } from './Queue.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { useReviewing } from './reviewing.ts'
import { ReviewSide } from './ReviewSide.tsx'
import { useReviewKeys } from './useReviewKeys.ts'

const Main = ({ view }: { view: ReviewView }) => (
  <>
    <section className="review-main" aria-label={view.unit.name} data-region="form" data-open-submission={view.line.submission} data-state={view.line.state}>
      <ReviewHead view={view} />
      {view.plain && <p className="band" role="status" data-plain><Mark name="info">{t.review.plain(view.pack)}</Mark></p>}
      <FormTabs view={view} />
      <div className="review-scroll" tabIndex={-1}><LineTable view={view} /><Parts view={view} /></div>
      <DecisionBar view={view} />
    </section>
    <ReviewSide view={view} />
  </>
)

const Nothing = () => {
  const problem = useReviewing((s) => s.problem)
  const received = useLedger((s) => s.state?.counts.received ?? 0)
  return (
    <section className="review-none" data-region="form">
      {problem ? <p role="alert" data-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></p> : <p>{received > 0 ? t.review.pick : t.review.empty}</p>}
      {received === 0 && <button type="button" className="btn solid" onClick={() => useNav.getState().go('intake')}>{t.review.goIntake}</button>}
    </section>
  )
}

/** 审阅: the queue, one submission, its queries, and the decision. */
export const ReviewScreen = () => {
  const submission = useOffice((s) => s.submission)
  const view = useReviewing((s) => s.view)
  const shown = view && view.line.submission === submission ? view : null
  useEffect(() => {
    if (submission !== null) void useReviewing.getState().open(submission)
  }, [submission])
  useReviewKeys(shown)
  useStatusNote(shown ? <StatusKeys keys={[['F8', t.review.keys.next], ['Q', t.review.keys.query], ['Alt →', t.review.keys.unit]]} /> : null)
  return (
    <main className="review">
      <h1 className="sr">{t.tab.review}</h1>
      <Queue />
      {shown ? <Main key={shown.line.submission} view={shown} /> : <Nothing />}
    </main>
  )
}
