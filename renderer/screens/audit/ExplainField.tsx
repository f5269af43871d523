import { useState } from 'react'
import type { ReactNode } from 'react'
import { checkExplanation, countCharacters } from '../../../core/audit/explanation.ts'
import type { Finding } from '../../../core/audit/finding.ts'
import type { Problem } from '../../../core/problem.ts'
import { useView } from '../../grid/useGridState.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { say, t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'

const Hints = ({ hints, add }: { hints: readonly string[]; add: (hint: string) => void }) => (
  <div className="explain-hints">{hints.map((hint) => <button key={hint} type="button" className="hint-chip" onClick={() => add(hint)}>{hint}</button>)}</div>
)

const Refusal = ({ problem, hints }: { problem: Problem; hints: readonly string[] }) => (
  <div className="explain-why" role="alert">
    <Mark name="stop"><b>{t.audit.refused}</b></Mark>
    <p>{say(problem)}{hints.length > 0 && ` ${t.audit.add}`}</p>
  </div>
)

const useExplain = (finding: Finding) => {
  const { pack } = useView()
  const [text, setText] = useState(finding.explanation ?? '')
  const [failed, setFailed] = useState<Problem | null>(null)
  const kept = finding.explanation ?? ''
  const refused = kept !== '' && text === kept && !finding.explained ? checkExplanation(kept, finding.rule, pack) : null
  const problem = failed ?? refused
  const submit = async (): Promise<void> => setFailed(await useFiling.getState().explain(finding, text))
  const type = (now: string): void => {
    setText(now)
    setFailed(null)
  }
  const add = (hint: string): void => type(text.trim() === '' || problem ? hint : `${text}${/[。；，]$/.test(text) ? '' : '；'}${hint}`)
  return { text, type, add, submit, problem, unchanged: text === kept, saved: finding.explained && text === kept, draft: kept !== '' && text === kept }
}

/** `beside` stands before the button. */
interface Props { readonly finding: Finding; readonly compact?: boolean; readonly beside?: ReactNode }

/** The explanation of a 核实性 finding: saved as typed; one that gives no reason is refused with half-sentences to go on from. */
export const ExplainField = ({ finding, compact = false, beside }: Props) => {
  const { text, type, add, submit, problem, saved, draft, unchanged } = useExplain(finding)
  const sealed = useFiling((s) => s.view !== null && isReadOnly(s.view.state))
  const id = `explain-${finding.rule}-${finding.row ?? ''}-${finding.item ?? ''}`
  const count = countCharacters(text)
  return (
    <div className={`explain ${compact ? 'compact' : ''}`}>
      <div className="explain-head"><label htmlFor={id}>{t.audit.explain}</label><span className="grow" /><span className="grey">{t.audit.chars(count)}</span></div>
      <textarea
        id={id} className="field" rows={2} maxLength={1000} value={text} readOnly={sealed} placeholder={t.panel.explainPlaceholder} aria-invalid={problem !== null} data-explain={finding.rule}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void submit() } }}
      />
      {problem && <Refusal problem={problem} hints={finding.hints} />}
      {!saved && !sealed && finding.hints.length > 0 && (!compact || problem) && <Hints hints={finding.hints} add={add} />}
      <div className="explain-foot">
        <span className="grow grey" role="status">{saved ? <Mark name="done">{t.audit.saved}</Mark> : draft ? t.audit.draft : t.audit.toSave}</span>
        {beside}
        <button type="button" className={`btn ${compact ? 'small-btn' : 'solid'}`} disabled={sealed || unchanged || count === 0} onClick={() => void submit()}>{t.audit.submit}{!compact && <Kbd>Ctrl Enter</Kbd>}</button>
      </div>
    </div>
  )
}
