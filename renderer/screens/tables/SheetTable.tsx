import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { TableCell, TableResult, TableRow } from '../../../core/contract/regulator/tables.ts'
import { t } from '../../text/texts.ts'
import { useTables, type OpenCell } from './tables.ts'

const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

/** Arrows go from figure to figure, Home and End along the row. */
const step = (event: KeyboardEvent<HTMLTableElement>): void => {
  const rows = [...event.currentTarget.tBodies[0]?.rows ?? []].map((row) => [...row.querySelectorAll<HTMLElement>('[data-figure]')])
  const at = rows.findIndex((row) => row.some((one) => one === document.activeElement))
  const column = rows[at]?.findIndex((one) => one === document.activeElement) ?? -1
  const move = moves[event.key]
  const to = move ? rows[at + move[0]]?.[column + move[1]] : event.key === 'Home' ? rows[at]?.[0] : event.key === 'End' ? rows[at]?.at(-1) : undefined
  if (at < 0 || !to) return
  event.preventDefault()
  to.focus()
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

const Figure = ({ cell, row, on, first }: { cell: TableCell; row: string; on: boolean; first: boolean }) => {
  const open = (): void => void (cell.opens && useTables.getState().open({ row, column: cell.column }))
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    open()
  }
  const look = `sheet-cell ${on ? 'on' : ''} ${cell.warned ? 'warned' : ''} ${cell.opens ? 'opens' : ''}`
  return (
    <td className={look} aria-selected={on} tabIndex={first ? 0 : -1} onClick={open} onKeyDown={keys} data-figure={`${row}.${cell.column}`} data-exact={cell.exact ?? ''}>
      <span>{cell.text}</span>
      {cell.adjusted !== null && <span className="sheet-adjusted">{t.tables.adjustedAs(cell.adjusted)}</span>}
    </td>
  )
}

const indent = (row: TableRow, at: number): { paddingInlineStart: string } => ({ paddingInlineStart: `${8 + (at === row.labels.length - 1 ? row.indent : 0) * 14}px` })

/** A label; one merged cell over rows of different names holds each name beside its row. */
const Label = ({ rows, at }: { rows: readonly TableRow[]; at: number }) => {
  const [row] = rows
  if (!row) return null
  const names = new Set(rows.map((one) => one.labels[at]))
  if (names.size === 1) return <th scope={rows.length > 1 ? 'rowgroup' : 'row'} rowSpan={rows.length} className={rows.length > 1 ? 'sheet-over' : ''} style={indent(row, at)}>{row.labels[at]}</th>
  return <th scope="rowgroup" rowSpan={rows.length} className="sheet-stack">{rows.map((one) => <span key={one.key} style={indent(one, at)}>{one.labels[at]}</span>)}</th>
}

const Row = ({ rows, open, first }: { rows: readonly TableRow[]; open: OpenCell | null; first: boolean }) => {
  const [row] = rows
  if (!row) return null
  return (
    <tr className={`sheet-${row.kind}`} data-row={row.key}>
      {row.labels.map((_, at) => ((row.spans[at] ?? 1) > 0 ? <Label key={at} rows={rows.slice(0, row.spans[at] ?? 1)} at={at} /> : null))}
      {row.cells.map((cell, at) => <Figure key={cell.column} cell={cell} row={row.key} on={open?.row === row.key && open.column === cell.column} first={first && at === 0} />)}
    </tr>
  )
}

/** A consolidated table as it is printed: merged heads and labels, every figure reachable by keyboard. */
export const SheetTable = ({ result }: { result: TableResult }) => {
  const cell = useTables((s) => s.cell)
  const scroll = useRef<HTMLDivElement>(null)
  return (
    <div className="sheet-scroll" ref={scroll} data-region="form">
      <table className={`sheet sheet-${result.layout}`} role="grid" aria-label={t.tables.label(result.title)} aria-readonly="true" onKeyDown={step} data-sheet={result.id}>
        <thead>{result.head.map((line, at) => <tr key={at}>{line.map((head, column) => <th key={column} scope={head.colspan > 1 ? 'colgroup' : 'col'} colSpan={head.colspan} rowSpan={head.rowspan}>{head.text}</th>)}</tr>)}</thead>
        <tbody>{result.rows.map((row, at) => <Row key={row.key} rows={result.rows.slice(at)} open={cell} first={at === 0} />)}</tbody>
      </table>
    </div>
  )
}
