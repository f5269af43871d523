import type { FilingData, Prior, PriorOrigin } from '../../core/filing/filing.ts'
import type { Reader, Writer } from './open.ts'

/** Last year's figures given by hand or by a workbook, if any; the unit's own earlier filing is not stored here. */
export function priorOf(db: Reader, filing: number): Prior | null {
  const found = db.get<{ origin: PriorOrigin; year: number; data: string }>('select origin, year, data from prior where filing = ?', filing)
  return found ? { origin: found.origin, year: found.year, data: JSON.parse(found.data) as FilingData } : null
}
/** Stores last year's figures; they stand until replaced. */
export const putPrior = (db: Writer, filing: number, prior: Prior): void => {
  db.run('insert into prior (filing, origin, year, data) values (?, ?, ?, ?) on conflict do update set origin = excluded.origin, year = excluded.year, data = excluded.data', filing, prior.origin, prior.year, JSON.stringify(prior.data))
}
