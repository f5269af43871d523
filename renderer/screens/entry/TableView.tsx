import { useMemo, useState } from 'react'
import type { Row } from '../../../core/filing/filing.ts'
import type { Form, Pack, Table } from '../../../core/pack/schema.ts'
import { GridProvider } from '../../grid/GridContext.ts'
import type { GridActions } from '../../grid/GridContext.ts'
import type { GridState } from '../../grid/cellModel.ts'
import { moveFrom } from '../../grid/moves.ts'
import type { Field } from '../../grid/moves.ts'
import { addRow, copyRow, deleteRows, following, moveRow, reach, rowsWith } from '../../grid/rows/actions.ts'
import { columnsOf, priorRows, templateOf } from '../../grid/rows/layout.ts'
import type { Column } from '../../grid/rows/layout.ts'
import { TableFoot } from '../../grid/rows/TableFoot.tsx'
import { TableHeads } from '../../grid/rows/TableHeads.tsx'
import { TableRow } from '../../grid/rows/TableRow.tsx'
import type { RowAction } from '../../grid/rows/TableRow.tsx'
import { useSight } from '../../grid/rows/useSight.ts'
import { usePasting } from '../../grid/paste/pasting.ts'
import { stepBack } from '../../grid/select/stepBack.ts'
import { pointerHandlers, useSurface } from '../../grid/select/pointer.ts'
import { cellId, cellOf } from '../../store/cellId.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { FormHead } from './FormHead.tsx'

const NO_ROWS: readonly Row[] = []
type Removed = Awaited<ReturnType<typeof deleteRows>>
interface Props { readonly form: Form; readonly table: Table; readonly state: GridState }

const actWith = (form: Form, table: Table, removed: (gone: Removed) => void) => (action: RowAction, row: Row): void => {
  if (action === 'row-insert') void addRow(form.no, table, row.id)
  if (action === 'row-copy') void copyRow(form.no, table, row)
  if (action === 'row-up') void moveRow(table, row.id, -1)
  if (action === 'row-down') void moveRow(table, row.id, 1)
  if (action === 'row-delete') void deleteRows(form.no, table, rowsWith(table, row)).then(removed)
}

const useField = (table: Table, rows: readonly Row[]): Field =>
  useMemo(() => rows.map((row) => table.columns.map((column) => ({ id: cellId(column.key, row.id), skip: column.required === 'computed' }))), [table, rows])

const useActions = ({ form, table, pack }: { form: Form; table: Table; pack: Pack }, lines: { field: Field; rows: readonly Row[] }, act: (action: RowAction, row: Row) => void): GridActions =>
  useMemo(() => {
    const { field, rows } = lines
    const rowOf = (id: string): Row | undefined => rows.find((r) => r.id === cellOf(id).row)
    return {
      rows: true,
      also: (id, text) => following(pack, table, id, text),
      row: (action, id) => {
        const row = rowOf(id)
        if (row && action.startsWith('row-')) act(action as RowAction, row)
      },
      go: (id, step, enter) => {
        const last = enter && step === 'down' && rowOf(id)?.id === rows.at(-1)?.id
        const to = moveFrom(field, id, last ? 'next' : step, enter)
        if (to === null && enter && (last || step === 'next')) return toAddButton()
        if (to === null || to === id) return false
        reach(form.no, to)
        return true
      },
    }
  }, [form, table, pack, lines, act])

/** After the last cell Enter comes to the button that adds a row: a second Enter adds it, so that no empty row is left by accident. */
const toAddButton = (): boolean => {
  const button = document.querySelector<HTMLElement>('[data-add-row]:not([disabled])')
  button?.focus()
  return button !== null
}

const Tools = ({ form, table, removed, putBack, readOnly }: { form: Form; table: Table; removed: Removed | null; putBack: () => void; readOnly: boolean }) => (
  <div className="table-tools">
    <button type="button" className="btn small-btn" disabled={readOnly} data-add-row onClick={() => void addRow(form.no, table)}><Icon name="plus" />{t.table.add}</button>
    <button type="button" className="btn small-btn" disabled={readOnly} data-paste onClick={() => usePasting.getState().ask({ form: form.no, item: table.columns[0]?.key ?? '' })}><Icon name="table" />{t.paste.button}</button>
    {removed && <span role="status">{t.table.removed(removed.count)} <button type="button" className="link" onClick={putBack}>{t.table.putBack}</button></span>}
    <span className="grow" />
    <span className="table-note">{table.note}</span>
  </div>
)

const Rows = ({ form, table, state, columns, act }: Props & { columns: readonly Column[]; act: (action: RowAction, row: Row) => void }) => {
  const { prior } = state.view
  const rows = state.view.data.tables[table.key] ?? NO_ROWS
  const sight = useSight(rows)
  const template = templateOf(state.view, columns, table.rowKey)
  const style = { gridTemplateColumns: template }
  const priors = useMemo(() => priorRows(prior, table), [prior, table])
  const used = useMemo(() => new Map(rows.map((row, at) => [row.cells[table.rowKey] ?? '', at + 1])), [rows, table])
  return (
    <div className="rt-scroll" ref={sight.box} onScroll={sight.onScroll}>
      <div className="rt" role="grid" aria-label={table.name} aria-rowcount={rows.length} aria-multiselectable="true" data-region="form" {...pointerHandlers}>
        <TableHeads view={state.view} columns={columns} style={style} />
        <div role="rowgroup" className={sight.windowed ? 'rt-window' : ''} style={sight.windowed ? { position: 'relative', height: rows.length * sight.row } : {}}>
          {sight.drawn.map((at) => {
            const row = rows[at]
            return row && <TableRow key={row.id} state={state} form={form} row={row} at={at} columns={columns} prior={priors.get(row.cells[table.rowKey] ?? '')} template={template} top={sight.windowed ? at * sight.row : null} height={sight.row} used={used} rowKey={table.rowKey} act={act} />
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="rt-empty">{t.table.empty}{table.note}</p>}
      <TableFoot view={state.view} table={table} columns={columns} style={style} />
    </div>
  )
}

/** A repeating table as a page of its own: rows, row tools, sums at the bottom. */
export const TableView = ({ form, table, state }: Props) => {
  const [removed, setRemoved] = useState<Removed | null>(null)
  const { prior } = state.view
  const columns = useMemo(() => columnsOf(prior, table), [prior, table])
  const act = useMemo(() => actWith(form, table, setRemoved), [form, table])
  const rows = state.view.data.tables[table.key] ?? NO_ROWS
  const field = useField(table, rows)
  useSurface(form.no, table.key, field)
  const actions = useActions({ form, table, pack: state.view.pack }, useMemo(() => ({ field, rows }), [field, rows]), act)
  const readOnly = isReadOnly(state.view.state)
  const putBack = (): void => {
    setRemoved(null)
    void stepBack('undo')
  }
  return (
    <>
      <FormHead form={form} title={form.items.length === 0 ? form.name : table.name} no={form.items.length === 0 ? form.no : table.no} />
      <Tools form={form} table={table} removed={removed?.at === state.view.savedAt ? removed : null} putBack={putBack} readOnly={readOnly} />
      <GridProvider value={actions}><Rows form={form} table={table} state={state} columns={columns} act={act} /></GridProvider>
    </>
  )
}
