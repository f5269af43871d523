import { useState } from 'react'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { copyText } from '../seal/copyText.ts'

const act = (what: Parameters<ReturnType<typeof useLedger.getState>['act']>[0], done: string): void => void useLedger.getState().act(what, done)

const Print = ({ fingerprint }: { fingerprint: string }) => {
  const k = t.office.ledger.key
  return (
    <section className="ledger-card">
      <h2>{k.print}</h2>
      <p className="ledger-print seal-hex" data-fingerprint={fingerprint}>{(fingerprint.match(/.{1,4}/g) ?? []).join(' ')}</p>
      <p className="grey-2">{k.printLine}</p>
      <button type="button" className="btn small-btn" onClick={() => { copyText(fingerprint); useLedger.getState().say(k.copied) }}><Icon name="copy" size={14} />{k.copy}</button>
    </section>
  )
}

const Line = ({ recipient }: { recipient: string }) => {
  const k = t.office.ledger.key
  return (
    <section className="ledger-card">
      <h2>{k.line}</h2>
      <p className="ledger-print seal-hex" data-recipient={recipient}>{recipient}</p>
      <p className="grey-2">{k.lineLine}</p>
      <button type="button" className="btn small-btn" onClick={() => { copyText(recipient); useLedger.getState().say(k.lineCopied) }}><Icon name="copy" size={14} />{k.lineCopy}</button>
    </section>
  )
}

const Save = ({ fingerprint }: { fingerprint: string }) => {
  const [pass, setPass] = useState('')
  const [again, setAgain] = useState('')
  const k = t.office.ledger.key
  const save = async (): Promise<void> => {
    const [path] = await dialog('dialog.save', { title: k.saveTitle, name: k.saveName(fingerprint.slice(0, 4)) })
    if (path) act(() => call('ledger.key', { do: 'save', path, passphrase: pass }), k.saved)
  }
  return (
    <section className="ledger-card">
      <h2>{k.save}</h2>
      <p className="grey-2">{k.saveLine}</p>
      <div className="office-field"><label htmlFor="key-pass">{k.pass}</label><input id="key-pass" type="password" className="field" value={pass} maxLength={200} autoComplete="off" onChange={(event) => setPass(event.target.value)} /></div>
      <div className="office-field"><label htmlFor="key-again">{k.passAgain}</label><input id="key-again" type="password" className="field" value={again} maxLength={200} autoComplete="off" aria-invalid={again !== '' && again !== pass} onChange={(event) => setAgain(event.target.value)} /></div>
      <p className="c-stop small" role="status">{again !== '' && again !== pass ? k.passDiffer : ''}</p>
      <button type="button" className="btn small-btn" disabled={pass === '' || pass !== again} onClick={() => void save()} data-key-save>{k.saveDo}</button>
    </section>
  )
}

const Load = () => {
  const [pass, setPass] = useState('')
  const k = t.office.ledger.key
  const load = async (): Promise<void> => {
    const [path] = await dialog('dialog.open', { title: k.loadTitle, kinds: 'key', many: false })
    if (path) act(() => call('ledger.key', { do: 'load', path, passphrase: pass }), k.loaded)
  }
  return (
    <section className="ledger-card">
      <h2>{k.load}</h2>
      <p className="grey-2">{k.loadLine}</p>
      <div className="office-field"><label htmlFor="key-load">{k.pass}</label><input id="key-load" type="password" className="field" value={pass} maxLength={200} autoComplete="off" onChange={(event) => setPass(event.target.value)} /></div>
      <button type="button" className="btn small-btn" onClick={() => void load()} data-key-load>{k.loadDo}</button>
    </section>
  )
}

const Rotate = () => {
  const [asking, setAsking] = useState(false)
  const k = t.office.ledger.key
  const run = async (reason: string) => {
    const done = await useLedger.getState().act(() => call('ledger.key', { do: 'rotate', reason }), k.rotated)
    return done ? null : useLedger.getState().problem
  }
  return (
    <section className="ledger-card">
      <h2>{k.rotate}</h2>
      <p className="grey-2">{k.rotateLine}</p>
      <button type="button" className="btn small-btn" onClick={() => setAsking(true)} data-key-rotate>{k.rotateDo}</button>
      {asking && <AskReason title={k.rotate} ok={k.rotateDo} close={() => setAsking(false)} run={run}><p>{k.rotateLine}</p></AskReason>}
    </section>
  )
}

/** The regulator's key: its fingerprint to publish, a copy to keep, another one when it must be. */
export const KeyPart = ({ state }: { state: LedgerState }) => {
  const k = t.office.ledger.key
  const { fingerprint, recipient } = state
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.key} data-region="form">
      <div className="safety-bar"><p className="grow">{k.lead}</p>{fingerprint === null && <button type="button" className="btn solid" onClick={() => act(() => call('ledger.key', { do: 'make' }), k.made)} data-key-make>{k.make}</button>}</div>
      <div className="safety-scroll ledger-cards" tabIndex={0} role="group" aria-label={t.office.ledger.section.key}>
        {fingerprint === null ? <p className="safety-hint">{k.none}</p> : <><Print fingerprint={fingerprint} />{recipient !== null && <Line recipient={recipient} />}<Save fingerprint={fingerprint} /></>}
        <Load />
        {fingerprint !== null && <Rotate />}
      </div>
    </section>
  )
}
