import type { Finding } from '../../../core/audit/finding.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { priorText, storedText } from '../../grid/cellModel.ts'
import { amountOf, changePercent, decimalsOf, grouped, isNumeric, shownText } from '../../grid/show.ts'
import { catalogOf, codeOf, itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { jumpTo } from '../entry/jump.ts'
import { rowOf } from './lineWords.ts'

const MOST = 12

const textOf = (view: FilingView, cell: CellRef, item: Item): string => {
  const table = catalogOf(view.pack).places.get(cell.item)?.table
  if (!table) return storedText(view, item)
  return view.data.tables[table.key]?.find((row) => row.id === cell.row)?.cells[cell.item] ?? ''
}

const delta = (item: Item, now: string, before: string | undefined): string => {
  const [a, b] = [amountOf(item, now), before === undefined ? null : amountOf(item, before)]
  if (a === null || b === null) return ''
  const text = grouped(a - b, decimalsOf(item))
  return a > b ? `+${text}` : text
}

const Nothing = ({ item }: { item: Item }) => (item.required === 'computed' ? '—' : <span className="grey">{t.form.blankText}</span>)

const Line = ({ view, cell, compared }: { view: FilingView; cell: CellRef; compared: boolean }) => {
  const item = itemOf(view.pack, cell.item)
  if (!item) return null
  const row = rowOf(view, cell.item, cell.row)
  const now = textOf(view, cell, item)
  const before = cell.row === null ? (priorText(view, item) ?? undefined) : undefined
  const percent = compared ? changePercent(amountOf(item, now), before === undefined ? null : amountOf(item, before)) : null
  return (
    <tr>
      <td><button type="button" className="link under" onClick={() => jumpTo(cell)}>{codeOf(view.pack, cell.item) || item.name}</button></td>
      <td>{item.name}{row && <span className="grey">　{row}</span>}</td>
      {compared && <td className="num c-before">{before === undefined ? '—' : shownText(view.pack, item, before)}</td>}
      <td className={isNumeric(item) ? 'num' : 'words-now'}>{now === '' ? <Nothing item={item} /> : <b>{shownText(view.pack, item, now)}</b>}</td>
      {compared && <td className="num">{delta(item, now, before)}</td>}
      {compared && <td className="num">{percent ?? ''}</td>}
    </tr>
  )
}

/** The cells a finding reads, with last year's and this year's values; the codes are links. */
export const CellTable = ({ finding, view }: { finding: Finding; view: FilingView }) => {
  if (finding.cells.length === 0) return null
  const compared = finding.cells.some((cell) => cell.row === null && view.prior?.data.values[cell.item] !== undefined)
  return (
    <table className="cell-table">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>{t.audit.cells}</th>
          {compared && <th scope="col" className="num">{t.audit.before}</th>}
          <th scope="col" className="num">{t.audit.now}</th>
          {compared && <th scope="col" className="num">{t.audit.delta}</th>}
          {compared && <th scope="col" className="num">{t.audit.percent}</th>}
        </tr>
      </thead>
      <tbody>{finding.cells.slice(0, MOST).map((cell) => <Line key={`${cell.item}${cell.row}`} view={view} cell={cell} compared={compared} />)}</tbody>
    </table>
  )
}
