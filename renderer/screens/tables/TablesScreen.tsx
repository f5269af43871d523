import { useEffect } from 'react'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { ChartView } from '../../ui/ChartView.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { FirstLedger } from '../office/FirstLedger.tsx'
import { StatusKeys, useStatusNote } from '../office/statusNote.tsx'
import { Caption } from './Caption.tsx'
import { InputsDrawer } from './Inputs.tsx'
import { LineageDrawer } from './Lineage.tsx'
import { SheetTable } from './SheetTable.tsx'
import { TableList } from './TableList.tsx'
import { Tools } from './Tools.tsx'
import { useTables } from './tables.ts'

const Sheet = () => {
  const result = useTables((s) => s.result)
  const busy = useTables((s) => s.busy)
  const view = useTables((s) => s.view)
  const none = useTables((s) => s.list.length === 0)
  if (!result) return <section className="panel tables-sheet tables-waiting" aria-busy={busy}>{busy ? t.tables.making : none ? t.tables.noTables : ''}</section>
  return (
    <section className={`panel tables-sheet ${result.layout}`} aria-busy={busy} aria-label={result.title}>
      <h1 className="sheet-title">{result.title}</h1>
      {view === 'charts' ? <div className="tables-charts">{result.charts.map((chart) => <ChartView key={chart.title} chart={chart} title={chart.title} />)}</div> : <SheetTable result={result} />}
      <Caption result={result} />
    </section>
  )
}

const Drawer = () => {
  const inputs = useTables((s) => s.inputs)
  const cell = useTables((s) => s.cell)
  if (inputs) return <InputsDrawer inputs={inputs} />
  return cell ? <LineageDrawer /> : null
}

/** 汇总: the tables, each figure of which opens into the units behind it. */
export const TablesScreen = () => {
  const key = useLedgerKey()
  const ledger = useLedger((s) => s.state)
  const problem = useTables((s) => s.problem)
  useEffect(() => { if (key !== '') void useTables.getState().load() }, [key])
  useStatusNote(<StatusKeys keys={[['Enter', t.tables.keys.open], ['Esc', t.tables.keys.close]]} />)
  if (!ledger) return <FirstLedger />
  return (
    <main className="tables" data-screen="tables">
      <TableList />
      <div className="tables-main">
        <Tools />
        {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
        <Sheet />
      </div>
      <Drawer />
    </main>
  )
}
