import { useState } from 'react'
import type { ReviewLine, ReviewQuery, ReviewView } from '../../../core/contract/regulator/review.ts'
import { call } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { NewQuery } from './NewQuery.tsx'
import { QueryThread } from './QueryThread.tsx'
import { cellKey, codeWords, lineAt, useReviewing } from './reviewing.ts'

const Head = ({ line }: { line: ReviewLine }) => (
  <header className="side-head">
    <h2><span className="grey">{codeWords(line)}</span>　{line.name}{line.rowKey !== null && <span className="grey-2">　{line.rowKey}</span>}</h2>
    <p className="office-spaced"><span>{line.differs && line.before !== '' ? `${line.before} → ` : ''}<b>{line.now || t.office.none}</b> {line.now !== '' && line.unit}</span>{line.prior !== '' && <span className="grey-2">{t.review.before(line.prior)}</span>}</p>
  </header>
)

const Adjust = ({ view, line }: { view: ReviewView; line: ReviewLine }) => {
  const [asking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const run = (reason: string) => useReviewing.getState().act(async () => {
    const answer = await call('review.adjust', { unit: view.unit.id, year: view.year, item: line.item, row: line.row, text: text.trim(), reason })
    return answer.ok ? call('review.open', { submission: view.line.submission }) : answer
  }, (next) => next, () => ({ words: t.review.adjusted }))
  return (
    <div className="side-foot">
      <button type="button" className="link" onClick={() => { setText(''); setAsking(true) }} data-adjust><Icon name="pen" size={14} />{t.review.adjust}</button>
      {asking && (
        <AskReason title={t.review.adjustTitle} ok={t.office.save} ready={text.trim() !== ''} close={() => setAsking(false)} run={run}>
          <p>{t.review.adjustLine}</p>
          <p className="grey-2">{line.name}　{t.review.adjustNow(line.now)}</p>
          <label className="seal-reason" htmlFor="adjust-value">{t.review.adjustValue}</label>
          <input id="adjust-value" className="field" value={text} maxLength={200} autoComplete="off" onChange={(event) => setText(event.target.value)} data-adjust-value />
        </AskReason>
      )}
    </div>
  )
}

const Findings = ({ view, line }: { view: ReviewView; line: ReviewLine }) => {
  const mine = view.findings.filter((finding) => finding.cells.some((cell) => cell.item === line.item && (cell.row === null || cell.row === line.row)))
  const out = view.outliers.filter((one) => one.item === line.item)
  if (mine.length + out.length === 0) return null
  return (
    <section className="thread">
      {mine.map((one, n) => <p key={n} className="side-finding"><Mark name={one.severity === 'error' ? 'stop' : one.explained ? 'explained' : 'verify'} /><span>{one.detail}{one.explanation && <span className="review-words">{one.explanation}</span>}</span></p>)}
      {out.map((one, n) => <p key={`o${n}`} className="side-finding"><Mark name="info" className="c-verify" /><span>{one.sentence}</span></p>)}
    </section>
  )
}

const Threads = ({ view, queries, edit }: { view: ReviewView; queries: readonly ReviewQuery[]; edit: (id: string) => void }) => queries.map((query) => <QueryThread key={query.id} query={query} n={view.queries.indexOf(query) + 1} edit={() => edit(query.id)} />)

const onCell = (line: ReviewLine) => (query: ReviewQuery): boolean => query.item !== null && cellKey({ item: query.item, row: query.row }) === cellKey(line)

/** The chosen line: its findings, its queries and their answers, and a new query; or the submission as a whole. */
export const ReviewSide = ({ view }: { view: ReviewView }) => {
  const cell = useReviewing((s) => s.cell)
  const [whole, setWhole] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const line = whole ? undefined : lineAt(view, cell)
  const queries = line ? view.queries.filter(onCell(line)) : view.queries.filter((query) => query.item === null)
  const edited = queries.find((query) => query.id === editing) ?? null
  const open = view.line.state === 'in_review'
  return (
    <aside className="review-side" aria-label={t.review.side} data-region="panel">
      {line ? <Head line={line} /> : <header className="side-head"><h2>{t.review.wholeTitle}</h2></header>}
      <div className="side-scroll" tabIndex={0} role="region" aria-label={t.review.side}>
        {line && <Findings view={view} line={line} />}
        <Threads view={view} queries={queries.filter((query) => query !== edited)} edit={setEditing} />
        {open && <NewQuery key={`${line ? cellKey(line) : ''} ${edited?.id ?? ''} ${view.line.submission}`} view={view} line={line ?? null} editing={edited} done={() => setEditing(null)} />}
      </div>
      <div className="side-links">
        <button type="button" className="link" aria-pressed={whole} onClick={() => setWhole(!whole)} data-whole>{whole ? t.review.side : t.review.whole}</button>
        <span className="grow" />
        {line && <Adjust view={view} line={line} />}
      </div>
    </aside>
  )
}
