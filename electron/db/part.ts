import type { PartBody } from '../../core/part/file.ts'
import type { RowNames } from '../../core/part/rows.ts'
import type { Reader, Writer } from './open.ts'

export type PartSide = 'out' | 'in'
/** A part of a filing; `names`, of one that was opened here, says what the giver's rows are called here. */
export interface PartRow { readonly filing: number; readonly side: PartSide; readonly body: PartBody; readonly names: RowNames; readonly at: string }

/** The parts of a filing, oldest first. */
export const partsOf = (db: Reader, filing: number): readonly PartRow[] =>
  db.all<{ side: PartSide; body: string; names: string; at: string }>('select side, body, names, at from part where filing = ? order by at, uid', filing)
    .map(p => ({ filing, side: p.side, body: JSON.parse(p.body) as PartBody, names: JSON.parse(p.names) as RowNames, at: p.at }))
/** Keeps a part; one of the same number is replaced. */
export const putPart = (db: Writer, part: PartRow): void => {
  db.run('insert into part (filing, uid, side, body, names, at) values (?, ?, ?, ?, ?, ?) on conflict do update set body = excluded.body, names = excluded.names, at = excluded.at',
    part.filing, part.body.part, part.side, JSON.stringify(part.body), JSON.stringify(part.names), part.at)
}
/** Lets a part that was opened here go. */
export const dropPart = (db: Writer, filing: number, uid: string): void => {
  db.run(`delete from part where filing = ? and uid = ? and side = 'in'`, filing, uid)
}
