import { useState } from 'react'
import type { RegisterFields, RegisterUnit } from '../../../core/contract/regulator/register.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { isDate, tidyDate } from '../../grid/dates.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { RegionField } from '../office/RegionField.tsx'
import { today } from '../office/today.ts'
import { useRegistering } from './registering.ts'

const texts = ['name', 'contact', 'phone', 'risk'] as const
const lists = ['certs', 'forms', 'groups'] as const
type Draft = Readonly<Record<(typeof texts)[number] | (typeof lists)[number] | 'region' | 'deadline', string>> & { readonly active: boolean }

const draftOf = (unit: RegisterUnit): Draft => ({
  name: unit.name, contact: unit.contact, phone: unit.phone, risk: unit.risk, region: unit.region, deadline: unit.deadline, active: unit.active,
  certs: unit.certs.join('、'), forms: unit.forms.join('、'), groups: unit.groups.join('、'),
})
const split = (text: string): string[] => text.split(/[、,，;；\s]+/).map((one) => one.trim()).filter((one) => one !== '')

/** Only what differs; null when the date is not one. */
const changesOf = (unit: RegisterUnit, draft: Draft): Partial<RegisterFields> | null => {
  const was = draftOf(unit)
  const changed: Partial<RegisterFields> = {}
  for (const key of texts) if (draft[key].trim() !== was[key]) changed[key] = draft[key].trim()
  for (const key of lists) if (split(draft[key]).join('、') !== was[key]) changed[key] = split(draft[key])
  if (draft.region !== was.region) changed.region = draft.region
  if (draft.active !== was.active) changed.active = draft.active
  const day = tidyDate(draft.deadline)
  if (day !== was.deadline) {
    if (day !== '' && !isDate(day)) return null
    changed.deadline = day === '' ? null : day
  }
  return changed
}

const Line = ({ id, label, value, change, hint }: { id: string; label: string; value: string; change: (text: string) => void; hint?: string }) => (
  <div className="office-field"><label htmlFor={id}>{label}</label><input id={id} className="field" value={value} maxLength={600} autoComplete="off" spellCheck={false} title={hint} onChange={(event) => change(event.target.value)} /></div>
)

/** Changing a unit: the fields, from when on, and why. */
export const EditUnit = ({ unit, close }: { unit: RegisterUnit; close: () => void }) => {
  const [draft, setDraft] = useState(() => draftOf(unit))
  const [effective, setEffective] = useState(today())
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (patch: Partial<Draft>): void => setDraft((old) => ({ ...old, ...patch }))
  const changes = changesOf(unit, draft)
  const ready = changes !== null && Object.keys(changes).length > 0 && isDate(tidyDate(effective)) && reason.trim() !== ''
  const save = async (): Promise<void> => {
    if (!ready || !changes) return
    const answer = await call('register.set', { unit: unit.unit, fields: changes, effective: tidyDate(effective), reason: reason.trim() })
    if (!answer.ok) return setProblem(answer.problem)
    close()
    useRegistering.getState().changed(t.register.saved)
  }
  const f = t.register.fields
  return (
    <form className="verify-part office-form" onSubmit={(event) => { event.preventDefault(); void save() }}>
      {texts.slice(0, 1).map((key) => <Line key={key} id={`edit-${key}`} label={f[key]} value={draft[key]} change={(text) => set({ [key]: text })} />)}
      <div className="office-field"><label htmlFor="edit-region">{f.region}</label><RegionField id="edit-region" value={draft.region} blank={t.office.none} change={(region) => set({ region })} /></div>
      {texts.slice(1).map((key) => <Line key={key} id={`edit-${key}`} label={f[key]} value={draft[key]} change={(text) => set({ [key]: text })} />)}
      {lists.map((key) => <Line key={key} id={`edit-${key}`} label={f[key]} value={draft[key]} hint={t.register.listHint} change={(text) => set({ [key]: text })} />)}
      <Line id="edit-deadline" label={f.deadline} value={draft.deadline} change={(deadline) => set({ deadline })} />
      <label className="office-check"><input type="checkbox" checked={draft.active} onChange={(event) => set({ active: event.target.checked })} />{f.active}</label>
      <Line id="edit-effective" label={t.register.effective} value={effective} change={setEffective} />
      <Line id="edit-reason" label={t.office.reason} value={reason} change={setReason} hint={t.office.reasonHint} />
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      <div className="office-acts"><button type="submit" className="btn small-btn solid" disabled={!ready} data-unit-save>{t.register.save}</button><button type="button" className="btn small-btn" onClick={close}>{t.cancel}</button></div>
    </form>
  )
}
