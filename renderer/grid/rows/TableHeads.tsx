import type { CSSProperties } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { isNumeric } from '../show.ts'
import type { Column } from './layout.ts'

/** The heading of a repeating table: names, last year beside this year where figures are paired, and the letters of the form. */
export const TableHeads = ({ columns, style }: { view: FilingView; columns: readonly Column[]; style: CSSProperties }) => {
  const paired = columns.some((c) => c.paired)
  const unit = (column: Column) => column.item.unit && <span className="whole">（{column.item.unit}）</span>
  return (
    <div role="rowgroup" className="rt-heads">
      <div role="row" className="rt-row rt-name" style={style}>
        <div role="columnheader" className="rt-no">{t.table.row}</div>
        {columns.map((column) => (
          <div key={column.item.key} role="columnheader" className={isNumeric(column.item) && !column.paired ? 'num' : ''} style={column.paired ? { gridColumn: 'span 2', justifyContent: 'center' } : {}}><span>{column.item.name}{unit(column)}</span></div>
        ))}
        <div role="columnheader">{t.form.hint}</div>
        <div role="columnheader"><span className="sr">{t.table.menu}</span></div>
      </div>
      {paired && (
        <div role="row" className="rt-row" style={style}>
          <div role="columnheader" className="rt-no"><span className="sr">{t.table.row}</span></div>
          {columns.flatMap((column) => column.paired
            ? [<div key="b" role="columnheader" className="num">{t.form.before}</div>, <div key="n" role="columnheader" className="num c-accent"><b>{t.form.now}</b></div>]
            : [<div key={column.item.key} role="columnheader"><span className="sr">{column.item.name}</span></div>])}
          <div role="columnheader"><span className="sr">{t.form.hint}</span></div><div role="columnheader"><span className="sr">{t.table.menu}</span></div>
        </div>
      )}
      <div role="row" className="rt-row rt-letters" style={style} aria-hidden="true">
        <div className="rt-no" />
        {columns.map((column) => <div key={column.item.key} style={column.paired ? { gridColumn: 'span 2' } : {}}>{column.item.no}</div>)}
        <div /><div />
      </div>
    </div>
  )
}
