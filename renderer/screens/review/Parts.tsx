import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Adjustment, ReviewFinding, ReviewView } from '../../../core/contract/regulator/review.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { ChangedCells } from '../verify/ChangedCells.tsx'
import { showLine, useReviewing } from './reviewing.ts'

const Part = ({ title, name, children }: { title: string; name: string; children: ReactNode }) => <section className="review-part" aria-label={title} data-part={name}><h2>{title}</h2>{children}</section>

const goFinding = (view: ReviewView, finding: ReviewFinding): void => {
  const cell = finding.cells[0]
  const line = cell && (view.lines.find((one) => one.item === cell.item && one.row === cell.row) ?? view.lines.find((one) => one.item === cell.item))
  if (line) showLine(line)
}

const Finding = ({ finding, view }: { finding: ReviewFinding; view: ReviewView }) => (
  <li data-finding={finding.rule}>
    <Mark name={finding.severity === 'error' ? 'stop' : finding.explained ? 'explained' : 'verify'} />
    <div className="grow">
      <p><button type="button" className="link in-text dark" onClick={() => goFinding(view, finding)}><b>{finding.title}</b></button>　<span className="grey-2">{finding.detail}</span> <span className="grey small">{finding.rule}</span></p>
      {finding.severity === 'warning' && <p className="review-words">{finding.explanation ?? <span className="c-verify">{t.review.noExplanation}</span>}</p>}
      {finding.copies.length > 0 && <p className="c-verify small" data-copies={finding.copies.length}>{t.review.copies(finding.copies.length, finding.copies.slice(0, 5).join('、'))}</p>}
      {!finding.claimed && <p className="grey-2 small">{t.review.notClaimed}</p>}
    </div>
  </li>
)

const AdjustmentLine = ({ one }: { one: Adjustment }) => {
  const [asking, setAsking] = useState(false)
  const withdraw = (reason: string) => useReviewing.getState().act(async () => {
    const answer = await call('review.adjust', { unit: one.unit, year: one.year, item: one.item, row: one.row, text: null, reason })
    return answer.ok ? call('review.open', { submission: useReviewing.getState().view?.line.submission ?? 0 }) : answer
  }, (view) => view)
  return (
    <li>
      <Mark name="pen" className="c-accent" />
      <div className="grow"><p>{one.itemName}　{t.review.adjustment(one.old, one.now)}{one.imputed && `　${t.review.imputed}`}{one.withdrawn && <span className="grey-2">　{t.review.withdrawn}</span>}</p><p className="small grey-2">{shortTime(one.at, new Date(), t.today)}　{one.by}　{one.reason}</p></div>
      {!one.withdrawn && <button type="button" className="link" onClick={() => setAsking(true)}>{t.review.withdraw}</button>}
      {asking && <AskReason title={t.review.withdrawTitle} ok={t.review.withdraw} close={() => setAsking(false)} run={withdraw} />}
    </li>
  )
}

const Findings = ({ view }: { view: ReviewView }) => {
  const errors = view.findings.filter((one) => one.severity === 'error')
  const warnings = view.findings.filter((one) => one.severity === 'warning')
  return (
    <>
      {errors.length > 0 && <Part title={t.review.parts.errors(errors.length)} name="errors"><ul>{errors.map((one, n) => <Finding key={n} finding={one} view={view} />)}</ul></Part>}
      {warnings.length > 0 && <Part title={t.review.parts.explanations(warnings.length)} name="explanations"><ul>{warnings.map((one, n) => <Finding key={n} finding={one} view={view} />)}</ul></Part>}
    </>
  )
}

const nameOf = (view: ReviewView, item: string): string => view.lines.find((line) => line.item === item)?.name ?? item

/** Everything under the lines: findings with their explanations in full, outliers, altered cells, last year's figures, notes, adjustments, decisions. */
export const Parts = ({ view }: { view: ReviewView }) => {
  const p = t.review.parts
  return (
    <>
      <Findings view={view} />
      {view.outliers.length > 0 && <Part title={p.outliers(view.outliers.length)} name="outliers"><ul>{view.outliers.map((one, n) => <li key={n} data-outlier={one.ratio}><Mark name="info" className="c-verify" /><div className="grow"><p><b>{one.name} {one.value}</b>　<span className="grey-2">{one.sentence}</span></p></div></li>)}</ul></Part>}
      {view.changes.length > 0 && <Part title={p.changes(view.changes.length)} name="changes"><ChangedCells changed={view.changes.map((one) => ({ ...one, row: null }))} pack={view.pack} /></Part>}
      {view.priors.length > 0 && <Part title={p.priors(view.priors.length)} name="priors"><ul>{view.priors.map((one, n) => <li key={n}><Mark name="history" className="grey-2" /><p className="grow">{one.name}　<span className="grey-2">{t.review.prior(one.carried, one.ledger)}</span></p></li>)}</ul></Part>}
      {view.notes.length > 0 && <Part title={p.notes(view.notes.length)} name="notes"><ul>{view.notes.map((one, n) => <li key={n}><Mark name="info" className="grey-2" /><p className="grow">{nameOf(view, one.item)}　<span className="grey-2">{one.text}</span></p></li>)}</ul></Part>}
      {view.adjustments.length > 0 && <Part title={p.adjustments(view.adjustments.length)} name="adjustments"><ul>{view.adjustments.map((one) => <AdjustmentLine key={one.id} one={one} />)}</ul></Part>}
      {view.decisions.length > 0 && <Part title={p.decisions(view.decisions.length)} name="decisions"><ul>{view.decisions.map((one, n) => <li key={n}><Mark name="clock" className="grey-2" /><p className="grow">{shortTime(one.at, new Date(), t.today)}　{one.by}　{one.kind}{one.reason && `　${one.reason}`}</p></li>)}</ul></Part>}
    </>
  )
}
