import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { call } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'

type People = Answer<'ledger.people'>
type Role = People[number]['role']
const roles: readonly Role[] = ['viewer', 'reviewer', 'issuer']

const RoleChoice = ({ value, label, change }: { value: Role; label: string; change: (role: Role) => void }) => (
  <select className="field ledger-role" aria-label={label} value={value} onChange={(event) => { const role = roles.find((one) => one === event.target.value); if (role) change(role) }}>
    {roles.map((role) => <option key={role} value={role}>{t.office.ledger.roles[role]}：{t.office.ledger.roleLine[role]}</option>)}
  </select>
)

/** Who works with the ledger, in which role. */
export const PeoplePart = ({ state }: { state: LedgerState }) => {
  const [people, setPeople] = useState<People | null>(null)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reviewer')
  const { run, say, busy } = useLedger()
  const p = t.office.ledger.people
  useEffect(() => void call('ledger.people', {}).then((answer) => (answer.ok ? setPeople(answer.value) : say(null, answer.problem))), [say])
  const set = async (who: string, as: Role): Promise<void> => {
    const now = await run(() => call('ledger.people', { set: { name: who, role: as } }), () => p.set)
    if (!now) return
    setPeople(now)
    setName('')
    await useLedger.getState().load()
  }
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.people} data-region="form">
      <div className="safety-bar"><p className="grow">{p.lead}</p></div>
      <div className="safety-scroll" tabIndex={0} role="group" aria-label={t.office.ledger.section.people}>
        <form className="ledger-person" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void set(name.trim(), role) }}>
          <label htmlFor="person-name">{p.name}</label><input id="person-name" className="field" value={name} maxLength={30} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          <RoleChoice value={role} label={p.role} change={setRole} />
          <button type="submit" className="btn" disabled={name.trim() === '' || busy} data-person-add>{p.add}</button>
        </form>
        {people?.length === 0 && <p className="safety-hint">{p.empty}</p>}
        <ul>{people?.map((one) => <li key={one.name} className="ledger-person" data-person={one.name}><span className="ledger-name">{one.name}{one.name === state.reviewer && <span className="grey-2">　{p.you}</span>}</span><RoleChoice value={one.role} label={`${p.role} ${one.name}`} change={(as) => void set(one.name, as)} /></li>)}</ul>
      </div>
    </section>
  )
}
