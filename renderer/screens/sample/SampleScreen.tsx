import { useEffect, useState } from 'react'
import type { Draw } from '../../../core/contract/regulator/watch.ts'
import { dialog } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { useSettings } from '../../store/app.ts'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { allHere } from '../../ui/list/allHere.ts'
import { LongList } from '../../ui/list/LongList.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { openUnit } from '../office/jumps.ts'
import { DrawSettings } from './DrawSettings.tsx'
import { useSampling } from './sampling.ts'

type Unit = Draw['units'][number]
const template = '52px minmax(220px, 1.4fr) 180px minmax(90px, 0.7fr) 90px'
const columns = () => [{ key: 'order', words: t.sampling.head.order, num: true }, { key: 'name', words: t.sampling.head.name }, { key: 'unit', words: t.sampling.head.unit }, { key: 'stratum', words: t.sampling.head.stratum }, { key: 'region', words: t.sampling.head.region }]
const cellsOf = (unit: Unit) => [unit.order, <span key="n" className="name">{unit.name}</span>, <span key="u" className="grey-2">{unit.unit}</span>, unit.stratum || <span key="s" className="grey">{t.office.none}</span>, unit.region]

const words = (draw: Draw): string => [t.sampling.stratas[draw.strata], ...Object.entries(draw.weights).filter(([, n]) => n !== 1).map(([name, n]) => t.sampling.weightWords(name, n))].join('　')

const Result = ({ draw }: { draw: Draw }) => {
  const [at, setAt] = useState(-1)
  const { exportFolder } = useSettings()
  const { busy, done, write } = useSampling()
  const save = async (): Promise<void> => {
    const [folder] = await dialog('dialog.folder', { title: t.sampling.writeTitle, start: exportFolder || null })
    if (folder) await write(folder)
  }
  return (
    <section className="panel safety-list" aria-label={t.sampling.result} data-draw={draw.id} data-drawn={draw.units.length}>
      <div className="safety-bar">
        <div className="grow"><p><b>{t.sampling.line(draw.units.length, draw.pool)}</b>　{t.sampling.seed} <span className="seal-hex" data-seed={draw.seed}>{draw.seed}</span>　{words(draw)}</p><p className="small">{shortTime(draw.at, new Date(), t.today)}　{t.sampling.by(draw.by)}{draw.reason && `　${draw.reason}`}</p><p className="small grey cut" title={draw.digest}>{t.sampling.digest} {draw.digest.slice(0, 32)}</p></div>
        {done && <span role="status" className="sample-said"><Mark name="done">{done.words}</Mark>{done.file && <button type="button" className="link" onClick={() => void dialog('shell.show', { path: done.file ?? '' })}>{t.sampling.show}</button>}</span>}
        <button type="button" className="btn" disabled={busy} onClick={() => void save()} data-sample-write><Icon name="table" />{t.sampling.write}</button>
      </div>
      <LongList label={t.sampling.result} list={allHere(draw.units)} columns={columns()} template={template} cells={cellsOf} marks={(unit) => ({ 'data-drawn-unit': unit.unit })} at={at} choose={(unit) => setAt(draw.units.indexOf(unit))} open={(unit) => openUnit(unit.unit)} />
    </section>
  )
}

const Draws = ({ draws, chosen }: { draws: readonly Draw[]; chosen: number | undefined }) => (
  <nav className="sample-draws" aria-label={t.sampling.draws}>
    {draws.map((draw) => <button key={draw.id} type="button" className="safety-part sample-draw" aria-current={draw.id === chosen ? 'true' : undefined} onClick={() => useSampling.getState().choose(draw.id)}><span>{shortTime(draw.at, new Date(), t.today)}</span><span className="grey-2">{t.sampling.line(draw.units.length, draw.pool)}</span></button>)}
  </nav>
)

/** 抽样: a draw that anybody can do over again, and the record of all draws. */
export const SampleScreen = () => {
  const draws = useSampling((s) => s.draws)
  const chosen = useSampling((s) => s.chosen)
  const ledger = useLedgerKey()
  const year = useLedger((s) => s.state?.year ?? 0)
  useEffect(() => void useSampling.getState().load(), [ledger])
  const draw = draws?.find((one) => one.id === chosen) ?? draws?.[0]
  return (
    <main className="safety">
      <header className="safety-head"><h1>{t.tab.sample}</h1>{year > 0 && <span className="safety-sub">{t.bar.year(year)}</span>}<span className="safety-sub">{t.sampling.sub}</span></header>
      <div className="sample-body">
        <DrawSettings />
        <div className="sample-main" data-region="panel">
          {draws && draws.length > 1 && <Draws draws={draws} chosen={draw?.id} />}
          {draw ? <Result key={draw.id} draw={draw} /> : <section className="panel safety-empty"><p>{t.sampling.empty}</p></section>}
        </div>
      </div>
    </main>
  )
}
