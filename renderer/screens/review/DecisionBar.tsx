import { useState } from 'react'
import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { AcceptDialog, AdmitDialog, ReturnDialog, RevokeDialog } from './Decide.tsx'
import { queryCounts } from './deciding.ts'
import { useReviewing } from './reviewing.ts'

type Asking = 'accept' | 'return' | 'revoke' | 'admit' | null
const dialogs = { accept: AcceptDialog, return: ReturnDialog, revoke: RevokeDialog, admit: AdmitDialog } as const
const admitted: readonly string[] = ['conflict', 'other_region', 'not_in_register', 'other_year', 'superseded']

const Said = ({ view }: { view: ReviewView }) => {
  const { problem, done, file } = useReviewing()
  const { drafts, answered } = queryCounts(view)
  if (problem) return <span role="alert" data-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></span>
  if (done) return <span role="status" className="decision-said" data-done><Mark name="done">{done}</Mark>{file && <button type="button" className="link" title={file} onClick={() => void dialog('shell.show', { path: file })} data-letter={file}>{t.review.showFile}</button>}</span>
  return <span>{t.review.counts(drafts, answered)}</span>
}

const Buttons = ({ view, ask }: { view: ReviewView; ask: (what: Asking) => void }) => {
  const { drafts } = queryCounts(view)
  const viewer = useLedger((s) => s.state?.role === 'viewer')
  const busy = useReviewing((s) => s.busy)
  const returning = drafts > 0
  useCtrlEnter(busy || viewer ? null : returning ? () => ask('return') : view.blocked === null ? () => ask('accept') : null)
  const accept = <button type="button" className={`btn ${returning ? '' : 'solid'}`} disabled={view.blocked !== null || busy || viewer} onClick={() => ask('accept')} data-accept>{t.review.accept}{!returning && view.blocked === null && <Kbd>Ctrl Enter</Kbd>}</button>
  return (
    <>
      <span className="decision-why" data-blocked={view.blocked ?? ''}>{view.blocked ?? (returning ? '' : t.review.hint)}</span>
      {accept}
      <button type="button" className={`btn ${returning ? 'solid' : ''}`} disabled={!returning || busy || viewer} title={returning ? undefined : t.review.returnNone} onClick={() => ask('return')} data-return>{t.review.return(drafts)}{returning && <Kbd>Ctrl Enter</Kbd>}</button>
    </>
  )
}

/** The decision: accept, closed with its reason, or return with a slip; for what is decided, the way back. */
export const DecisionBar = ({ view }: { view: ReviewView }) => {
  const [asking, setAsking] = useState<Asking>(null)
  const { state } = view.line
  const Dialog = asking && dialogs[asking]
  return (
    <footer className="decision" data-decision={state}>
      <div className="grow cut"><Said view={view} /></div>
      {state === 'in_review' ? <Buttons view={view} ask={setAsking} /> : (
        <>
          <span className="decision-why">{t.review.stateLine[state]}</span>
          {(state === 'accepted' || state === 'returned') && <button type="button" className="btn" onClick={() => setAsking('revoke')} data-revoke>{t.review.revoke}</button>}
          {admitted.includes(state) && state !== 'superseded' && <button type="button" className="btn solid" onClick={() => setAsking('admit')} data-admit>{t.review.admit}</button>}
        </>
      )}
      {Dialog && <Dialog view={view} close={() => setAsking(null)} />}
    </footer>
  )
}
