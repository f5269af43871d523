import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { useSettings } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { openSubmission } from '../office/jumps.ts'
import { EditUnit } from './EditUnit.tsx'
import { issueTasks } from './IssueTasks.tsx'
import { UnitState } from './UnitState.tsx'

type History = Answer<'register.history'>
const shown = ['region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline'] as const
const words = (unit: RegisterUnit, key: (typeof shown)[number]): string => {
  if (key === 'region') return `${unit.regionName} ${unit.region}`.trim()
  const value = unit[key]
  if (key === 'forms' && unit.forms.length === 0) return t.register.allForms
  return typeof value === 'string' ? value : value.join('、')
}

const Facts = ({ unit }: { unit: RegisterUnit }) => (
  <dl className="office-facts">
    {shown.map((key) => <div key={key}><dt>{t.register.fields[key]}</dt><dd>{words(unit, key) || <span className="grey">{t.office.none}</span>}</dd></div>)}
  </dl>
)

const HistoryList = ({ unit }: { unit: string }) => {
  const [lines, setLines] = useState<History | null>(null)
  useEffect(() => {
    let live = true
    void call('register.history', { unit }).then((answer) => { if (live) setLines(answer.ok ? answer.value : []) })
    return () => {
      live = false
    }
  }, [unit])
  const nameOf = (field: string): string => (field === '' ? t.register.came : Object.hasOwn(t.register.fields, field) ? t.register.fields[field as keyof typeof t.register.fields] : field)
  return (
    <section className="verify-part" aria-label={t.register.history}>
      <h3>{t.register.history}</h3>
      {lines?.length === 0 && <p className="verify-quiet">{t.register.noHistory}</p>}
      <ul className="office-history">{(lines ?? []).map((line, at) => <li key={at} data-history={line.field}><p><span className="grey-2">{nameOf(line.field)}</span>　{line.field === '' ? line.now : t.register.was(line.old, line.now)}</p><p className="safety-extra">{shortTime(line.at, new Date(), t.today)}　{line.by}　{t.register.from(line.effective)}{line.reason && `　${line.reason}`}</p></li>)}</ul>
    </section>
  )
}

/** One unit: what is known of it, what changed and why, and changing it. */
export const UnitDetail = ({ unit }: { unit: RegisterUnit }) => {
  const [editing, setEditing] = useState(false)
  const { exportFolder } = useSettings()
  return (
    <>
      <header className="verify-detail-head">
        <h2 className="verify-name">{unit.name}</h2>
        <p className="verify-quiet">{unit.unit}</p>
        <p><UnitState unit={unit} /></p>
      </header>
      {editing ? <EditUnit unit={unit} close={() => setEditing(false)} /> : (
        <>
          <section className="verify-part">
            <Facts unit={unit} />
            <div className="office-acts">
              <button type="button" className="btn small-btn" onClick={() => setEditing(true)} data-unit-edit><Icon name="pen" size={14} />{t.register.edit}</button>
              {unit.submission !== null && <button type="button" className="btn small-btn" onClick={() => { if (unit.submission !== null) openSubmission(unit.submission) }} data-unit-review>{t.register.openReview}</button>}
              <button type="button" className="btn small-btn" onClick={() => void issueTasks([unit.unit], exportFolder)} data-unit-issue>{t.register.issueOne}</button>
            </div>
          </section>
          <HistoryList unit={unit.unit} />
        </>
      )}
    </>
  )
}
