import { useState } from 'react'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useImporting } from './importing.ts'

const i = t.importing

/** Keeps the mapping under a name, for the same file of next year. */
export const SaveMapping = () => {
  const used = useImporting((s) => s.used)
  const [name, setName] = useState(used ?? '')
  const [kept, setKept] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    if (name.trim() !== '' && await useImporting.getState().save(name)) setKept(name.trim())
  }
  return (
    <form className="import-counts import-save" onSubmit={(event) => { event.preventDefault(); void save() }}>
      <h2><label htmlFor="import-name">{i.saveAs}</label></h2>
      <div className="safety-acts">
        <input id="import-name" className="field" maxLength={60} value={name} placeholder={i.saveHint} onChange={(event) => setName(event.target.value)} />
        <button type="submit" className="btn" disabled={name.trim() === ''} data-import-save>{i.save}</button>
      </div>
      <p role="status" className="safety-extra">{kept && <Mark name="done">{i.savedDone(kept)}</Mark>}</p>
    </form>
  )
}
