import { useMemo, useState } from 'react'
import type { KeyboardEvent, UIEvent } from 'react'
import type { FilingView } from '../../../../core/contract.ts'
import type { PlanCell } from '../../../../core/paste/plan.ts'
import { placeOf } from '../../../../core/paste/ops.ts'
import { asksLook, lookOf } from '../../../grid/paste/look.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import type { Preview, PreviewRow } from '../../../grid/paste/preview.ts'
import { rowsInSight } from '../../../grid/rows/layout.ts'
import { t } from '../../../text/texts.ts'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { PasteCell } from './PasteCell.tsx'
import { PasteHeads } from './PasteHeads.tsx'

const ROW = 47
interface Props { readonly view: FilingView; readonly pasting: Pasting; readonly preview: Preview; readonly rows: ReadonlyMap<number, number>; readonly have: number; readonly mapping: boolean; readonly at: string | null; readonly setAt: (place: string) => void }

/** Puts the caret on a cell of the preview, once it is drawn. */
export const goPlace = (place: string): void => {
  const go = (): boolean => {
    const cell = document.querySelector<HTMLElement>(`[data-place="${place}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest' })
    return cell !== null
  }
  if (!go()) requestAnimationFrame(go)
}

const Lead = ({ row }: { row: PreviewRow }) => (
  <div role="rowheader" className={`pp-cell pp-lead ${row.total ? 'pp-total' : ''}`}>
    <div className="pp-value">{row.item ? <><span className="grey">{row.item.no}</span> {row.item.name}{row.item.unit && <span className="grey small">　{row.item.unit}</span>}</> : <span className="grey">{row.label}</span>}</div>
    <div className="pp-words">{row.item && row.label !== '' && <><Icon name="tick" size={14} /><span>{t.paste.quoted(row.label.trim())}</span></>}</div>
  </div>
)

/** The cell that an arrow leads to, or Tab: the next one that a person should look at. */
const target = (props: Props, place: string, event: KeyboardEvent): string | null => {
  const { preview, pasting } = props
  const lines = preview.rows.map((row) => row.cells)
  const r = lines.findIndex((cells) => cells.some((cell) => placeOf(cell) === place))
  const c = lines[r]?.findIndex((cell) => placeOf(cell) === place) ?? 0
  const to = { ArrowUp: lines[r - 1]?.[c], ArrowDown: lines[r + 1]?.[c], ArrowLeft: lines[r]?.[c - 1], ArrowRight: lines[r]?.[c + 1] }[event.key]
  if (to) return placeOf(to)
  if (event.key !== 'Tab') return null
  const all = lines.flat()
  const open = (cell: PlanCell): boolean => asksLook(lookOf(cell, pasting.choices, preview.rowKey))
  const here = all.findIndex((cell) => placeOf(cell) === place)
  const found = event.shiftKey ? all.slice(0, here).findLast(open) : all.slice(here + 1).find(open)
  return found ? placeOf(found) : null
}

/** The copied rows with their values and verdicts. */
export const PasteGrid = (props: Props) => {
  const { view, pasting, preview, rows, have, mapping, at, setAt } = props
  const [sight, setSight] = useState({ top: 0, height: 600 })
  const caret = useMemo(() => preview.rows.findIndex((row) => row.cells.some((cell) => placeOf(cell) === at)), [preview, at])
  const drawn = rowsInSight(preview.rows.length, sight.top, sight.height, { row: ROW, caret })
  const columns = `44px ${preview.lead ? 'minmax(240px, 1.2fr) ' : ''}repeat(${preview.columns.length}, minmax(${preview.columns.length > 5 ? 120 : 150}px, 1fr))`
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!at || event.ctrlKey || event.altKey || !(event.target instanceof HTMLElement) || event.target.dataset['place'] === undefined) return
    const to = target(props, at, event)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    goPlace(to)
  }
  const rowNo = (cell: PlanCell): number | null => (cell.row !== null ? (rows.get(cell.row) ?? null) : cell.added === null ? null : have + cell.added + 1)
  return (
    <div className="pp-scroll" onScroll={(event: UIEvent<HTMLDivElement>) => setSight({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}>
      <div role="grid" aria-label={t.paste.title} aria-rowcount={preview.rows.length} className="pp-grid" onKeyDown={onKeyDown}>
        <PasteHeads preview={preview} pasting={pasting} mapping={mapping} columns={columns} view={view} />
        <div role="rowgroup" className="pp-body" style={{ height: preview.rows.length * ROW }}>
          {drawn.map((n) => {
            const row = preview.rows[n]
            return row && (
              <div key={row.r} role="row" aria-rowindex={n + 1} className="pp-row" style={{ gridTemplateColumns: columns, top: n * ROW, height: ROW }}>
                <div role="rowheader" className="pp-no">{row.r + 1}</div>
                {preview.lead && <Lead row={row} />}
                {row.cells.map((cell, c) => {
                  const place = placeOf(cell)
                  return <PasteCell key={place} view={view} cell={cell} look={lookOf(cell, pasting.choices, preview.rowKey)} choice={pasting.choices[place]} place={place} here={place === at} rowKey={preview.rowKey} rowNo={rowNo(cell)} numeric={preview.columns[c]?.numeric === true} onHere={setAt} />
                })}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
