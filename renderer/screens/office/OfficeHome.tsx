import { useEffect, useState } from 'react'
import type { LedgerState, RecordLine } from '../../../core/contract/regulator/ledger.ts'
import type { Answer } from '../../../core/contract.ts'
import { call } from '../../api.ts'
import { daysBetween, shortTime } from '../../grid/dates.ts'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { showLedger } from '../ledger/ledgerPart.ts'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { officeStep } from './nextStep.ts'
import { today } from './today.ts'
import { writeMissing } from './writeMissing.ts'

type Regions = Answer<'register.missing'>['byRegion']

const Next = ({ state }: { state: LedgerState }) => {
  const step = officeStep(state.counts)
  const words = t.office.home.steps[step.key]
  const days = state.deadline === '' ? null : daysBetween(today(), state.deadline)
  const go = (): void => useNav.getState().go(step.screen)
  useCtrlEnter(go)
  return (
    <section className="next panel" aria-label={t.office.home.next} data-step={step.key}>
      <div className="grow">
        <p className="next-small">{t.office.home.next}</p>
        <h1>{typeof words.title === 'string' ? words.title : words.title(step.n)}</h1>
        <p className="next-line"><span>{state.bureau}</span><span>{t.bar.year(state.year)}</span><span>{words.line}</span></p>
      </div>
      {days !== null && <div className="next-days"><span>{days >= 0 ? t.home.daysLeft : t.home.overdue}</span><span className="next-number">{Math.abs(days)}</span><span>{t.home.days}</span><span className="next-date">{state.deadline}</span></div>}
      <button type="button" className="btn solid large" data-next onClick={go} autoFocus>{words.go}<Icon name="next" /></button>
    </section>
  )
}

const keys = ['due', 'received', 'missing', 'inReview', 'returned', 'accepted'] as const

const Counts = ({ state }: { state: LedgerState }) => (
  <section className="panel office-counts" aria-label={t.office.home.counts}>
    {keys.map((key) => (
      <div key={key} className="verify-count office-count" data-count={key}>
        <span className="verify-count-word">{t.office.home.count[key]}</span>
        <b className="verify-count-n">{state.counts[key]}</b>
        <span className="verify-count-sub">{t.office.home.sub[key]}</span>
      </div>
    ))}
  </section>
)

const Region = ({ one }: { one: Regions[number] }) => {
  const share = one.due > 0 ? (one.received / one.due) * 100 : 0
  return (
    <tr data-region-line={one.code}>
      <td>{one.name || one.code || t.office.none}</td>
      <td className="num">{one.due}</td><td className="num">{one.received}</td><td className="num">{one.missing}</td>
      <td className={`num ${one.late > 0 ? 'c-stop' : ''}`}>{one.late}</td>
      <td className="num">{one.due > 0 ? share.toFixed(1) : t.office.none}</td>
      <td><span className="form-bar-line office-share" aria-hidden="true"><span style={{ width: `${Math.min(100, share)}%` }} className={share >= 100 ? 'full' : ''} /></span></td>
    </tr>
  )
}

const RegionTable = ({ regions, state }: { regions: Regions; state: LedgerState }) => {
  const h = t.office.home
  return (
    <section className="panel safety-list office-regions" aria-label={h.regions}>
      <div className="safety-bar"><h2 className="grow">{h.regions}</h2><button type="button" className="btn small-btn" disabled={state.counts.missing + state.counts.returned === 0} onClick={() => void writeMissing(state)} data-missing-list><Icon name="table" size={14} />{h.missingList}</button></div>
      <div className="safety-scroll" tabIndex={0} role="group" aria-label={h.regions}>
        {regions.length === 0 ? <p className="safety-hint">{h.noRegions}</p> : (
          <table className="safety-table" aria-label={h.regions}>
            <colgroup><col /><col style={{ width: 64 }} /><col style={{ width: 64 }} /><col style={{ width: 64 }} /><col style={{ width: 84 }} /><col style={{ width: 80 }} /><col style={{ width: 130 }} /></colgroup>
            <thead><tr><th scope="col">{h.region}</th><th scope="col" className="num">{h.count.due}</th><th scope="col" className="num">{h.received}</th><th scope="col" className="num">{h.count.missing}</th><th scope="col" className="num">{h.late}</th><th scope="col" className="num">{h.share}</th><th scope="col"><span className="sr">{h.share}</span></th></tr></thead>
            <tbody>{regions.map((one) => <Region key={one.code} one={one} />)}</tbody>
          </table>
        )}
      </div>
    </section>
  )
}

const RecordList = ({ lines }: { lines: readonly RecordLine[] }) => (
  <section className="panel safety-list" aria-label={t.office.home.record} data-region="panel">
    <div className="safety-bar"><h2 className="grow">{t.office.home.record}</h2><button type="button" className="link" onClick={() => showLedger('record')}>{t.office.home.allRecord}</button></div>
    <div className="safety-scroll" tabIndex={0} role="group" aria-label={t.office.home.record}>
      {lines.length === 0 && <p className="safety-hint">{t.office.home.noRecord}</p>}
      <ul className="office-record">{lines.map((line, at) => <li key={at}><p>{line.what}{line.name && <span className="grey-2">　{line.name}</span>}</p><p className="safety-extra">{shortTime(line.at, new Date(), t.today)}　{line.by}{line.reason && `　${line.reason}`}</p></li>)}</ul>
    </div>
  </section>
)

/** Where the year stands, what is next, how far each region is, and what was decided last. */
export const OfficeHome = ({ state }: { state: LedgerState }) => {
  const [regions, setRegions] = useState<Regions>([])
  const [lines, setLines] = useState<readonly RecordLine[]>([])
  const { problem, done } = useLedger()
  const ledger = useLedgerKey()
  const counts = JSON.stringify(state.counts)
  useEffect(() => {
    let live = true
    void call('register.missing', { region: '' }).then((answer) => { if (live && answer.ok) setRegions(answer.value.byRegion) })
    void call('ledger.record', { offset: 0, limit: 30 }).then((answer) => { if (live && answer.ok) setLines(answer.value.lines) })
    return () => {
      live = false
    }
  }, [ledger, counts])
  return (
    <main className="home office-home" data-region="form" data-office-home>
      {problem && <p className="panel home-trouble" role="alert" data-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></p>}
      {done && <p className="panel home-trouble" role="status" data-done><Mark name="done">{done}</Mark></p>}
      <Next state={state} />
      <Counts state={state} />
      <div className="office-split"><RegionTable regions={regions} state={state} /><RecordList lines={lines} /></div>
      <div className="home-foot"><span className="grow" /><button type="button" className="link" data-link="verify" onClick={() => useNav.getState().go('verify')}>{t.tab.verify}</button><button type="button" className="link" data-link="ledger" onClick={() => showLedger('place')}>{t.office.home.settings}</button></div>
    </main>
  )
}
