import type { KeyboardEvent } from 'react'
import type { Indicator } from '../../../core/contract/regulator/watch.ts'
import { t } from '../../text/texts.ts'
import { grouped } from '../tables/figures.ts'
import { useTables, wholeScope } from '../tables/tables.ts'
import { useNav } from '../../store/nav.ts'
import { LampMark } from './Lamp.tsx'
import { nameOf, useMonitor } from './monitor.ts'
import { Spark } from './Spark.tsx'

/** A decimal text with so many decimals, cut or filled; the exact figure stays in the table behind it. */
const shown = (text: string | null, decimals: number): string => {
  if (text === null) return t.office.none
  const [whole = '', part = ''] = text.split('.')
  return grouped(decimals === 0 ? whole : `${whole}.${part.slice(0, decimals).padEnd(decimals, '0')}`)
}

/** The year that progress is counted from, as the plan's table has it. */
const BASE = 2023

/** Opens the figure's table at its cell. */
const toTable = (one: Indicator): void => {
  useTables.setState({ table: one.table, scope: wholeScope, result: null, view: 'table' })
  useNav.getState().go('tables')
  void useTables.getState().open({ row: one.row, column: one.column })
}

const step = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const rows = [...event.currentTarget.rows]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = rows[at + by]
  if (by === 0 || at < 0 || !to) return
  event.preventDefault()
  to.focus()
}

const Progress = ({ one }: { one: Indicator }) => {
  const done = Math.min(100, Math.max(0, Number(one.progress ?? 0)))
  return (
    <div className="progress-cell">
      <span className={`progress-bar lamp-${one.lamp}`} aria-hidden="true"><i style={{ width: `${done}%` }} />{one.due !== null && <b style={{ left: `${Math.min(100, Number(one.due))}%` }} />}</span>
      <span className="num">{one.progress === null ? t.office.none : grouped(one.progress)}</span>
    </div>
  )
}

const Row = ({ one, span, on, based }: { one: Indicator; span: number; on: boolean; based: boolean }) => {
  const labels = useMonitor((s) => s.labels)
  const keys = (event: KeyboardEvent): void => { if (event.key === 'Enter') toTable(one) }
  return (
    <tr aria-selected={on} tabIndex={on ? 0 : -1} onClick={() => useMonitor.getState().choose(one.key)} onFocus={() => useMonitor.getState().choose(one.key)} onKeyDown={keys} data-indicator={one.key}>
      {span > 0 && one.level1 !== '' && <th scope="rowgroup" rowSpan={span} className="monitor-level">{one.level1}</th>}
      <th scope="row">{one.level2 !== '' && <span className="grey small">{one.level2}</span>}<b>{nameOf(one, labels)}</b></th>
      {based && <td className="num grey-2">{shown(one.base, one.decimals)}</td>}
      <td className="num"><b>{shown(one.actual, one.decimals)}</b></td>
      <td className="num">{shown(one.target, one.decimals)}</td>
      <td><Spark one={one} /></td>
      <td className="num">{one.done === null ? t.office.none : grouped(one.done)}</td>
      <td><Progress one={one} /></td>
      <td><LampMark lamp={one.lamp} /></td>
    </tr>
  )
}

/** The indicators in the plan's order: base, this year, target, path, progress against the time that has passed, lamp. */
export const IndicatorTable = ({ list, year, title }: { list: readonly Indicator[]; year: number; title: string }) => {
  const chosen = useMonitor((s) => s.chosen) ?? list[0]?.key
  const levels = list.some((one) => one.level1 !== '')
  const spans = list.map((one, at) => (at > 0 && list[at - 1]?.level1 === one.level1 ? 0 : list.slice(at).findIndex((other) => other.level1 !== one.level1)))
  const based = levels && year !== BASE
  const due = list.find((one) => one.due !== null)?.due ?? '0'
  const { head } = t.monitor
  const [first, goal] = [list[0]?.series[0]?.year ?? year, list[0]?.targetYear ?? year]
  return (
    <div className="monitor-scroll">
      <table className="monitor-table" role="grid" aria-label={title}>
        <thead>
          <tr>
            {levels && <th scope="col">{head.level}</th>}<th scope="col">{head.name}</th>{based && <th scope="col" className="num">{head.base(BASE)}</th>}<th scope="col" className="num c-accent">{head.actual(year)}</th><th scope="col" className="num">{head.target(goal)}</th>
            <th scope="col">{head.path(first, goal)}</th><th scope="col" className="num">{head.done}</th><th scope="col">{head.progress}<span className="monitor-due">{head.due(due)}</span></th><th scope="col">{head.lamp}</th>
          </tr>
        </thead>
        <tbody onKeyDown={step}>{list.map((one, at) => <Row key={one.key} one={one} span={spans[at] === -1 ? list.length - at : (spans[at] ?? 0)} on={one.key === chosen} based={based} />)}</tbody>
      </table>
    </div>
  )
}
