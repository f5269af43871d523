import type { FilingView } from '../../../core/contract.ts'
import type { Item, Table } from '../../../core/pack/schema.ts'
import { t } from '../../text/texts.ts'
import { TypedCell } from './TypedCell.tsx'

/** The columns of a table that last year's rows have: the row's key and what is compared or carried. */
export const typedColumns = ({ columns, rowKey }: Table): readonly Item[] => (columns.some((column) => column.prior !== null) ? columns.filter((column) => column.required !== 'computed' && (column.key === rowKey || column.prior !== null)) : [])

/** Last year's rows of a repeating table: typing into the last line makes a row, emptying one takes it out. */
export const TypedRows = ({ view, table }: { view: FilingView; table: Table }) => {
  const columns = typedColumns(table)
  const rows = view.prior?.data.tables[table.key] ?? []
  if (columns.length === 0) return null
  const fresh = { id: Math.max(0, ...rows.map((row) => row.id)) + 1, cells: {} as Readonly<Record<string, string>> }
  return (
    <section className="prior-rows" aria-label={table.name}>
      <h2>{table.name}</h2>
      <div className="prior-rows-scroll" tabIndex={0} role="group" aria-label={table.name}>
        <table className="safety-table prior-typed" data-typed-table={table.key}>
          <thead><tr>{columns.map((column) => <th key={column.key} scope="col">{column.name}{column.unit && <span className="grey">　{column.unit}</span>}</th>)}</tr></thead>
          <tbody>{[...rows, fresh].map((row, at) => <tr key={row.id} data-typed-row={row.id}>{columns.map((column) => <td key={column.key}><TypedCell view={view} item={column} row={row.id} text={row.cells[column.key] ?? ''} name={t.prior.typedAt(at + 1, column.name)} /></td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  )
}
