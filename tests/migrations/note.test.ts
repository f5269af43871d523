import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, migrations } from '../../electron/db/migrate.ts'

const unit = `insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027')`
const before = (version: number): Database.Database => {
  const db = new Database(':memory:')
  for (const step of migrations.filter(m => m.version < version)) db.exec(step.sql)
  db.pragma(`user_version = ${version - 1}`)
  return db
}

it('0005 gives every unit an empty handover note and keeps the unit', () => {
  const db = before(5)
  db.exec(unit)
  migrate(db)
  expect(db.prepare('select name, note from unit').all()).toEqual([{ name: '甲', note: '' }])
})

it('0005 refuses a note that is too long', () => {
  const db = before(5)
  migrate(db)
  db.exec(unit)
  expect(() => db.prepare('update unit set note = ?').run('长'.repeat(4001))).toThrow()
})
