import type { CSSProperties } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { Balance, Table } from '../../../core/pack/schema.ts'
import { jumpTo } from '../../screens/entry/jump.ts'
import { itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { filledOf, standing } from '../balance.ts'
import type { Standing } from '../balance.ts'
import { inUnit, useDraft } from '../GroupHead.tsx'
import type { Column } from './layout.ts'

interface Sum { readonly column: string; readonly balance: Balance; readonly stand: Standing | null; readonly filled: bigint | null; readonly before: bigint | null }

const Gap = ({ sum }: { sum: Sum }) => {
  const { stand, balance } = sum
  if (!stand) return <span className="grey">{t.form.nothing}</span>
  const size = inUnit(stand.gap < 0n ? -stand.gap : stand.gap, balance.unit)
  if (stand.even) return <Mark name="done" size={14}><b>{balance.relation === '=' ? t.form.even : `${t.form.left} ${size}`}</b></Mark>
  return <Mark name="stop" size={14}><b>{stand.gap > 0n ? t.form.short : t.form.over} {size}</b></Mark>
}

const Cells = ({ columns, sums, draw }: { columns: readonly Column[]; sums: readonly Sum[]; draw: (sum: Sum, before: boolean) => React.ReactNode }) => {
  const first = columns.findIndex((c) => sums.some((s) => s.column === c.item.key))
  return columns.slice(first).flatMap((column) => {
    const sum = sums.find((s) => s.column === column.item.key)
    const now = <div key={column.item.key} role="gridcell" className="num">{sum && draw(sum, false)}</div>
    return column.paired ? [<div key={`${column.item.key}-b`} role="gridcell" className="num c-before">{sum && draw(sum, true)}</div>, now] : [now]
  })
}

const Sources = ({ view, sums }: { view: FilingView; sums: readonly Sum[] }) => (
  <>
    {t.table.should}
    {sums.map(({ balance, column }) => {
      const target = itemOf(view.pack, balance.total)
      const words = `${balance.relation === '<=' ? `${t.form.atMost} ` : ''}${balance.label ?? target?.name ?? ''}`
      return target ? <button key={column} type="button" className="link" onClick={() => jumpTo({ form: '', item: target.key, row: null })}>{words}</button> : <span key={column}>{words}</span>
    })}
  </>
)

interface Props { readonly view: FilingView; readonly table: Table; readonly columns: readonly Column[]; readonly style: CSSProperties }

/** The sums of a table, what they should be and the difference, always in view. */
export const TableFoot = ({ view, table, columns, style }: Props) => {
  const draft = useDraft()
  if (table.footers.length === 0) return null
  const past = view.prior && { ...view, data: view.prior.data }
  const sums = table.footers.map(({ column, balance }) => ({ column, balance, stand: standing(view, balance, draft), filled: filledOf(view, balance, draft), before: past ? filledOf(past, balance, null) : null }))
  const first = columns.findIndex((c) => sums.some((s) => s.column === c.item.key))
  const label = { gridColumn: `1 / ${first + 2}` }
  const line = (head: React.ReactNode, draw: (sum: Sum, before: boolean) => React.ReactNode, strong = false) => (
    <div role="row" className={`rt-row ${strong ? 'strong' : ''}`} style={style}>
      <div role="rowheader" className="rt-label" style={label}>{head}</div>
      <Cells columns={columns} sums={sums} draw={draw} />
    </div>
  )
  return (
    <div className="rt-foot" role="grid" aria-label={t.table.sum}>
      {line(t.table.sum, (sum, before) => (before ? (sum.before === null ? t.form.nothing : inUnit(sum.before, sum.balance.unit)) : <b>{sum.filled === null ? t.form.nothing : inUnit(sum.filled, sum.balance.unit)}</b>))}
      {line(<Sources view={view} sums={sums} />, (sum, before) => (before ? '' : sum.stand ? inUnit(sum.stand.total, sum.balance.unit) : t.form.nothing))}
      {line(<b>{t.table.gap}</b>, (sum, before) => (before ? '' : <Gap sum={sum} />))}
    </div>
  )
}
