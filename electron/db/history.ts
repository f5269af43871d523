import type { ChangeRow } from './change.ts'
import type { Reader } from './open.ts'

/** Which changes of a filing are asked for; `from` and `to` are instants, the latter not included. */
export interface HistoryFilter { readonly filing: number; readonly item: string | null; readonly person: string | null; readonly from: string | null; readonly to: string | null }
/** A recorded change with its number, without what only undo needs. */
export interface HistoryRow extends Omit<ChangeRow, 'step' | 'afterOld' | 'afterNow'> { readonly id: number }
const columns = 'id, filing, at, os_user as osUser, user_name as userName, kind, item, nullif(row, 0) as row, row_key as rowKey, old, now, reason, about'
const fits = `filing = ? and item = coalesce(?, item) and (? is null or user_name = ? or os_user = ?) and at >= coalesce(?, '') and at < coalesce(?, '9')`
const given = (f: HistoryFilter): readonly (string | number | null)[] => [f.filing, f.item, f.person, f.person, f.person, f.from, f.to]

/** The newest changes that fit, before a change if one is given. */
export const historyOf = (db: Reader, filter: HistoryFilter, page: { readonly before: number | null; readonly limit: number }): readonly HistoryRow[] =>
  db.all(`select ${columns} from change where ${fits} and id < coalesce(?, 9e15) order by id desc limit ?`, ...given(filter), page.before, page.limit)
/** How many changes fit. */
export const historyCount = (db: Reader, filter: HistoryFilter): number =>
  db.get<{ n: number }>(`select count(*) as n from change where ${fits}`, ...given(filter))?.n ?? 0
/** Everybody who changed something in a filing. */
export const peopleIn = (db: Reader, filing: number): readonly string[] =>
  db.all<{ name: string }>('select distinct user_name as name from change where filing = ? order by 1', filing).map(p => p.name)
/** How many changes there are after an instant, and when the newest one of all was. */
export const changesSince = (db: Reader, at: string): { readonly count: number; readonly newest: string | null } =>
  db.get('select (select count(*) from change where at > ?) as count, (select max(at) from change) as newest', at) ?? { count: 0, newest: null }
/** The newest change's number. */
export const topChange = (db: Reader): number => db.get<{ top: number | null }>('select max(id) as top from change')?.top ?? 0
/** One change by its number. */
export const changeById = (db: Reader, id: number): HistoryRow | undefined => db.get(`select ${columns} from change where id = ?`, id)
/** When a filing was last changed. */
export const newestIn = (db: Reader, filing: number): string | null =>
  db.get<{ at: string | null }>('select max(at) as at from change where filing = ?', filing)?.at ?? null
