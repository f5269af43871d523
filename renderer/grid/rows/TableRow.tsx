import { Dropdown } from 'antd'
import { memo } from 'react'
import type { Row } from '../../../core/filing/filing.ts'
import type { Form } from '../../../core/pack/schema.ts'
import { cellId } from '../../store/cellId.ts'
import { useFocus } from '../../store/focus.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { CellInput } from '../CellInput.tsx'
import { CellFace } from '../CellFace.tsx'
import { CellIcon, HintText } from '../ItemRow.tsx'
import { cellModel } from '../cellModel.ts'
import type { CellModel, GridState, Hint } from '../cellModel.ts'
import { cellClasses, useRowRange, useSelection } from '../select/selection.ts'
import { cellName } from '../past.ts'
import { isNumeric, shownText } from '../show.ts'
import type { Column } from './layout.ts'

/** What can be done with a row. */
export type RowAction = 'row-insert' | 'row-copy' | 'row-up' | 'row-down' | 'row-delete'
interface Props {
  readonly state: GridState
  readonly form: Form
  readonly row: Row
  readonly at: number
  readonly columns: readonly Column[]
  readonly prior: Row | undefined
  readonly template: string
  /** Where the row stands and how high it is, in a table that draws only what is in sight. */
  readonly top: number | null
  readonly height: number
  readonly used: ReadonlyMap<string, number>
  readonly rowKey: string
  readonly act: (action: RowAction, row: Row) => void
}

const menu = (many: number): readonly (readonly [RowAction, IconName, string, string])[] => [
  ['row-insert', 'plus', t.table.insert, 'Ctrl +'],
  ['row-copy', 'copy', t.table.copy, 'Ctrl D'],
  ['row-up', 'up', t.table.up, 'Alt Shift ↑'],
  ['row-down', 'down', t.table.down, 'Alt Shift ↓'],
  ['row-delete', 'trash', many > 1 ? t.table.delAll(many) : t.table.del, 'Ctrl −'],
]

const RowMenu = ({ row, at, act, selected }: Pick<Props, 'row' | 'at' | 'act'> & { readonly selected: boolean }) => {
  const many = useSelection(({ range }) => (selected && range ? range.bottom - range.top + 1 : 1))
  return <Dropdown
    trigger={['click']}
    menu={{ items: menu(many).map(([key, icon, label, keys]) => ({ key, icon: <Icon name={icon} />, label: <span className="menu-line">{label}<Kbd>{keys}</Kbd></span> })), onClick: ({ key }) => act(key as RowAction, row) }}
  >
    <button type="button" className="rt-menu" aria-label={`${t.table.menu} ${at + 1}`}><Icon name="dots" /></button>
  </Dropdown>
}

const order: readonly CellModel['mark'][] = ['unsaved', 'stop', 'verify', 'query', 'explained', 'changed', 'none']
const rowHint = (models: readonly CellModel[], focused: string | undefined): Hint | null => {
  const here = models.find((m) => m.id === focused)
  if (here && here.mark !== 'none') return here.hint
  const marked = [...models].sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark))[0]
  return marked && marked.mark !== 'none' ? marked.hint : (here?.hint ?? null)
}

const Cell = ({ props, column, model, sel }: { props: Props; column: Column; model: CellModel; sel: string }) => {
  const { state, form, row, at, prior, used, rowKey } = props
  const { item } = column
  const numeric = isNumeric(item)
  const before = prior?.cells[item.key]
  return (
    <>
      {column.paired && <div role="gridcell" className={`num c-before ${sel.includes('sel-l') ? '' : sel.replace('sel-r', '')}`}>{before ? shownText(state.view.pack, item, before) : t.form.nothing}</div>}
      <div role="gridcell" aria-selected={sel !== ''} title={model.note ?? undefined} className={`cell ${sel} ${model.note === null ? '' : 'noted'} ${numeric ? 'num-cell' : 'words'} mark-${model.mark} ${model.inactive === null ? '' : 'off-cell'}`}>
        <CellIcon model={model} />
        <CellInput pack={state.view.pack} item={item} cell={{ form: form.no, item: item.key, row: row.id }} model={model} label={cellName(state.view.pack, item, { form: form.no, row: at, before: model.last })} hintId={`hint-row-${row.id}`} {...(item.key === rowKey ? { used } : {})} />
        <CellFace pack={state.view.pack} item={item} text={model.text} />
      </div>
    </>
  )
}

/** One row of a repeating table. */
export const TableRow = memo((props: Props) => {
  const { state, row, at, columns, template, top, height, act } = props
  const style = top === null ? { gridTemplateColumns: template } : { gridTemplateColumns: template, position: 'absolute' as const, top, left: 0, right: 0, height }
  const focused = useFocus((s) => (s.cell?.row === row.id && columns.some((c) => c.item.key === s.cell?.item) ? s.cell.item : undefined))
  const part = useRowRange(columns[0] && cellId(columns[0].item.key, row.id))
  const models = columns.map((column) => cellModel(state, column.item, { id: row.id, last: props.prior?.cells[column.item.key] ?? '' }, row.cells[column.item.key] ?? ''))
  return (
    <div role="row" aria-rowindex={at + 1} className={`rt-row ${focused ? 'here' : ''}`} style={style} data-row={row.id}>
      <div role="rowheader" className="rt-no">{at + 1}</div>
      {columns.map((column, i) => {
        const model = models[i]
        return model && <Cell key={column.item.key} props={props} column={column} model={model} sel={cellClasses(part, i)} />
      })}
      <div role="gridcell" className="c-hint" id={`hint-row-${row.id}`}><HintText hint={rowHint(models, focused && `${focused}@${row.id}`)} /></div>
      <div role="gridcell">{!isReadOnly(state.view.state) && <RowMenu row={row} at={at} act={act} selected={part !== ''} />}</div>
    </div>
  )
})
