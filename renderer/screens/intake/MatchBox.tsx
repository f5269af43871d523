import { Modal } from 'antd'
import { useState } from 'react'
import type { Match } from '../../../core/contract/regulator/intake.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { openSubmission } from '../office/jumps.ts'

const isState = (state: string): state is keyof typeof t.intake.states => Object.hasOwn(t.intake.states, state)

const Found = ({ match, close }: { match: Match; close: () => void }) => (
  <li className="intake-match" data-match={match.submission} data-same={String(match.same)}>
    <p><b>{match.name}</b>　<span className="grey-2">{t.bar.year(match.year)}　{t.intake.submit(match.submitNo)}　{isState(match.state) ? t.intake.states[match.state] : match.state}</span></p>
    <p className="grey-2">{t.intake.receipt(match.receipt)}</p>
    <p>{match.same === true ? <Mark name="done">{t.intake.matching.same}</Mark> : match.same === false ? <Mark name="stop">{t.intake.matching.differs}</Mark> : t.intake.matching.onlyCode}</p>
    <button type="button" className="btn small-btn" onClick={() => { close(); openSubmission(match.submission) }}>{t.intake.matching.open}</button>
  </li>
)

/** Paper beside the ledger: a receipt code or the text of a QR code finds its submission. */
export const MatchBox = ({ close }: { close: () => void }) => {
  const [code, setCode] = useState('')
  const [found, setFound] = useState<readonly Match[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const match = async (): Promise<void> => {
    if (code.trim() === '') return
    const answer = await call('intake.match', { code: code.trim() })
    setProblem(answer.ok ? null : answer.problem)
    setFound(answer.ok ? answer.value : null)
  }
  return (
    <Modal open centered width={520} title={t.intake.matching.title} footer={null} onCancel={close}>
      <form className="dialog" onSubmit={(event) => { event.preventDefault(); void match() }}>
        <label htmlFor="match-code">{t.intake.matching.label}</label>
        <div className="dialog-line"><input id="match-code" className="field grow" value={code} maxLength={400} autoFocus autoComplete="off" spellCheck={false} placeholder={t.intake.matching.hint} onChange={(event) => setCode(event.target.value)} data-match-code /><button type="submit" className="btn solid" disabled={code.trim() === ''}>{t.intake.matching.go}</button></div>
        <div role="status">{problem && <Mark name="stop">{say(problem)}</Mark>}{found?.length === 0 && <p data-match="none">{t.intake.matching.none}</p>}<ul>{found?.map((one) => <Found key={one.submission} match={one} close={close} />)}</ul></div>
      </form>
    </Modal>
  )
}
