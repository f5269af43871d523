import { Select } from 'antd'
import { useState } from 'react'
import type { UnitSummary } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useHelp } from './help.ts'

const MOST = 4000

const Note = ({ unit }: { unit: UnitSummary }) => {
  const [text, setText] = useState(unit.note)
  const [said, setSaid] = useState<'saved' | Problem | null>(null)
  const n = t.help.note
  const save = async (): Promise<void> => {
    const answer = await call('unit.note', { unit: unit.unit, text })
    setSaid(answer.ok ? 'saved' : answer.problem)
    if (answer.ok) await useApp.getState().load()
  }
  return (
    <>
      <label className="help-note-label" htmlFor="unit-note">{n.text}</label>
      <textarea id="unit-note" className="field" rows={14} maxLength={MOST} value={text} placeholder={n.hint} onChange={(event) => { setText(event.target.value); setSaid(null) }} />
      <p className="grey small">{n.chars([...text].length, MOST)}</p>
      <p><button type="button" className="btn" disabled={text.trim() === unit.note} onClick={() => void save()} data-note-save>{n.save}</button></p>
      <p role="status">{said === 'saved' ? <Mark name="done">{n.saved}</Mark> : said && <Mark name="stop">{say(said)}</Mark>}</p>
    </>
  )
}

/** The handover note of a unit: who fills, who signs, where figures come from. */
export const UnitNote = () => {
  const units = useApp((s) => s.state?.units ?? [])
  const open = useFiling((s) => s.view?.unit.unit)
  const chosen = useHelp((s) => s.unit)
  const unit = units.find((each) => each.unit === (chosen ?? open)) ?? units[0]
  const n = t.help.note
  if (!unit) return <p className="help-text">{n.none}</p>
  return (
    <div className="help-text" data-unit-note>
      <p>{n.lead}</p>
      {units.length > 1
        ? <Select aria-label={n.unit} value={unit.unit} options={units.map((each) => ({ value: each.unit, label: each.name }))} onChange={(next) => useHelp.setState({ unit: next })} />
        : <p><b>{unit.name}</b></p>}
      <Note key={unit.unit} unit={unit} />
    </div>
  )
}
