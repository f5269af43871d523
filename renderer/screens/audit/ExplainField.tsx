import { useState } from 'react'
import type { Finding } from '../../../core/audit/finding.ts'
import type { Problem } from '../../../core/problem.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { say, t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'

const counted = (text: string): number => [...text.replace(/[\s\p{P}\p{S}]/gu, '')].length

const Refusal = ({ problem, hints, add }: { problem: Problem; hints: readonly string[]; add: (hint: string) => void }) => (
  <div className="explain-refused" role="alert">
    <div className="explain-why">
      <Mark name="stop"><b>{t.audit.refused}</b></Mark>
      <p>{say(problem)}{hints.length > 0 && ` ${t.audit.add}`}</p>
    </div>
    <div className="explain-hints">{hints.map((hint) => <button key={hint} type="button" className="hint-chip" onClick={() => add(hint)}>{hint}</button>)}</div>
  </div>
)

interface Props { readonly finding: Finding; readonly compact?: boolean }

/** The explanation of a 核实性 finding: typed, checked, saved with the filing; a refusal offers half-sentences. */
export const ExplainField = ({ finding, compact = false }: Props) => {
  const [text, setText] = useState(finding.explanation ?? '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const sealed = useFiling((s) => s.view !== null && isReadOnly(s.view.state))
  const saved = finding.explained && text === finding.explanation
  const submit = async (): Promise<void> => setProblem(await useFiling.getState().explain(finding, text))
  const add = (hint: string): void => {
    setText((old) => (old.trim() === '' || problem ? hint : `${old}${/[。；，]$/.test(old) ? '' : '；'}${hint}`))
    setProblem(null)
  }
  return (
    <div className={`explain ${compact ? 'compact' : ''}`}>
      <div className="explain-head"><label htmlFor={`explain-${finding.rule}${finding.row ?? ''}`}>{t.audit.explain}</label><span className="grow" /><span className="grey">{t.audit.chars(counted(text))}</span></div>
      <textarea
        id={`explain-${finding.rule}${finding.row ?? ''}`} className="field" rows={2} maxLength={1000} value={text} readOnly={sealed} placeholder={t.panel.explainPlaceholder} aria-invalid={problem !== null} data-explain={finding.rule}
        onChange={(event) => { setText(event.target.value); setProblem(null) }}
        onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void submit() } }}
      />
      {problem && <Refusal problem={problem} hints={finding.hints} add={add} />}
      {!problem && !saved && finding.hints.length > 0 && !compact && <div className="explain-hints">{finding.hints.map((hint) => <button key={hint} type="button" className="hint-chip" onClick={() => add(hint)}>{hint}</button>)}</div>}
      <div className="explain-foot">
        <span className="grow grey">{saved ? <Mark name="done">{t.audit.saved}</Mark> : t.audit.toSave}</span>
        <button type="button" className={`btn ${compact ? 'small-btn' : 'solid'}`} disabled={sealed || saved || counted(text) === 0} onClick={() => void submit()}>{t.audit.submit}{!compact && <Kbd>Ctrl Enter</Kbd>}</button>
      </div>
    </div>
  )
}
