import type { StepLabel } from '../../core/contract.ts'
import type { Reader, Writer } from './open.ts'

export interface StepRow { readonly id: number; readonly label: StepLabel }
/** What undo takes back and redo does again. */
export interface Turns { readonly undo: StepRow | null; readonly redo: StepRow | null }
/** A step or a turn to be recorded with so many changes, which are written next. */
export interface NewStep { readonly filing: number; readonly label: StepLabel; readonly changes: number }

/** The newest step that is done and the oldest one that is undone. */
export const turnsOf = (db: Reader, filing: number): Turns => ({
  undo: db.get<StepRow>('select s.id, s.label from filing f join step s on s.id = f.step where f.id = ?', filing) ?? null,
  redo: db.get<StepRow>(`select id, label from step where filing = ? and state = 'undone' order by id limit 1`, filing) ?? null,
})
/** Records a step that is done and gives its number. */
export function addStep(db: Writer, step: NewStep): number {
  const id = insert(db, step, 'done', null)
  db.run('update filing set step = ? where id = ?', id, step.filing)
  return id
}
/** Records that a step is taken back or done again, and gives the number of doing so. */
export function addTurn(db: Writer, turn: NewStep, target: number, did: 'undo' | 'redo'): number {
  db.run('update step set state = ? where id = ?', did === 'undo' ? 'undone' : 'done', target)
  const id = insert(db, turn, did, target)
  if (did === 'undo') db.run('update filing set step = (select before from step where id = ?) where id = ?', target, turn.filing)
  else db.run('update filing set step = ? where id = ?', target, turn.filing)
  return id
}
/** What was undone can no longer be done again; it stays in the record. */
export const dropUndone = (db: Writer, filing: number): void => {
  db.run(`update step set state = 'dropped' where filing = ? and state = 'undone'`, filing)
}
/** Nothing before now can be taken back. */
export const dropAll = (db: Writer, filing: number): void => {
  dropUndone(db, filing)
  db.run(`update step set state = 'dropped' where filing = ? and state = 'done'`, filing)
  db.run('update filing set step = null where id = ?', filing)
}

/** The changes of a step stand one after the other, so their first number and their count find them. */
const insert = (db: Writer, step: NewStep, state: 'done' | 'undo' | 'redo', target: number | null): number =>
  db.run(`insert into step (filing, label, state, target, before, first_change, changes)
    select id, ?, ?, ?, step, (select coalesce(max(id), 0) + 1 from change), ? from filing where id = ?`, step.label, state, target, step.changes, step.filing).lastId
