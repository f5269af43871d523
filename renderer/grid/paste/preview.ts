import type { PlanCell, PastePlan } from '../../../core/paste/plan.ts'
import type { Item, Pack } from '../../../core/pack/schema.ts'
import { catalogOf, itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { isNumeric } from '../show.ts'
import type { Pasting } from './pasting.ts'

/** A column of the preview and where its texts come from. */
export interface PreviewColumn { readonly c: number; readonly letter: string; readonly item: Item | null; readonly title: string; readonly source: string; readonly numeric: boolean }
/** A copied row; in a form the item it goes to stands before its value. */
export interface PreviewRow { readonly r: number; readonly item: Item | null; readonly label: string; readonly total: boolean; readonly cells: readonly PlanCell[] }
/** The preview as a table. */
export interface Preview { readonly lead: boolean; readonly rowKey: string | null; readonly columns: readonly PreviewColumn[]; readonly rows: readonly PreviewRow[] }

const withUnit = (item: Item): string => (item.unit ? `${item.name}（${item.unit}）` : item.name)

const byRow = (plan: PastePlan): readonly (readonly PlanCell[])[] => {
  const rows = new Map<number, PlanCell[]>()
  for (const cell of plan.cells) {
    const row = rows.get(cell.r)
    if (row) row.push(cell)
    else rows.set(cell.r, [cell])
  }
  return [...rows.values()]
}
const isHeading = (cells: readonly PlanCell[]): boolean => cells.every((cell) => cell.words?.code === 'heading')
const isTotal = (cells: readonly PlanCell[]): boolean => cells.some((cell) => cell.words?.code === 'total')

const tablePreview = (pack: Pack, plan: PastePlan): Preview => {
  const columns = plan.columns.map((key, c): PreviewColumn => {
    const item = key === null ? null : itemOf(pack, key)
    const heading = plan.headings?.[c] ?? ''
    return { c, letter: item?.no ?? '', item, title: item ? withUnit(item) : t.paste.columnOff, source: heading === '' ? t.paste.fromNth(c + 1) : t.paste.fromColumn(heading), numeric: item !== null && isNumeric(item) }
  })
  const rows = byRow(plan).filter((cells) => !isHeading(cells)).map((cells) => ({ r: cells[0]?.r ?? 0, item: null, label: '', total: isTotal(cells), cells }))
  return { lead: false, rowKey: catalogOf(pack).tables.get(plan.table ?? '')?.rowKey ?? null, columns, rows }
}

const valueOf = (cells: readonly PlanCell[]): PlanCell | undefined =>
  cells.find((cell) => cell.item !== null) ?? cells.find((cell) => cell.words?.code !== 'label' && cell.words?.code !== 'column-off') ?? cells[0]

const formPreview = (pack: Pack, plan: PastePlan, pasting: Pasting): Preview => {
  const rows = byRow(plan).flatMap((cells): readonly PreviewRow[] => {
    const value = valueOf(cells)
    const label = cells.find((cell) => cell.words?.code === 'label')?.pasted ?? ''
    return value ? [{ r: value.r, item: value.item === null ? null : itemOf(pack, value.item), label, total: isTotal(cells), cells: [value] }] : []
  })
  const c = rows.find((row) => row.item !== null)?.cells[0]?.c ?? 0
  const many = (pasting.matrix[0]?.length ?? 1) > 1
  const numeric = rows.every((row) => row.item === null || isNumeric(row.item))
  return { lead: true, rowKey: null, columns: [{ c, letter: '', item: null, title: t.paste.now, source: many ? t.paste.fromNth(c + 1) : '', numeric }], rows }
}

/** Lays a plan out as the preview's table; headings of the copy become column sources. */
export const previewOf = (pack: Pack, plan: PastePlan, pasting: Pasting): Preview => (plan.table === null ? formPreview(pack, plan, pasting) : tablePreview(pack, plan))
