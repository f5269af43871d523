import type { FilingView } from '../../../core/contract.ts'
import { derive } from '../../../core/filing/derive.ts'
import type { FilingData } from '../../../core/filing/filing.ts'
import type { Balance } from '../../../core/pack/schema.ts'
import type { PasteOps } from '../../../core/paste/ops.ts'
import type { PastePlan } from '../../../core/paste/plan.ts'
import { catalogOf, itemOf } from '../../store/catalog.ts'
import { standing } from '../balance.ts'
import type { Standing } from '../balance.ts'

/** A sum and its difference as they will be once the paste is written. */
export interface AfterLine { readonly what: string; readonly against: string; readonly balance: Balance; readonly stand: Standing }

/** The answers as a paste would leave them; new rows have made-up ids. */
export const dataAfter = (data: FilingData, ops: PasteOps): FilingData => {
  const values = { ...data.values, ...Object.fromEntries(ops.cells.filter((cell) => cell.row === null).map((cell) => [cell.item, cell.text])) }
  const inRows = new Map<number, Record<string, string>>()
  for (const cell of ops.cells) if (cell.row !== null) inRows.set(cell.row, { ...inRows.get(cell.row), [cell.item]: cell.text })
  const table = ops.rows[0]?.table
  const tables = Object.fromEntries(Object.entries(data.tables).map(([key, rows]) => [key, rows.map((row) => (inRows.has(row.id) ? { ...row, cells: { ...row.cells, ...inRows.get(row.id) } } : row))]))
  const added = ops.rows.map((row, n) => ({ id: -1 - n, cells: row.cells }))
  return { values, tables: table === undefined ? tables : { ...tables, [table]: [...(tables[table] ?? []), ...added] } }
}

interface Sum { readonly what: string; readonly balance: Balance }

const sumsOf = (view: FilingView, plan: PastePlan): readonly Sum[] => {
  const { places, tables } = catalogOf(view.pack)
  if (plan.table !== null) {
    const footers = tables.get(plan.table)?.footers ?? []
    return footers.filter((footer) => plan.columns.includes(footer.column)).map(({ column, balance }) => ({ what: itemOf(view.pack, column)?.name ?? '', balance }))
  }
  const groups = new Set(plan.cells.flatMap((cell) => (cell.item === null ? [] : (places.get(cell.item)?.group ?? []))))
  return [...groups].flatMap((group) => (group.balance ? [{ what: group.title.replace(/^[一二三四五六七八九十]+、/, ''), balance: group.balance }] : []))
}

/** Sums of the table, or of the groups pasted into, after writing. */
export const afterWriting = (view: FilingView, plan: PastePlan, ops: PasteOps): readonly AfterLine[] => {
  const sums = sumsOf(view, plan)
  if (sums.length === 0) return []
  const data = dataAfter(view.data, ops)
  const then = { ...view, data, computed: derive(view.pack, data, view.prior) }
  return sums.flatMap(({ what, balance }) => {
    const stand = standing(then, balance, null)
    return stand ? [{ what, balance, stand, against: balance.label ?? itemOf(view.pack, balance.total)?.name ?? '' }] : []
  })
}
