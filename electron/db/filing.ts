import type { FilingState } from '../../core/filing/filing.ts'
import type { Reader, Writer } from './open.ts'

export interface FilingRow {
  readonly id: number
  readonly unit: number
  readonly pack: string
  readonly year: number
  readonly state: FilingState
  readonly saved_at: string | null
}
const columns = 'id, unit, pack, year, state, saved_at'

/** One filing, unless it lies in the bin. */
export const filingById = (db: Reader, id: number): FilingRow | undefined => db.get(`select ${columns} from filing where id = ? and deleted_at is null`, id)
/** A unit's filings, newest year first. */
export const filingsOf = (db: Reader, unit: number): readonly FilingRow[] => db.all(`select ${columns} from filing where unit = ? and deleted_at is null order by year desc`, unit)
/** Every filing under a pack, unless it or its unit lies in the bin. */
export const filingsUnder = (db: Reader, pack: string): readonly FilingRow[] =>
  db.all(`select f.id, f.unit, f.pack, f.year, f.state, f.saved_at from filing f join unit u on u.id = f.unit where f.pack = ? and f.deleted_at is null and u.deleted_at is null order by f.unit, f.year`, pack)
/** Starts an empty draft and gives its id. */
export const addFiling = (db: Writer, filing: { unit: number; pack: string; year: number }, at: string): number =>
  db.run(`insert into filing (unit, pack, year, state, started_at) values (?, ?, ?, 'draft', ?)`, filing.unit, filing.pack, filing.year, at).lastId
/** Moves a filing to another state. */
export const setState = (db: Writer, id: number, state: FilingState): void => {
  db.run('update filing set state = ? where id = ?', state, id)
}
/** Notes when something of a filing was last saved. */
export const touchFiling = (db: Writer, id: number, at: string): void => {
  db.run('update filing set saved_at = ? where id = ?', at, id)
}
