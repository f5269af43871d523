import type { Reader, Writer } from './open.ts'

/** Every setting as stored text. */
export const settingsOf = (db: Reader): Readonly<Record<string, string>> =>
  Object.fromEntries(db.all<{ key: string; value: string }>('select key, value from setting').map(s => [s.key, s.value]))
/** Stores one setting. */
export const putSetting = (db: Writer, key: string, value: string): void => {
  db.run('insert into setting (key, value) values (?, ?) on conflict do update set value = excluded.value', key, value)
}
