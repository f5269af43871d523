import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Row } from '../../../core/filing/filing.ts'
import { cellId } from '../../store/cellId.ts'
import { useFocus } from '../../store/focus.ts'
import { focusCell } from '../GridContext.ts'
import { ALL, rowsInSight } from './layout.ts'

const rowHeight = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-table')) || 34

interface Sight { readonly box: RefObject<HTMLDivElement | null>; readonly drawn: readonly number[]; readonly row: number; readonly windowed: boolean; readonly onScroll: () => void }

/** Which rows are drawn now; scrolls to a wanted cell that is not. */
export const useSight = (rows: readonly Row[]): Sight => {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ top: 0, height: 800 })
  const caretRow = useFocus((s) => s.cell?.row ?? null)
  const wanted = useFocus((s) => s.wanted)
  const row = rowHeight()
  const caret = rows.findIndex((r) => r.id === caretRow)
  const read = (): void => {
    const node = box.current
    if (node && rows.length > ALL) setAt({ top: node.scrollTop, height: node.clientHeight })
  }
  useLayoutEffect(read, [rows.length])
  useLayoutEffect(() => {
    if (!wanted || wanted.row === null) return
    if (focusCell(cellId(wanted.item, wanted.row))) return useFocus.getState().want(null)
    const index = rows.findIndex((r) => r.id === wanted.row)
    if (box.current && index >= 0) box.current.scrollTop = Math.max(0, index * row - 120)
  }, [wanted, rows, row, at])
  return { box, drawn: rowsInSight(rows.length, at.top, at.height, { row, caret }), row, windowed: rows.length > ALL, onScroll: read }
}
