import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewLine, ReviewView } from '../../../core/contract/regulator/review.ts'
import { t } from '../../text/texts.ts'
import { cellKey, showLine, useReviewing } from './reviewing.ts'
import { LineMark } from './marks.tsx'

const SHOWN = 300

interface RowProps { readonly line: ReviewLine; readonly on: boolean; readonly first: boolean; readonly before: boolean; readonly fresh: boolean }
const Row = ({ line, on, first, before, fresh }: RowProps) => {
  const look = line.numeric ? 'num' : 'words'
  return (
    <tr aria-selected={on} tabIndex={on || first ? 0 : -1} onClick={() => showLine(line)} onFocus={() => showLine(line)} data-line={cellKey(line)} data-differs={line.differs}>
      <td className="grey">{line.code}</td>
      <td className="review-name">{line.name}{line.rowKey !== null && <span className="grey small">　{line.rowKey}</span>}</td>
      <td className="grey small">{line.unit}</td>
      <td className={look}>{line.prior}</td>
      {before && <td className={look}>{line.before}</td>}
      <td className={`${look} review-now`}><b>{line.now}</b></td>
      {before && <td className={`num ${line.differs ? 'review-delta' : 'grey'}`}>{line.differs ? line.delta : t.review.same}</td>}
      <td className="num">{line.yoy}</td>
      <td className="review-mark"><LineMark marks={line.marks} fresh={fresh} /></td>
    </tr>
  )
}

const step = (event: KeyboardEvent<HTMLTableElement>): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || event.altKey || event.ctrlKey) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')]
  rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex((row) => row.getAttribute('aria-selected') === 'true') + by))]?.focus()
}

const Heads = ({ no, before }: { no: number; before: number | null }) => {
  const h = t.review.head
  return (
    <thead>
      <tr>
        <th scope="col">{h.code}</th><th scope="col">{h.name}</th><th scope="col">{h.unit}</th><th scope="col" className="num">{h.prior}</th>
        {before !== null && <th scope="col" className="num">{h.no(before)}</th>}<th scope="col" className="num c-accent"><b>{h.no(no)}</b></th>
        {before !== null && <th scope="col" className="num">{h.delta}</th>}<th scope="col" className="num">{h.yoy}</th><th scope="col">{h.marks}</th>
      </tr>
    </thead>
  )
}

/** The number of the submission before this one, or null. */
const numberBefore = (view: ReviewView): number | null => view.submissions.filter((one) => one.submitNo < view.line.submitNo).at(-1)?.submitNo ?? null

/** The lines of one form: last year, the submission before, this one, and what changed. */
export const LineTable = ({ view }: { view: ReviewView }) => {
  const { form, every, cell } = useReviewing()
  const [more, setMore] = useState(SHOWN)
  const body = useRef<HTMLTableElement>(null)
  useEffect(() => setMore(SHOWN), [form, every, view])
  const key = cell ? cellKey(cell) : null
  useEffect(() => {
    const row = [...(body.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].find((one) => one.dataset['line'] === key)
    row?.scrollIntoView({ block: 'nearest' })
    if (row && body.current?.contains(document.activeElement) && document.activeElement !== row) row.focus({ preventScroll: true })
  }, [key, form, every])
  const all = view.lines.filter((line) => line.form === form && (every || line.notable))
  const lines = all.slice(0, more)
  const drafts = new Set(view.queries.filter((query) => query.state === 'draft' && query.item !== null).map((query) => cellKey({ item: query.item ?? '', row: query.row })))
  const before = numberBefore(view)
  const held = lines.some((line) => cellKey(line) === key)
  if (all.length === 0) return <p className="safety-hint">{t.review.nothing}</p>
  return (
    <>
      <table className="review-table" role="grid" aria-label={t.review.lines} ref={body} onKeyDown={step} data-lines={all.length}>
        <colgroup><col style={{ width: 44 }} /><col /><col style={{ width: 50 }} /><col className="review-figure" />{before !== null && <col className="review-figure" />}<col className="review-figure" />{before !== null && <col className="review-change" />}<col className="review-change" /><col className="review-marks" /></colgroup>
        <Heads no={view.line.submitNo} before={before} />
        <tbody>{lines.map((line, n) => <Row key={cellKey(line)} line={line} on={cellKey(line) === key} first={!held && n === 0} before={before !== null} fresh={drafts.has(cellKey(line))} />)}</tbody>
      </table>
      {all.length > more && <button type="button" className="link safety-older" onClick={() => setMore(more + SHOWN)}>{t.review.more(Math.min(SHOWN, all.length - more))}</button>}
    </>
  )
}
