import type { Explanation, FilingData, Row } from '../../core/filing/filing.ts'
import type { Change, Pack } from '../../core/pack/schema.ts'
import { texts } from './sample.ts'

/** What a change acts on. */
export interface Changed { readonly data: FilingData; readonly explanations: readonly Explanation[] }

/** Applies one change or several, in order; a row or explanation that is not there is an error. */
export function applyChange(pack: Pack, base: Changed, change: Change | readonly Change[] | undefined): Changed {
  const list: readonly Change[] = change === undefined ? [] : Array.isArray(change) ? change : [change as Change]
  return list.reduce<Changed>((at, one) => ({ data: changeData(pack, at.data, one), explanations: withoutExplanation(pack, at, one) }), base)
}

function changeData(pack: Pack, data: FilingData, change: Change): FilingData {
  if (change.table === undefined) return change.set ? { ...data, values: setCells(data.values, change.set) } : data
  const rows = data.tables[change.table] ?? []
  return { ...data, tables: { ...data.tables, [change.table]: changeRows(pack, rows, { ...change, table: change.table }) } }
}

function changeRows(pack: Pack, rows: readonly Row[], change: Change & { table: string }): readonly Row[] {
  if (change.clear) return []
  if (change.add) return [...rows, { id: Math.max(0, ...rows.map((r) => r.id)) + 1, cells: texts(change.add) }]
  const at = rows.findIndex((r) => r.cells[rowKeyOf(pack, change.table)] === String(change.row))
  if (at < 0) throw new Error(`no row ${change.row} in ${change.table}`)
  return rows.map((r, i) => (i === at ? { ...r, cells: setCells(r.cells, change.set ?? {}) } : r))
}

function setCells(cells: Readonly<Record<string, string>>, set: NonNullable<Change['set']>): Record<string, string> {
  return texts({ ...cells, ...set })
}

function withoutExplanation(pack: Pack, at: Changed, change: Change): readonly Explanation[] {
  const gone = change.removeExplanation
  if (!gone) return at.explanations
  const left = at.explanations.filter((e) => e.rule !== gone.rule || (gone.row !== undefined && !isRow(pack, at.data, { id: e.row, key: String(gone.row) })))
  if (left.length === at.explanations.length) throw new Error(`no explanation of ${gone.rule}`)
  return left
}

function isRow(pack: Pack, data: FilingData, row: { id: number | null; key: string }): boolean {
  return Object.entries(data.tables).some(([table, rows]) => rows.some((r) => r.id === row.id && r.cells[rowKeyOf(pack, table)] === row.key))
}

function rowKeyOf(pack: Pack, table: string): string {
  const found = pack.forms.flatMap((f) => f.tables).find((t) => t.key === table)
  if (!found) throw new Error(`no table ${table}`)
  return found.rowKey
}
