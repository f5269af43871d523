import { useState } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { QueryView } from '../../../core/contract/letters.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { Item } from '../../../core/pack/schema.ts'
import type { Problem } from '../../../core/problem.ts'
import { isWaiting, sealedBefore, standingQueries, threadAt } from '../../grid/queries.ts'
import { shownText } from '../../grid/show.ts'
import { useFiling } from '../../store/filing.ts'
import { call } from '../../api.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Section } from './Section.tsx'

const MOST = 2000

const send = async (view: FilingView, query: QueryView, text: string): Promise<Problem | null> => {
  const answer = await call('letter.reply', { filing: view.filing, query: query.query, text })
  if (!answer.ok) return answer.problem
  useFiling.setState((s) => (s.view?.filing === view.filing ? { view: { ...s.view, letters: answer.value } } : {}))
  return null
}

const ReplyField = ({ view, query, item }: { view: FilingView; query: QueryView; item: Item }) => {
  const [text, setText] = useState(query.reply)
  const [problem, setProblem] = useState<Problem | null>(null)
  const changed = text.trim() !== query.reply
  const corrected = query.reply === '' && !isWaiting(view, query)
  const before = sealedBefore(view, item, query.row, cellText(view, item, query.row))
  const save = async (): Promise<void> => { if (changed) setProblem(await send(view, query, text.trim())) }
  return (
    <div className="query-reply" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) void save() }} onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void save() } }}>
      <textarea className="field" aria-label={t.letter.replyOf(item.name)} placeholder={t.letter.replyHint} maxLength={MOST} value={text} data-reply={query.query} onChange={(event) => setText(event.target.value)} />
      <div className="cell-note-acts">
        <span role="status" aria-live="polite">{problem ? <Mark name="stop">{say(problem)}</Mark> : query.reply !== '' && !changed ? <Mark name="done">{t.letter.replySaved}</Mark> : corrected && before !== null ? <Mark name="pen">{t.letter.corrected(view.submitNo, before === '' ? t.form.blankStored : shownText(view.pack, item, before))}</Mark> : null}</span>
        <span className="grow" />
        {changed && <button type="button" className="btn small-btn" data-save-reply onClick={() => void save()}>{t.letter.replySave}</button>}
      </div>
    </div>
  )
}

const cellText = (view: FilingView, item: Item, row: number | null): string => {
  if (row === null) return (item.required === 'computed' ? view.computed[item.key] : view.data.values[item.key]) ?? ''
  return Object.values(view.data.tables).flat().find((each) => each.id === row && item.key in each.cells)?.cells[item.key] ?? ''
}

const Answered = ({ query }: { query: QueryView }) => (
  <p className="panel-note">{query.reply !== '' && <>{t.letter.reply}：{query.reply}　</>}{query.answeredIn === null ? t.letter.unanswered : t.letter.answeredIn(query.answeredIn)}</p>
)

/** What the regulator asked about the cell, round by round, each with its reply. */
export const Thread = ({ view, cell, item }: { view: FilingView; cell: CellRef; item: Item }) => {
  const thread = threadAt(view, cell.item, cell.row)
  if (thread.length === 0) return null
  const standing = new Set(standingQueries(view))
  return (
    <Section id="panel-queries" icon="query" title={t.letter.thread}>
      {thread.map((query) => (
        <div key={`${query.submitNo}/${query.query}`} className="query" data-query={query.query}>
          <p className="panel-note">{t.letter.asked(query.regulator, query.at.slice(0, 10), query.submitNo)}{query.due && standing.has(query) && <>　{t.letter.due(query.due)}</>}</p>
          <p>{query.question}</p>
          {standing.has(query) ? <ReplyField key={query.reply} view={view} query={query} item={item} /> : <Answered query={query} />}
        </div>
      ))}
    </Section>
  )
}
