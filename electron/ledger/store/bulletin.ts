import type { Sql, SqlWriter } from '../sql.ts'

/** A bulletin as it was edited; each saving is a row of its own. */
export interface BulletinRow { readonly id: number; readonly year: number; readonly region: string; readonly blocks: string; readonly figures: string; readonly by_name: string; readonly at: string }

/** The newest edit of a year's bulletin. */
export const newestBulletin = (sql: Sql, year: number, region: string): Promise<BulletinRow | undefined> =>
  sql.get<BulletinRow>('select * from bulletin where year = ? and region = ? order by id desc limit 1', [year, region])
/** Keeps an edit. */
export const addBulletin = (sql: SqlWriter, row: Omit<BulletinRow, 'id'>): Promise<number> =>
  sql.insert('insert into bulletin (year, region, blocks, figures, by_name, at) values (?, ?, ?, ?, ?, ?)', [row.year, row.region, row.blocks, row.figures, row.by_name, row.at])
