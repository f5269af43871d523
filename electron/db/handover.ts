import type { Reader, Writer } from './open.ts'

const MARK = 'handover.key.'

/** The locked key files that a handed over work file carries, by the name of their unit's key. */
export const handedKeys = (db: Reader): Readonly<Record<string, string>> =>
  Object.fromEntries(db.all<{ key: string; value: string }>(`select key, value from setting where key glob '${MARK}*'`).map(s => [s.key.slice(MARK.length), s.value]))
/** Puts a locked key file into a copy that is handed over. */
export const handKey = (db: Writer, name: string, text: string): void => {
  db.run('insert into setting (key, value) values (?, ?) on conflict do update set value = excluded.value', `${MARK}${name}`, text)
}
/** Takes every carried key out again. */
export const dropHandedKeys = (db: Writer): void => { db.run(`delete from setting where key glob '${MARK}*'`) }
