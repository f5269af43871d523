import type { FilingData, PriorOrigin } from '../../core/filing/filing.ts'
import type { PriorKind } from '../../core/contract/incoming.ts'
import type { Lost } from '../../core/pack/carry.ts'
import type { Reader, Writer } from './open.ts'

/** What is told of a source beside its figures. */
export interface PriorAbout { readonly unitId?: string; readonly name?: string; readonly submitNo?: number; readonly lost?: readonly (Lost & { readonly name: string })[] }
/** Last year's figures given by hand or by a workbook; the unit's own earlier filing is not stored here. */
export interface PriorGiven { readonly kind: 'workbook' | 'typed'; readonly origin: PriorOrigin; readonly year: number; readonly data: FilingData; readonly about: PriorAbout; readonly at: string }

/** The sources given to a filing. */
export const priorsOf = (db: Reader, filing: number): readonly PriorGiven[] =>
  db.all<{ kind: 'workbook' | 'typed'; origin: PriorOrigin; year: number; data: string; about: string; at: string }>('select kind, origin, year, data, about, at from prior_source where filing = ? order by kind', filing)
    .map(row => ({ ...row, data: JSON.parse(row.data) as FilingData, about: JSON.parse(row.about) as PriorAbout }))
/** The source that was chosen, if one was. */
export const priorChoice = (db: Reader, filing: number): PriorKind | null =>
  db.get<{ kind: PriorKind }>('select kind from prior_choice where filing = ?', filing)?.kind ?? null
/** Stores a source, in the place of one of its kind. */
export const putPrior = (db: Writer, filing: number, given: PriorGiven): void => {
  db.run('insert into prior_source (filing, kind, origin, year, data, about, at) values (?, ?, ?, ?, ?, ?, ?) on conflict do update set origin = excluded.origin, year = excluded.year, data = excluded.data, about = excluded.about, at = excluded.at',
    filing, given.kind, given.origin, given.year, JSON.stringify(given.data), JSON.stringify(given.about), given.at)
}
/** Chooses a source. */
export const choosePrior = (db: Writer, filing: number, kind: PriorKind): void => {
  db.run('insert into prior_choice (filing, kind) values (?, ?) on conflict do update set kind = excluded.kind', filing, kind)
}
/** Takes a source away; a choice of it falls back to the unit's own. */
export const forgetPrior = (db: Writer, filing: number, kind: PriorGiven['kind']): void => {
  db.run('delete from prior_source where filing = ? and kind = ?', filing, kind)
  db.run('delete from prior_choice where filing = ? and kind = ?', filing, kind)
}
