import type { Edit } from '../../core/filing/edit.ts'
import type { FilingData, Row } from '../../core/filing/filing.ts'
import type { Reader, Writer } from '../db/open.ts'
import { priorsOf, putPrior } from '../db/prior.ts'
import type { OpenFiling } from './heldFiling.ts'

type Last = Extract<Edit, { kind: 'last' }>

/** Last year's figures as they were typed. */
const sheetOf = (db: Reader, filing: number): FilingData => priorsOf(db, filing).find(given => given.kind === 'typed')?.data ?? { values: {}, tables: {} }

/** What a cell of the typed sheet holds. */
export function lastYearText(db: Reader, filing: number, { table, item, row }: Pick<Last, 'table' | 'item' | 'row'>): string {
  const { values, tables } = sheetOf(db, filing)
  return (table === null ? values[item] : tables[table]?.find(one => one.id === row)?.cells[item]) ?? ''
}

/** Puts a cell into the typed sheet; a row is there as long as it holds anything. */
export function putLastYear(db: Writer, { filing }: OpenFiling, edit: Last, at: string): void {
  const before = sheetOf(db, filing.id)
  const { table } = edit
  const data = table === null ? { values: cellsWith(before.values, edit), tables: before.tables }
    : { values: before.values, tables: { ...before.tables, [table]: rowsWith(before.tables[table] ?? [], edit) } }
  putPrior(db, filing.id, { kind: 'typed', origin: 'typed', year: filing.year - 1, data, about: {}, at })
}

const cellsWith = (cells: Row['cells'], { item, now }: Last): Row['cells'] => Object.fromEntries(Object.entries({ ...cells, [item]: now }).filter(([, value]) => value !== ''))

function rowsWith(rows: readonly Row[], edit: Last): readonly Row[] {
  const id = edit.row ?? 0
  const all = rows.some(row => row.id === id) ? rows : [...rows, { id, cells: {} }].toSorted((a, b) => a.id - b.id)
  return all.map(row => (row.id === id ? { id, cells: cellsWith(row.cells, edit) } : row)).filter(row => Object.keys(row.cells).length > 0)
}
