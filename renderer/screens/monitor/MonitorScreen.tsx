import { useEffect } from 'react'
import type { MonitorView } from '../../../core/contract/regulator/watch.ts'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { FirstLedger } from '../office/FirstLedger.tsx'
import { StatusKeys, useStatusNote } from '../office/statusNote.tsx'
import { useTables } from '../tables/tables.ts'
import { Seg } from '../tables/Tools.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { LampMark } from './Lamp.tsx'
import { useMonitor } from './monitor.ts'
import { MonitorSide } from './MonitorSide.tsx'
import { Warnings } from './Warnings.tsx'

const lamps = ['reached', 'normal', 'slow', 'behind'] as const

const toPrinted = (): void => {
  useTables.getState().choose('T02')
  useNav.getState().go('tables')
}

const Head = ({ view }: { view: MonitorView | null }) => {
  const { part, labels } = useMonitor()
  const { show, name } = useMonitor.getState()
  return (
    <header className="monitor-head">
      <h1>{t.monitor.title}</h1>
      {view && <span className="monitor-lamps" role="group" aria-label={t.monitor.lampCounts}>{lamps.filter((lamp) => view.lamps[lamp] > 0).map((lamp) => <LampMark key={lamp} lamp={lamp} count={view.lamps[lamp]} />)}</span>}
      <span className="grow" />
      <Seg label={t.monitor.view} choices={(['indicators', 'themes', 'warnings'] as const).map((key) => ({ key, words: key === 'warnings' && view ? `${t.monitor.views[key]} ${view.warnings.length}` : t.monitor.views[key] }))} chosen={part} choose={show} />
      <Seg label={t.monitor.labels} choices={[{ key: 'label' as const, words: t.monitor.verbatim }, { key: 'corrected' as const, words: t.monitor.corrected }]} chosen={labels} choose={name} />
      <button type="button" className="btn" onClick={toPrinted}>{t.monitor.printed}</button>
    </header>
  )
}

const Foot = ({ view }: { view: MonitorView }) => (
  <div className="monitor-foot">{view.formula.map((line) => <p key={line}>{line}</p>)}<p>{view.caption}</p></div>
)

const Body = ({ view, year }: { view: MonitorView; year: number }) => {
  const part = useMonitor((s) => s.part)
  if (part === 'warnings') return <section className="panel monitor-main" data-region="form"><Warnings view={view} /></section>
  const list = view[part]
  return (
    <div className="monitor-body">
      <section className="panel monitor-main" data-region="form">
        {list.length === 0 ? <p className="monitor-empty grey-2">{t.monitor.noIndicators}</p> : <IndicatorTable list={list} year={year} title={t.monitor.views[part]} />}
        <Foot view={view} />
      </section>
      <MonitorSide view={view} list={list} />
    </div>
  )
}

/** 监测: where the plan is behind, and what should be looked at. */
export const MonitorScreen = () => {
  const key = useLedgerKey()
  const ledger = useLedger((s) => s.state)
  const { view, problem } = useMonitor()
  useEffect(() => { if (key !== '') void useMonitor.getState().load() }, [key])
  useStatusNote(<StatusKeys keys={[['Enter', t.monitor.seeTable]]} />)
  if (!ledger) return <FirstLedger />
  return (
    <main className="monitor" data-screen="monitor">
      <Head view={view} />
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      {view ? <Body view={view} year={ledger.year} /> : !problem && <section className="panel tables-waiting" aria-busy="true">{t.monitor.making}</section>}
    </main>
  )
}
