import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../electron/db/migrate.ts'

const D = 'a'.repeat(64)
const letter = (kind: string, no: string): string => `insert into letter (filing, digest, kind, submit_no, signer, content, at, os_user, user_name) values (1, '${D}', '${kind}', ${no}, '0123456789abcdef', '{}', '2027', 'a', 'b')`
const filled = (): Database.Database => {
  const db = new Database(':memory:')
  migrate(db)
  db.pragma('foreign_keys = ON')
  db.exec(`insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
    insert into filing (id, unit, pack, year, state, started_at) values (1, 1, 'annual-2026', 2026, 'sealed', '2027'); ${letter('return', '1')};
    insert into query (filing, submit_no, query, position, letter) values (1, 1, 'Q-1', 0, '${D}')`)
  return db
}

it.each([
  ['a changed letter', `update letter set content = '[]'`],
  ['a removed letter', 'delete from letter'],
  ['a return of no submission', letter('return', 'null').replace(D, 'b'.repeat(64))],
  ['a task of a submission', letter('task', '1').replace(D, 'b'.repeat(64))],
  ['a query of no letter', `insert into query (filing, submit_no, query, position, letter) values (1, 1, 'Q-2', 0, '${'c'.repeat(64)}')`],
  ['a query answered by the submission it is put on', 'update query set answered_in = 1'],
])('0009 refuses %s', (_, sql) => {
  expect(() => filled().exec(sql)).toThrow()
})

it('0009 lets a letter go with a filing that lies in the bin', () => {
  const db = filled()
  db.exec(`update filing set deleted_at = '2027'; delete from query; delete from letter`)
  expect(db.prepare('select count(*) from letter').pluck().get()).toBe(0)
})
