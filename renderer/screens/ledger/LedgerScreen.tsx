import type { ReactNode } from 'react'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'
import { BackupsPart } from './BackupsPart.tsx'
import { ErasePart } from './ErasePart.tsx'
import { KeyPart } from './KeyPart.tsx'
import { ledgerParts, showLedger, useLedgerPart } from './ledgerPart.ts'
import type { LedgerPart } from './ledgerPart.ts'
import { PeoplePart } from './PeoplePart.tsx'
import { PlacePart } from './PlacePart.tsx'
import { RecordPart } from './RecordPart.tsx'
import { UpwardPart } from './UpwardPart.tsx'

const icons: Readonly<Record<LedgerPart, IconName>> = { place: 'folder', upward: 'up', backups: 'history', key: 'lock', people: 'check', record: 'table', erase: 'trash' }
const bodies: Readonly<Record<LedgerPart, (state: LedgerState) => ReactNode>> = {
  place: (state) => <PlacePart state={state} />, upward: (state) => <UpwardPart state={state} />, backups: (state) => <BackupsPart state={state} />, key: (state) => <KeyPart state={state} />,
  people: (state) => <PeoplePart state={state} />, record: () => <RecordPart />, erase: () => <ErasePart />,
}

const Said = () => {
  const { problem, done, busy } = useLedger()
  return <div className="safety-said" aria-live="polite" data-said={problem ? 'problem' : done ? 'done' : ''}>{problem ? <Mark name="stop">{say(problem)}</Mark> : done ? <Mark name="done">{done}</Mark> : busy && <span className="grey">{t.office.working}</span>}</div>
}

/** 台账设置: what is rarely used, in one place. */
export const LedgerScreen = () => {
  const state = useLedger((s) => s.state)
  const part = useLedgerPart((s) => s.part)
  return (
    <main className="safety">
      <header className="safety-head"><h1>{t.office.ledger.title}</h1>{state && <span className="safety-sub">{state.name}</span>}<span className="grow" /><Said /><button type="button" className="link" onClick={() => useNav.getState().go('office')} data-link="office">{t.office.ledger.back}</button></header>
      <div className="safety-body">
        <nav className="safety-parts" aria-label={t.office.ledger.sections} data-region="tree">
          {ledgerParts.map((one) => <button key={one} type="button" className="safety-part" aria-current={one === part ? 'true' : undefined} onClick={() => showLedger(one)} data-section={one}><Icon name={icons[one]} /><span className="grow">{t.office.ledger.section[one]}</span></button>)}
        </nav>
        {state ? bodies[part](state) : <section className="panel safety-empty"><p>{t.office.status.none}</p></section>}
      </div>
    </main>
  )
}
