import type { FilingView } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { giveOut, useParts } from './parting.ts'

const p = t.part

const toggle = (form: string): void => useParts.setState((s) => {
  const chosen = new Set(s.chosen)
  if (!chosen.delete(form)) chosen.add(form)
  return { chosen }
})

const Forms = ({ view }: { view: FilingView }) => {
  const chosen = useParts((s) => s.chosen)
  const forms = view.pack.forms.filter((form) => view.forms.some((one) => one.form === form.no && one.applies)).map((form) => ({ no: form.no, name: form.short }))
  return (
    <fieldset className="part-forms">
      <legend>{p.forms}</legend>
      {[...forms, { no: 'signoff', name: p.signoff }].map(({ no, name }) => (
        <label key={no}><input type="checkbox" checked={chosen.has(no)} onChange={() => toggle(no)} data-part-form={no} /><span>{no === 'signoff' ? '' : `${no}　`}{name}</span></label>
      ))}
    </fieldset>
  )
}

/** Chooses forms, for whom, and writes them to a file. */
export const GiveCard = ({ view, solid }: { view: FilingView; solid: boolean }) => {
  const { chosen, to, note, busy } = useParts()
  const lack = [...(chosen.size === 0 ? [p.missingForms] : []), ...(to.trim() === '' ? [p.to] : [])]
  return (
    <section className="part-card" aria-labelledby="part-give">
      <h2 id="part-give">{p.give}</h2>
      <p className="safety-extra">{p.giveLine}</p>
      <Forms view={view} />
      <label htmlFor="part-to">{p.to}</label>
      <input id="part-to" className="field" maxLength={30} autoComplete="off" value={to} placeholder={p.toHint} onChange={(event) => useParts.setState({ to: event.target.value })} />
      <label htmlFor="part-note">{p.note}</label>
      <textarea id="part-note" className="field" maxLength={2000} rows={2} value={note} placeholder={p.noteHint} onChange={(event) => useParts.setState({ note: event.target.value })} />
      <div className="part-acts">
        <button type="button" className={solid ? 'btn solid' : 'btn'} disabled={lack.length > 0 || busy} onClick={() => void giveOut()} data-part-give>{p.give}</button>
        {lack.length > 0 && <span className="safety-extra">{p.missing(lack.join('、'))}</span>}
      </div>
    </section>
  )
}
