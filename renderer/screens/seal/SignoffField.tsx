import { useEffect, useRef } from 'react'
import type { Finding } from '../../../core/audit/finding.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { tidied } from '../../grid/show.ts'
import { useFiling } from '../../store/filing.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { signoffFinding } from './blockers.ts'

const nextField = (input: HTMLInputElement): void => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-signoff]')]
  const next = fields[fields.indexOf(input) + 1]
  next?.focus()
  next?.select()
}

/** A native input that keeps its own text while someone types or composes in it, and commits when it is left. */
const useCommit = (item: Item, stored: string) => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = stored
  }, [stored])
  const commit = (typed: string): void => {
    const text = tidied(item, typed)
    if (input.current) input.current.value = text
    if (text !== stored) void useFiling.getState().commit([{ item: item.key, row: null, text }])
  }
  return { input, commit }
}

/** What is wrong in a few words, and how the field is written. */
const short = ({ fact, detail }: Finding, { format }: Item): string => (fact === '' ? detail : format ? `${fact}；${format}` : fact)

/** One sign-off field with its finding under it; a date has 今天 inside. */
export const SignoffField = ({ view, item }: { view: FilingView; item: Item }) => {
  const pending = useFiling((s) => s.pending[item.key])
  const { input, commit } = useCommit(item, pending?.text ?? view.data.values[item.key] ?? '')
  const finding = signoffFinding(view, item)
  const message = pending?.problem ? say(pending.problem) : finding && short(finding, item)
  const bad = pending?.problem ? 'unsaved' : finding?.severity === 'error' ? 'stop' : 'verify'
  const needed = item.required === 'always'
  return (
    <div className="seal-field">
      <label htmlFor={`signoff-${item.key}`}>{item.name}{needed && <span className="c-stop" aria-hidden="true">*</span>}</label>
      <div className="seal-input">
        <input
          ref={input} id={`signoff-${item.key}`} className="field" type="text" autoComplete="off" spellCheck={false} maxLength={item.maxLength ?? 40} defaultValue={view.data.values[item.key] ?? ''}
          data-signoff={item.key} aria-required={needed} aria-invalid={message !== null && bad !== 'verify'} aria-describedby={message ? `signoff-why-${item.key}` : undefined}
          onBlur={(event) => commit(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
            commit(event.currentTarget.value)
            nextField(event.currentTarget)
          }}
        />
        {item.type === 'date' && <button type="button" className="seal-today" onClick={() => commit(view.today)} data-today>{t.seal.todayButton}</button>}
      </div>
      {message && <p id={`signoff-why-${item.key}`} className={`seal-why ${bad === 'verify' ? 'c-verify' : 'c-stop'}`} data-signoff-why={item.key}><Icon name={bad === 'stop' ? 'stop' : bad === 'verify' ? 'verify' : 'disk'} size={14} />{message}</p>}
    </div>
  )
}
