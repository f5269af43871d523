import { useState } from 'react'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ConnectServer } from './ConnectServer.tsx'
import { MakeLedger } from './MakeLedger.tsx'
import { openLedgerFile } from './opening.ts'
import { takeRole } from './role.ts'

/** Which dialog about ledgers is open. */
export type Asking = 'make' | 'server' | null

/** The dialog that is asked for. */
export const LedgerDialogs = ({ asking, close }: { asking: Asking; close: () => void }) => {
  if (asking === 'make') return <MakeLedger close={close} />
  return asking === 'server' ? <ConnectServer close={close} /> : null
}

/** The regulator's first page: no ledger yet. */
export const FirstLedger = () => {
  const [asking, setAsking] = useState<Asking>(null)
  const problem = useLedger((s) => s.problem)
  const shut = asking === null ? problem : null
  const again = async (): Promise<void> => {
    useLedger.getState().say(null)
    await useLedger.getState().load()
  }
  const ask = (what: Asking): void => {
    useLedger.getState().say(null)
    setAsking(what)
  }
  return (
    <main className="first" data-region="form" data-first-ledger>
      <h1>{shut ? t.office.home.trouble : t.office.first.title}</h1>
      {shut ? <p className="first-line office-lead" role="alert" data-problem={shut.code}><Mark name="stop">{say(shut)}</Mark></p> : <p className="first-line office-lead">{t.office.first.line}</p>}
      {shut?.code === 'ledger-password' ? <button type="button" className="btn solid large" onClick={() => ask('server')} autoFocus data-ledger-password>{t.office.first.password}</button> : shut ? <button type="button" className="btn solid large" onClick={() => void again()} autoFocus data-ledger-again>{t.office.first.again}</button> : <button type="button" className="btn solid large" onClick={() => ask('make')} autoFocus data-make-ledger>{t.office.first.make}<Icon name="next" /></button>}
      <div className="first-links">
        {shut?.code === 'ledger-password' && <button type="button" className="link" onClick={() => void again()} data-ledger-again><Icon name="history" />{t.office.first.again}</button>}
        {shut && <button type="button" className="link" onClick={() => ask('make')} data-make-ledger><Icon name="plus" />{t.office.first.make}</button>}
        <button type="button" className="link" onClick={() => void openLedgerFile()} data-open-ledger><Icon name="folder" />{t.office.first.open}</button>
        <button type="button" className="link" onClick={() => ask('server')} data-link="server"><Icon name="swap" />{t.office.first.server}</button>
        <button type="button" className="link" onClick={() => useNav.getState().go('verify')} data-link="verify"><Icon name="check" />{t.office.first.verify}</button>
        <button type="button" className="link" onClick={() => void takeRole('agency')} data-link="agency"><Icon name="left" />{t.office.first.back}</button>
      </div>
      <LedgerDialogs asking={asking} close={() => ask(null)} />
    </main>
  )
}
