import { useState } from 'react'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { LedgerDialogs } from '../office/FirstLedger.tsx'
import type { Asking } from '../office/FirstLedger.tsx'
import { openLedgerFile } from '../office/opening.ts'

const facts = (state: LedgerState): readonly (readonly [string, string])[] => {
  const p = t.office.ledger.place
  return [[p.name, state.name], [p.kind, p.kinds[state.kind]], [p.where, state.where], [p.region, state.regionName || p.none], [p.bureau, state.bureau], [p.deadline, state.deadline || p.none], [p.you, `${state.reviewer}　${t.office.ledger.roles[state.role]}`]]
}

const Years = ({ state }: { state: LedgerState }) => {
  const p = t.office.ledger.place
  return (
    <table className="safety-table" aria-label={p.packs}>
      <colgroup><col style={{ width: 96 }} /><col /><col style={{ width: 96 }} /><col style={{ width: 140 }} /></colgroup>
      <thead><tr><th scope="col">{t.office.bar.years}</th><th scope="col">{t.home.pack}</th><th scope="col" className="num">{p.submissions}</th><th scope="col"><span className="sr">{p.use}</span></th></tr></thead>
      <tbody>{state.packs.map((one) => <tr key={one.pack} data-pack={one.pack}><td>{t.bar.year(one.year)}</td><td>{one.title}　<span className="grey small">{one.pack}</span></td><td className="num">{one.submissions}</td><td>{one.pack === state.pack ? <Mark name="done">{p.inUse}</Mark> : <button type="button" className="link" onClick={() => void useLedger.getState().act(() => call('ledger.use', { pack: one.pack }))}>{p.use}</button>}</td></tr>)}</tbody>
    </table>
  )
}

/** Where the ledger is, whose it is, which year is in use; making and opening others. */
export const PlacePart = ({ state }: { state: LedgerState }) => {
  const [asking, setAsking] = useState<Asking>(null)
  const p = t.office.ledger.place
  const ask = (what: Asking): void => {
    useLedger.getState().say(null)
    setAsking(what)
  }
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.place} data-region="form">
      <div className="safety-scroll" tabIndex={0} role="group" aria-label={t.office.ledger.section.place}>
        <dl className="office-facts ledger-facts">{facts(state).map(([name, words]) => <div key={name}><dt>{name}</dt><dd>{words}</dd></div>)}</dl>
        <div className="ledger-acts">
          {state.kind === 'sqlite' && <button type="button" className="btn" onClick={() => void dialog('shell.show', { path: state.where })}><Icon name="folder" />{p.show}</button>}
          <button type="button" className="btn" onClick={() => void openLedgerFile()} data-open-ledger>{p.open}</button>
          <button type="button" className="btn" onClick={() => ask('server')} data-link="server">{p.server}</button>
          <button type="button" className="btn" onClick={() => ask('make')} data-make-ledger><Icon name="plus" />{p.make}</button>
        </div>
        <Years state={state} />
      </div>
      <LedgerDialogs asking={asking} close={() => setAsking(null)} />
    </section>
  )
}
