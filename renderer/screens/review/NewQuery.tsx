import { useEffect, useState } from 'react'
import type { ReviewLine, ReviewQuery, ReviewView } from '../../../core/contract/regulator/review.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { isDate, tidyDate } from '../../grid/dates.ts'
import { say, t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { today } from '../office/today.ts'
import { cellKey, codeWords, useReviewing } from './reviewing.ts'

/** What was typed and not added yet, by submission and cell. */
const typed = new Map<string, string>()

const withUnit = (text: string, unit: string | null): string => (text !== '' && unit ? `${text} ${unit}` : text)

const phrases = (line: ReviewLine): readonly (readonly [string, string])[] => {
  const { phrase, phraseText } = t.review
  const now = withUnit(line.now, line.unit)
  return [[phrase.yoy, phraseText.yoy(line.name, now, withUnit(line.prior, line.unit), line.yoy)], [phrase.scope, phraseText.scope(line.name, now)], [phrase.unit, phraseText.unit(line.name, now)]]
}

/** A new query on the chosen cell or on the whole submission, or another text of one that was not sent. */
export const NewQuery = ({ view, line, editing, done }: { view: ReviewView; line: ReviewLine | null; editing: ReviewQuery | null; done: () => void }) => {
  const key = `${view.line.submission} ${editing?.id ?? (line ? cellKey(line) : '')}`
  const [text, setText] = useState(editing?.text ?? typed.get(key) ?? '')
  const [due, setDue] = useState(editing?.due ?? today(10))
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    if (!editing) typed.set(key, text)
  }, [key, text, editing])
  const ready = text.trim() !== '' && isDate(tidyDate(due))
  const add = async (): Promise<void> => {
    if (!ready) return
    const met = await useReviewing.getState().act(() => call('review.query', { submission: view.line.submission, item: line?.item ?? null, row: line?.row ?? null, text: text.trim(), due: tidyDate(due), ...(editing ? { query: editing.id } : {}) }), (next) => next)
    setProblem(met)
    if (met) return
    typed.delete(key)
    setText('')
    done()
  }
  return (
    <section className="thread" aria-label={line ? t.review.newTitle : t.review.wholeTitle}>
      <header><Mark name="query"><b>{line ? t.review.newTitle : t.review.wholeTitle}</b></Mark><span className="grow" />{line && <span className="grey-2 small cut">{codeWords(line)} {line.name}</span>}</header>
      <textarea className="field" id="new-query" rows={3} maxLength={2000} aria-label={t.review.text} value={text} onChange={(event) => setText(event.target.value)} data-query-text onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void add() } }} />
      {line && <p className="query-phrases"><span className="grey-2">{t.review.phrases}</span>{phrases(line).map(([name, words]) => <button key={name} type="button" className="link" onClick={() => setText(words)} data-phrase={name}>{name}</button>)}</p>}
      <div className="query-due"><label htmlFor="query-due">{t.review.dueLabel}</label><DateField id="query-due" label={t.review.dueLabel} value={due} invalid={!isDate(tidyDate(due))} commit={setDue} /></div>
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      <div className="office-acts"><button type="button" className="btn small-btn" disabled={!ready} onClick={() => void add()} data-query-add>{editing ? t.review.change : t.review.add}</button>{editing && <button type="button" className="btn small-btn" onClick={done}>{t.cancel}</button>}</div>
    </section>
  )
}
