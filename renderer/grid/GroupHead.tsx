import type { FilingView } from '../../core/contract.ts'
import type { Balance, Form, Group } from '../../core/pack/schema.ts'
import { useFocus } from '../store/focus.ts'
import { t } from '../text/texts.ts'
import { Mark } from '../ui/Mark.tsx'
import { namesIn, standing } from './balance.ts'
import type { Draft } from './balance.ts'
import { grouped } from './show.ts'

/** The text under the caret as a draft for running sums. */
export const useDraft = (): Draft => {
  const cell = useFocus((s) => s.cell)
  const draft = useFocus((s) => s.draft)
  return cell && draft !== null ? { item: cell.item, row: cell.row, text: draft } : null
}

/** An amount in hundredths, printed with as many decimals as its unit has. */
export const inUnit = (hundredths: bigint, unit: string): string =>
  unit === '万元' || unit === '平方米' ? grouped(hundredths, 2) : grouped(hundredths / 100n, 0)

const totalLabel = (view: FilingView, form: Form, balance: Balance): string => {
  const own = new Set(form.items.map((item) => item.key))
  if (!namesIn(view.pack, balance.total).every((key) => own.has(key)) && balance.label) return balance.label
  return balance.relation === '<=' ? t.form.atMost : t.form.shouldBe
}

const Difference = ({ form, view, balance }: { form: Form; view: FilingView; balance: Balance }) => {
  const stand = standing(view, balance, useDraft())
  if (!stand) return null
  if (stand.even) return balance.relation === '=' ? <Mark name="done" className="even">{t.form.even}</Mark> : null
  const short = stand.gap > 0n
  const size = short ? stand.gap : -stand.gap
  return (
    <>
      <span>{totalLabel(view, form, balance)} {inUnit(stand.total, balance.unit)}</span>
      <span>{t.form.filled} {inUnit(stand.filled, balance.unit)}</span>
      <Mark name="stop">{short ? t.form.short : t.form.over} <b>{inUnit(size, balance.unit)}</b> {balance.unit}</Mark>
    </>
  )
}

/** A group's heading row; it carries the running difference of the group. */
export const GroupHead = ({ group, form, view }: { group: Group; form: Form; view: FilingView }) => (
  <div role="row" className="grid-head-row">
    <div role="rowheader" className="group-title">{group.title}</div>
    <div role="gridcell" className="group-sums">{group.balance && <Difference form={form} view={view} balance={group.balance} />}</div>
  </div>
)
