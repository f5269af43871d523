import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { inSight } from './inSight.ts'
import type { Paged } from './usePaged.ts'

export interface Column { readonly key: string; readonly words: ReactNode; readonly num?: boolean }
interface Props<T> {
  readonly label: string
  readonly list: Paged<T>
  readonly columns: readonly Column[]
  /** Widths of the columns as a grid template. */
  readonly template: string
  readonly height?: number
  readonly cells: (row: T) => readonly ReactNode[]
  /** `data-…` marks of a row. */
  readonly marks?: (row: T) => Readonly<Record<`data-${string}`, string | number>>
  /** Which row is chosen, -1 for none. */
  readonly at: number
  readonly choose: (row: T) => void
  readonly open?: ((row: T) => void) | undefined
}

const HEAD = 32

const reveal = (box: HTMLElement, at: number, height: number): void => {
  const top = at * height
  const inside = box.clientHeight - HEAD
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + height > box.scrollTop + inside) box.scrollTop = top + height - inside
}

const steps = (key: string, page: number): number | null => ({ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity })[key] ?? null

/** Moves the choice with the keys; the row that is chosen gets the focus once it is drawn. */
const useKeys = <T,>({ list, at, choose, open, height }: Pick<Props<T>, 'list' | 'at' | 'choose' | 'open'> & { height: number }, box: RefObject<HTMLDivElement | null>) => {
  const wanted = useRef(-1)
  useEffect(() => {
    if (wanted.current < 0) return
    const row = list.row(wanted.current)
    if (!row) return
    const target = wanted.current
    wanted.current = -1
    choose(row)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[aria-rowindex="${target + 2}"]`)?.focus({ preventScroll: true }))
  })
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !box.current || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return
    const chosen = list.row(at)
    if (event.key === 'Enter' && chosen && open) return open(chosen)
    const by = steps(event.key, Math.max(1, Math.floor(box.current.clientHeight / height) - 2))
    if (by === null || list.total === 0) return
    event.preventDefault()
    const to = Math.max(0, Math.min(list.total - 1, at + by))
    wanted.current = to
    reveal(box.current, to, height)
    const row = list.row(to)
    if (row) choose(row)
    else list.need(to, to)
  }
}

/** A list of any length: only what is in sight is drawn and fetched; arrows, page keys, Home and End choose, Enter opens. */
export const LongList = <T,>({ label, list, columns, template, height = 34, cells, marks, at, choose, open }: Props<T>) => {
  const box = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 600 })
  const onKeyDown = useKeys({ list, at, choose, open, height }, box)
  const look = (): void => {
    const it = box.current
    if (!it) return
    setSight({ top: it.scrollTop, height: it.clientHeight })
    list.need(Math.floor(it.scrollTop / height), Math.min(Math.max(0, list.total - 1), Math.ceil((it.scrollTop + it.clientHeight) / height)))
  }
  useEffect(() => {
    if (box.current) setSight({ top: box.current.scrollTop, height: box.current.clientHeight })
  }, [list.total])
  const rows = inSight(list.total, height, sight, at)
  const first = at < 0 || !list.row(at) ? (rows[0] ?? -1) : at
  return (
    <div className="long" ref={box} onScroll={look} role="grid" aria-label={label} aria-rowcount={list.total + 1} onKeyDown={onKeyDown}>
      <div role="row" aria-rowindex={1} className="long-row long-head" style={{ gridTemplateColumns: template }}>
        {columns.map((one) => <div key={one.key} role="columnheader" className={one.num ? 'num' : ''}>{one.words}</div>)}
      </div>
      <div role="rowgroup" className="long-body" style={{ height: list.total * height }}>
        {rows.map((n) => {
          const row = list.row(n)
          const place = { gridTemplateColumns: template, top: n * height, height }
          if (!row) return <div key={n} role="row" aria-rowindex={n + 2} className="long-row" style={place}><div role="gridcell" className="grey">…</div></div>
          return (
            <div key={n} role="row" aria-rowindex={n + 2} aria-selected={n === at} tabIndex={n === first ? 0 : -1} className="long-row" style={place} {...marks?.(row)} onClick={() => choose(row)} onDoubleClick={() => open?.(row)}>
              {cells(row).map((cell, c) => <div key={columns[c]?.key ?? c} role="gridcell" className={columns[c]?.num ? 'num' : ''}>{cell}</div>)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
