import { readClipboard } from '../../../core/paste/clipboard.ts'
import type { Matrix } from '../../../core/paste/matrix.ts'
import type { PasteTarget } from '../../../core/paste/plan.ts'
import { catalogOf } from '../../store/catalog.ts'
import { cellOf } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { useSaid } from '../../store/said.ts'
import { say, t } from '../../text/texts.ts'
import { amountOf, isNumeric } from '../show.ts'
import { sizeOf } from '../select/range.ts'
import type { Range } from '../select/range.ts'
import { useSelection } from '../select/selection.ts'
import { usePasting } from './pasting.ts'
import type { Pasting } from './pasting.ts'

/** What a paste event brings. */
export interface Brought { readonly html: string; readonly text: string }

/** What the clipboard of a paste event holds. */
export const broughtBy = (data: DataTransfer): Brought => ({ html: data.getData('text/html'), text: data.getData('text/plain') })

const matrixOf = (brought: Brought) => readClipboard({ html: brought.html === '' ? null : brought.html, text: brought.text })

/** Whether a paste is one simple value, which the cell's own input takes as if it were typed. */
export const isSimple = (id: string, brought: Brought): boolean => {
  const { view } = useFiling.getState()
  const item = view && catalogOf(view.pack).places.get(cellOf(id).item)?.item
  const matrix = matrixOf(brought)
  if (!matrix.ok || !item) return !/[\t\n]/.test(brought.text.trim())
  const [text = ''] = matrix.value[0] ?? []
  return matrix.value.length === 1 && matrix.value[0]?.length === 1 && !/\n/.test(text) && (!isNumeric(item) || amountOf(item, text) !== null)
}

const sourceOf = ({ html }: Brought): Pasting['source'] => (/WPS|Kingsoft|\bet\b\.application|kso/i.test(html) ? 'wps' : /office:excel|Excel\.Sheet|Microsoft Excel/i.test(html) ? 'excel' : 'clipboard')

/** A copy repeated over a selection that it fits into evenly, as spreadsheets do. */
export const tiled = (matrix: Matrix, range: Range | null): Matrix => {
  const [height, width] = [matrix.length, matrix[0]?.length ?? 0]
  if (!range || sizeOf(range) <= height * width) return matrix
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1]
  if (rows % height !== 0 || columns % width !== 0) return matrix
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => matrix[r % height]?.[c % width] ?? ''))
}

interface Where { readonly form: string; readonly target: PasteTarget; readonly range: Range | null }

const openPreview = (brought: Brought, where: Where, yuan: boolean): void => {
  const { view } = useFiling.getState()
  if (!view) return
  if (isReadOnly(view.state)) return useSaid.getState().say(t.paste.readonly)
  const matrix = matrixOf(brought)
  if (!matrix.ok) return useSaid.getState().say(say(matrix.problem))
  useSaid.getState().say(null)
  usePasting.getState().open({ matrix: tiled(matrix.value, where.range), source: sourceOf(brought), filing: view.filing, form: where.form, target: where.target, options: yuan ? { yuan: true } : {}, choices: {}, unitSaid: yuan })
}

/** Opens the preview of a paste that begins at a cell, or at the top left of the selection. */
export const pasteAt = (id: string, brought: Brought, yuan: boolean): void => {
  const { surface, range } = useSelection.getState()
  if (!surface) return
  const first = range ? (surface.field[range.top]?.[range.left]?.id ?? id) : id
  const order = surface.table === null ? surface.field.flatMap((row) => row.map((spot) => spot.id)) : surface.field[0]?.map((spot) => cellOf(spot.id).item)
  openPreview(brought, { form: surface.form, target: { ...cellOf(first), ...(order ? { order } : {}) }, range }, yuan)
}

/** Opens the preview of a paste into a table: rows found by their key, others behind the last. */
export const pasteInto = (form: string, item: string, brought: Brought, yuan: boolean): void => openPreview(brought, { form, target: { item, row: null }, range: null }, yuan)
