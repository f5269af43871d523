import { useEffect, useRef } from 'react'
import type { Lineage, LineageUnit } from '../../../core/contract/regulator/tables.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { openSubmission } from '../office/jumps.ts'
import { grouped } from './figures.ts'
import { useTables } from './tables.ts'

const SHOWN = 20

const Sum = ({ lineage }: { lineage: Lineage }) => (
  <dl className="lineage-sum">
    {lineage.aggregates.map((one) => <div key={one.source}><dt>{lineage.aggregates.length > 1 ? one.source : t.tables.lineage.raw}<span className="grey">　{t.tables.lineage.units(one.units)}</span></dt><dd>{grouped(one.value)}</dd></div>)}
    {lineage.rounding !== null && <div><dt>{t.tables.lineage.rounding}</dt><dd>{lineage.rounding}</dd></div>}
    <div><dt><b>{t.tables.lineage.shown}</b></dt><dd><b>{lineage.text}</b></dd></div>
    <div><dt>{t.tables.lineage.twice}</dt><dd data-agrees={lineage.agrees}>{lineage.agrees ? <Mark name="done">{t.tables.lineage.agrees}</Mark> : <Mark name="stop">{t.tables.lineage.differs}</Mark>}</dd></div>
  </dl>
)

const Unit = ({ unit, columns }: { unit: LineageUnit; columns: number }) => (
  <tr data-unit={unit.unitId}>
    <td>
      <button type="button" className="link" title={t.tables.lineage.review} onClick={() => openSubmission(unit.submission)}>{unit.name}</button>
      {unit.marks.length > 0 && <span className="grey small">　{unit.marks.map((mark) => t.tables.lineage.marks[mark]).join('、')}</span>}
    </td>
    {unit.parts.slice(0, columns).map((part, at) => <td key={at} className="num">{part === null ? t.office.none : grouped(part)}</td>)}
    <td className="num">{unit.share ?? ''}</td>
    <td className="lineage-bar" aria-hidden="true"><i style={{ width: `${Math.min(100, Math.max(0, Number(unit.share ?? 0)))}%` }} /></td>
  </tr>
)

const Units = ({ lineage }: { lineage: Lineage }) => {
  const { units, total } = lineage
  const columns = Math.min(2, lineage.aggregates.length)
  const cell = { row: lineage.row, column: lineage.column }
  if (total === 0) return <p className="lineage-part grey-2">{t.tables.lineage.nobody}</p>
  return (
    <section className="lineage-part">
      <h3>{t.tables.lineage.made} <span className="grey small">{t.tables.lineage.byAmount}</span></h3>
      <table className="lineage-units" aria-label={t.tables.lineage.made}>
        <thead><tr><th scope="col">{t.tables.lineage.unit}</th>{lineage.aggregates.slice(0, columns).map((one) => <th key={one.source} scope="col" className="num">{columns > 1 ? (one.items[0]?.name ?? t.tables.lineage.aggregate) : t.tables.lineage.value}</th>)}<th scope="col" className="num">{t.tables.lineage.share}</th><th aria-hidden="true" /></tr></thead>
        <tbody>{units.map((unit) => <Unit key={unit.submission} unit={unit} columns={columns} />)}</tbody>
      </table>
      {total > units.length && <p>{t.tables.lineage.rest(total - units.length)} <button type="button" className="link" onClick={() => void useTables.getState().open(cell, 5000)}>{t.tables.lineage.open}</button></p>}
    </section>
  )
}

const Left = ({ left }: { left: Lineage['left'] }) => (left.length === 0 ? null : (
  <section className="lineage-part">
    <h3>{t.tables.lineage.left(left.length)}</h3>
    <ul className="lineage-left">{left.slice(0, 200).map((one, at) => <li key={at}><span>{one.name}{one.submitNo ? `　${t.tables.lineage.submitNo(one.submitNo)}` : ''}</span><span className="grey-2">{t.tables.lineage.reasons[one.reason]}</span></li>)}</ul>
  </section>
))

const Head = ({ lineage, table }: { lineage: Lineage | null; table: string }) => (
  <header className="lineage-head">
    <div className="grow">
      <p className="grey-2">{table}　{lineage?.label ?? t.tables.lineage.waiting}</p>
      {lineage && <p><span className="lineage-total">{lineage.text}</span> <span className="grey-2">{t.tables.lineage.of(lineage.aggregates[0]?.units ?? lineage.total, lineage.aggregates.flatMap((a) => a.items.map((i) => `${i.form}.${i.code} ${i.name}`)).filter((name, at, all) => all.indexOf(name) === at).slice(0, 3).join('、'))}</span></p>}
    </div>
    <button type="button" className="btn icon-only" aria-label={t.tables.lineage.close} onClick={() => useTables.getState().close()} data-close><Icon name="close" /></button>
  </header>
)

/** The drawer: the sum of one figure, who makes it, what was left out and why. Esc goes back to the figure. */
export const LineageDrawer = () => {
  const lineage = useTables((s) => s.lineage)
  const table = useTables((s) => s.table)
  const cell = useTables((s) => s.cell)
  const back = useRef<Element | null>(null)
  useEffect(() => {
    back.current = document.activeElement
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]')) return
      useTables.getState().close()
      if (back.current instanceof HTMLElement) back.current.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <aside className="lineage" aria-label={t.tables.lineage.label} aria-busy={lineage === null} data-lineage={cell ? `${cell.row}.${cell.column}` : ''} data-region="panel" tabIndex={-1}>
      <Head lineage={lineage} table={table} />
      {lineage && (
        <>
          <Sum lineage={lineage} />
          <Units lineage={{ ...lineage, units: lineage.total > 200 && lineage.units.length === 200 ? lineage.units.slice(0, SHOWN) : lineage.units }} />
          <Left left={lineage.left} />
          {lineage.inputs.length > 0 && <section className="lineage-part"><h3>{t.tables.lineage.inputs}</h3>{lineage.inputs.map((one) => <p key={`${one.kind}.${one.key}.${one.year}`}>{one.name} {one.year}　{one.value ?? t.tables.input.unset} {one.unit}　<span className="grey-2">{one.source === '' ? '' : t.tables.lineage.from(one.source, one.date)}</span></p>)}</section>}
          <section className="lineage-part"><h3>{t.tables.lineage.expression}</h3><code className="lineage-code">{lineage.expression}</code></section>
        </>
      )}
    </aside>
  )
}
