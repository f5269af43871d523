import { useState } from 'react'
import type { ReviewQuery, ReviewView } from '../../../core/contract/regulator/review.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { isDate, shortTime, tidyDate } from '../../grid/dates.ts'
import { say, t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { today } from '../office/today.ts'
import { useReviewing } from './reviewing.ts'

const when = (iso: string | null): string => (iso ? shortTime(iso, new Date(), t.today) : '')
const same = (view: ReviewView): ReviewView => view

const AskAgain = ({ query, close }: { query: ReviewQuery; close: () => void }) => {
  const [text, setText] = useState('')
  const [due, setDue] = useState(today(10))
  const [problem, setProblem] = useState<Problem | null>(null)
  const ready = text.trim() !== '' && isDate(tidyDate(due))
  const send = async (): Promise<void> => {
    const met = await useReviewing.getState().act(() => call('review.settle', { query: query.id, do: 'reopen', text: text.trim(), due: tidyDate(due) }), same)
    if (met) setProblem(met)
    else close()
  }
  return (
    <div className="query-again">
      <textarea className="field" rows={3} maxLength={2000} aria-label={t.review.askAgain} autoFocus value={text} onChange={(event) => setText(event.target.value)} data-ask-again />
      <div className="query-due"><label htmlFor={`again-${query.id}`}>{t.review.dueLabel}</label><DateField id={`again-${query.id}`} label={t.review.dueLabel} value={due} commit={setDue} /></div>
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      <div className="office-acts"><button type="button" className="btn small-btn" disabled={!ready} onClick={() => void send()}>{t.review.askAgain}</button><button type="button" className="btn small-btn" onClick={close}>{t.cancel}</button></div>
    </div>
  )
}

/** One query with its answer; an answered one is settled or asked again, one that was not sent is edited or removed. */
export const QueryThread = ({ query, n, edit }: { query: ReviewQuery; n: number; edit: () => void }) => {
  const [again, setAgain] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const settle = async (): Promise<void> => setProblem(await useReviewing.getState().act(() => call('review.settle', { query: query.id, do: 'close', text: '' }), same))
  const drop = async (): Promise<void> => setProblem(await useReviewing.getState().act(() => call('review.dropQuery', { query: query.id }), same))
  return (
    <section className="thread" aria-label={t.review.query(n)} data-query={query.id} data-query-state={query.state}>
      <header><Mark name="query"><b>{t.review.query(n)}</b></Mark><span className="grow" /><span className="chip soft-accent">{t.review.queryStates[query.state]}</span></header>
      <blockquote className="said-office"><p className="query-who"><span>{t.review.office}</span><span>{query.by}</span><span>{when(query.at)}</span><span>{t.review.due(query.due)}</span></p><p>{query.text}</p></blockquote>
      {query.answer !== null && <blockquote className="said-agency"><p className="query-who"><span>{t.review.agency}</span><span>{query.answeredBy}</span><span>{when(query.answeredAt)}</span></p><p>{query.answer}</p></blockquote>}
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      {query.state === 'answered' && !again && <div className="office-acts"><button type="button" className="btn small-btn" onClick={() => void settle()} data-query-close><Icon name="tick" size={14} />{t.review.close}</button><button type="button" className="btn small-btn" onClick={() => setAgain(true)} data-query-again>{t.review.again}</button></div>}
      {query.state === 'draft' && <div className="office-acts"><button type="button" className="btn small-btn" onClick={edit} data-query-edit>{t.review.edit}</button><button type="button" className="btn small-btn" onClick={() => void drop()} data-query-drop>{t.review.drop}</button></div>}
      {again && <AskAgain query={query} close={() => setAgain(false)} />}
    </section>
  )
}
