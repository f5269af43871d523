import { useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import { call } from '../../api.ts'
import { isDate, tidyDate } from '../../grid/dates.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'

type Preview = Answer<'ledger.erase'>

/** Erasing personal fields after their retention: first what would go, then the button. */
export const ErasePart = () => {
  const [before, setBefore] = useState('')
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const { run, busy } = useLedger()
  const e = t.office.ledger.erase
  const day = tidyDate(before)
  const ready = isDate(day) && reason.trim() !== '' && !busy
  const look = async (): Promise<void> => setPreview(await run(() => call('ledger.erase', { before: day, reason: reason.trim(), preview: true })))
  const erase = async (): Promise<void> => {
    if (await run(() => call('ledger.erase', { before: day, reason: reason.trim(), preview: false }), (done) => e.done(done.submissions))) setPreview(null)
  }
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.erase} data-region="form">
      <div className="safety-bar"><p className="grow">{e.lead}</p></div>
      <div className="safety-scroll ledger-erase" tabIndex={-1}>
        <div className="office-field"><label htmlFor="erase-before">{e.before}</label><DateField id="erase-before" label={e.before} value={before} commit={(text) => { setBefore(text); setPreview(null) }} /></div>
        <div className="office-field"><label htmlFor="erase-reason">{e.reason}</label><input id="erase-reason" className="field" value={reason} maxLength={500} onChange={(event) => { setReason(event.target.value); setPreview(null) }} /></div>
        <div><button type="button" className="btn" disabled={!ready} onClick={() => void look()} data-erase-look>{e.look}</button></div>
        {preview && (
          <div role="status" data-erase={preview.submissions}>
            {preview.submissions === 0 ? <p>{e.nothing}</p> : <><p>{e.would(preview.submissions)}</p><ul className="ledger-fields">{preview.fields.map((field) => <li key={field}>{field}</li>)}</ul><p className="c-stop">{e.noBack}</p><button type="button" className="btn solid" disabled={!ready} onClick={() => void erase()} data-erase-do>{e.do(preview.submissions)}</button></>}
          </div>
        )}
      </div>
    </section>
  )
}
