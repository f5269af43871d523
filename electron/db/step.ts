import type { StepLabel } from '../../core/contract.ts'
import type { Reader, Writer } from './open.ts'

export interface StepRow { readonly id: number; readonly label: StepLabel }
/** What undo takes back and redo does again. */
export interface Turns { readonly undo: StepRow | null; readonly redo: StepRow | null }

/** The newest step that is done and the oldest one that is undone. */
export const turnsOf = (db: Reader, filing: number): Turns => ({
  undo: db.get<StepRow>(`select id, label from step where filing = ? and state = 'done' order by id desc limit 1`, filing) ?? null,
  redo: db.get<StepRow>(`select id, label from step where filing = ? and state = 'undone' order by id limit 1`, filing) ?? null,
})
/** Records a step that is done. */
export const addStep = (db: Writer, filing: number, label: StepLabel): number =>
  db.run(`insert into step (filing, label, state) values (?, ?, 'done')`, filing, label).lastId
/** Records that a step is taken back or done again, and gives the number of doing so. */
export function addTurn(db: Writer, filing: number, step: StepRow, did: 'undo' | 'redo'): number {
  db.run('update step set state = ? where id = ?', did === 'undo' ? 'undone' : 'done', step.id)
  return db.run('insert into step (filing, label, state, target) values (?, ?, ?, ?)', filing, step.label, did, step.id).lastId
}
/** What was undone can no longer be done again; it stays in the record. */
export const dropUndone = (db: Writer, filing: number): void => {
  db.run(`update step set state = 'dropped' where filing = ? and state = 'undone'`, filing)
}
/** Nothing before now can be taken back. */
export const dropAll = (db: Writer, filing: number): void => {
  dropUndone(db, filing)
  db.run(`update step set state = 'dropped' where filing = ? and state = 'done'`, filing)
}
