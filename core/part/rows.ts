import type { Row } from '../filing/filing.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { PartAnswers } from './file.ts'

/** What the giver's rows are called here: table, the giver's id, the id here. */
export type RowNames = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Answers with every row called as it is here; null where it is not here. */
export const renamed = (answers: PartAnswers, names: RowNames): PartAnswers => ({
  ...answers,
  tables: Object.fromEntries(Object.entries(answers.tables).map(([table, rows]) => [table, rows.map(r => ({ ...r, row: r.row === null ? null : (names[table]?.[r.row] ?? null) }))])),
})

/** What a row here is called by the giver; null for one that came here. */
export function givenId(names: RowNames): (table: string, row: number) => number | null {
  const back = new Map(Object.entries(names).flatMap(([table, rows]) => Object.entries(rows).map(([given, here]) => [`${table}/${here}`, Number(given)] as const)))
  return (table, row) => back.get(`${table}/${row}`) ?? null
}

/** Finds the giver's rows among those here: by what is known, by equal cells, by row key. */
export function namesOf(pack: Pack, given: PartAnswers, here: Readonly<Record<string, readonly Row[]>>, known: RowNames): RowNames {
  const index = lookup(pack)
  return Object.fromEntries(Object.entries(given.tables).map(([table, rows]) => {
    const left = new Map((here[table] ?? []).map(r => [r.id, r.cells]))
    const key = index.table(table)?.rowKey.item.key ?? ''
    const names: Record<string, number> = {}
    const claim = (id: number, row: number): void => { names[id] = row; left.delete(row) }
    for (const { row } of rows) { const at = row === null ? undefined : known[table]?.[row]; if (row !== null && at !== undefined && left.has(at)) claim(row, at) }
    for (const same of [(a: Row['cells'], b: Row['cells']) => equal(a, b), (a: Row['cells'], b: Row['cells']) => (a[key] ?? '') !== '' && a[key] === b[key]]) {
      for (const { row, cells } of rows) {
        const at = row === null || names[row] !== undefined ? undefined : [...left].find(([, c]) => same(cells, c))?.[0]
        if (row !== null && at !== undefined) claim(row, at)
      }
    }
    return [table, names]
  }))
}

const equal = (a: Row['cells'], b: Row['cells']): boolean => [...new Set([...Object.keys(a), ...Object.keys(b)])].every(item => (a[item] ?? '') === (b[item] ?? ''))
