import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { call } from '../../api.ts'
import { useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { LongList } from '../../ui/list/LongList.tsx'
import { usePaged } from '../../ui/list/usePaged.ts'
import { Mark } from '../../ui/Mark.tsx'
import { openSubmission, useOffice } from '../office/jumps.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { noFilter, useRegistering } from './registering.ts'
import { UnitDetail } from './UnitDetail.tsx'
import { UnitState } from './UnitState.tsx'

type Look = Answer<'register.look'>
const template = 'minmax(190px, 1.5fr) 176px minmax(90px, 1fr) minmax(112px, 0.8fr) 48px 96px 76px'
const cellsOf = (unit: RegisterUnit) => [
  <span key="n" className="name">{unit.name}</span>, <span key="u" className="grey-2">{unit.unit}</span>, unit.regionName, <UnitState key="s" unit={unit} />, unit.submitNo ?? <span key="no" className="grey">{t.office.none}</span>, unit.deadline, unit.contact,
]
const columns = () => [
  { key: 'name', words: t.register.head.name }, { key: 'unit', words: t.register.head.unit }, { key: 'region', words: t.register.head.region }, { key: 'state', words: t.register.head.state },
  { key: 'no', words: t.register.head.no, num: true }, { key: 'deadline', words: t.register.head.deadline }, { key: 'contact', words: t.register.head.contact },
]

/** The chosen unit: the one that is here, or asked for by its code when it is not in sight. */
const useChosen = (here: RegisterUnit | undefined, turn: number): RegisterUnit | null => {
  const chosen = useOffice((s) => s.unit)
  const [far, setFar] = useState<RegisterUnit | null>(null)
  useEffect(() => {
    let live = true
    if (chosen !== null && here?.unit !== chosen) void call('register.look', { ...noFilter, search: chosen, offset: 0, limit: 5 }).then((answer) => { if (live && answer.ok) setFar(answer.value.units.find((one) => one.unit === chosen) ?? null) })
    return () => {
      live = false
    }
  }, [chosen, here?.unit, turn])
  if (chosen === null) return null
  return here?.unit === chosen ? here : far?.unit === chosen ? far : null
}

/** The register as a list of any length, and the chosen unit at its right. */
export const RegisterList = () => {
  const filter = useRegistering((s) => s.filter)
  const turn = useRegistering((s) => s.turn)
  const ledger = useLedgerKey()
  const chosen = useOffice((s) => s.unit)
  const [sides, setSides] = useState<Pick<Look, 'groups' | 'regions' | 'all'> | null>(null)
  const list = usePaged<RegisterUnit>(`${ledger} ${JSON.stringify(filter)} ${turn}`, async (offset, limit) => {
    const answer = await call('register.look', { ...filter, offset, limit })
    if (!answer.ok) return answer
    setSides(answer.value)
    return { ok: true, value: { rows: answer.value.units, total: answer.value.total } }
  })
  const at = chosen === null ? -1 : list.find((one) => one.unit === chosen)
  const unit = useChosen(at < 0 ? undefined : list.row(at), turn)
  const nothing = list.asked && list.total === 0
  const plain = JSON.stringify(filter) === JSON.stringify(noFilter)
  return (
    <div className="office-body">
      <section className="panel safety-list" aria-label={t.register.list} data-region="form">
        <RegisterFilters regions={sides?.regions ?? []} groups={sides?.groups ?? []} total={list.total} />
        {list.problem && <p role="alert" className="safety-hint" data-problem={list.problem.code}><Mark name="stop">{say(list.problem)}</Mark></p>}
        {nothing && !list.problem && <p className="safety-hint">{plain ? t.register.empty : t.register.none}{!plain && <> <button type="button" className="link" onClick={() => useRegistering.getState().narrow(noFilter)}>{t.register.clear}</button></>}</p>}
        {!nothing && !list.problem && <LongList label={t.register.list} list={list} columns={columns()} template={template} cells={cellsOf} marks={(one) => ({ 'data-unit': one.unit })} at={at} choose={(one) => useOffice.setState({ unit: one.unit })} open={(one) => { if (one.submission !== null) openSubmission(one.submission) }} />}
      </section>
      <section className="panel verify-detail" aria-label={t.register.detail} data-region="panel" tabIndex={0}>{unit ? <UnitDetail key={`${unit.unit} ${turn}`} unit={unit} /> : <p className="safety-hint"><Icon name="info" /> {t.register.pick}</p>}</section>
    </div>
  )
}
