import type { Reader, Writer } from './open.ts'

/** What a changed cell is about where it is one of last year's typed sheet. */
export const lastYear = 'last-year'
export type ChangeKind = 'cell' | 'add' | 'delete' | 'move' | 'explain' | 'note' | 'seal' | 'reopen'
/** Who changes something, and when. */
export interface Hand { readonly at: string; readonly osUser: string; readonly userName: string }
export interface NewChange {
  readonly filing: number
  readonly kind: ChangeKind
  readonly item: string
  readonly row: number | null
  readonly rowKey: string | null
  readonly old: string
  readonly now: string
  readonly reason: string | null
  /** The step it belongs to; the rows before it, of a row that came, went or moved; the item an explanation is about, or whom a note was and is for. */
  readonly step?: number | null
  readonly afterOld?: number | null
  readonly afterNow?: number | null
  readonly about?: string | null
}
export interface ChangeRow extends NewChange, Hand {}
const columns = `filing, at, os_user as osUser, user_name as userName, kind, item, nullif(row, 0) as row, row_key as rowKey, old, now, reason,
  step, after_old as afterOld, after_now as afterNow, about`

/** Records one change; the record is never changed or removed. */
export const addChange = (db: Writer, hand: Hand, c: NewChange): void => {
  db.run('insert into change (filing, at, os_user, user_name, kind, item, row, row_key, old, now, reason, step, after_old, after_now, about) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    c.filing, hand.at, hand.osUser, hand.userName, c.kind, c.item, c.row ?? 0, c.rowKey, c.old, c.now, c.reason, c.step ?? null, c.afterOld ?? null, c.afterNow ?? null, c.about ?? null)
}
/** The newest changes of answers first, without what was noted beside them: of a filing, of an item, or of one cell. */
export const changesOf = (db: Reader, filing: number, cell: { item: string | null; row: number | null }, limit: number): readonly ChangeRow[] =>
  db.all(`select ${columns} from change where filing = ? and item = coalesce(?, item) and row = coalesce(?, row) and kind <> 'note' and about is not '${lastYear}' order by id desc limit ?`, filing, cell.item, cell.row, limit)
/** The changes of one step in their order. */
export const changesOfStep = (db: Reader, step: number): readonly ChangeRow[] => 
  db.all(`select ${columns} from change, (select first_change, changes from step where id = ?) s where change.id >= s.first_change and change.id < s.first_change + s.changes order by change.id`, step)
