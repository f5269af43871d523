import type { Reader, Writer } from '../db/open.ts'
import type { Desk } from './desk.ts'

/** Keeps in the work file what was made of it. What cannot be kept now, on a full disk say, is made again next time; nothing is kept of another file than the open one. */
export function keepMade(desk: Desk, db: Reader, work: (write: Writer) => void): void {
  const store = desk.store()
  if (!store.ok || store.value.read !== db) return
  try { store.value.keep(work) } catch { /* it is made again next time */ }
}
