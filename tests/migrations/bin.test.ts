import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, migrations } from '../../electron/db/migrate.ts'

/** A store of the version before the bin, with a filing that was worked on and sealed. */
function before(): Database.Database {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  for (const step of migrations.filter(m => m.version < 4)) db.exec(step.sql)
  db.pragma('user_version = 3')
  db.exec(`insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
    insert into filing (id, unit, pack, year, state, started_at) values (7, 1, 'annual-2026', 2026, 'sealed', '2027');
    insert into value (filing, item, row, text) values (7, 'tel', 0, '1');
    insert into change (filing, at, os_user, user_name, kind, item, old, now) values (7, '2027', 'a', 'b', 'cell', 'tel', '', '1');
    insert into submission (filing, submit_no, unit_id, sealed_at, today, payload, digest, receipt, signature, public_key, workbook)
      values (7, 1, 'X-00', '2027', '2027-03-10', '{}', '${'0'.repeat(64)}', 'R', 'S', 'K', x'00')`)
  return db
}
function migrated(): Database.Database {
  const db = before()
  migrate(db)
  return db
}

describe('migration 0004', () => {
  it('keeps every filing and what refers to it, and leaves foreign keys on', () => {
    const db = migrated()
    expect(db.prepare('select id, unit, year, state, deleted_at from filing').all()).toEqual([{ id: 7, unit: 1, year: 2026, state: 'sealed', deleted_at: null }])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => db.exec(`insert into value (filing, item, row, text) values (9, 'tel', 0, '1')`)).toThrow('FOREIGN KEY')
  })

  it('lets a year be started anew once the old one lies in the bin, and not before', () => {
    const db = migrated()
    const again = `insert into filing (unit, pack, year, state, started_at) values (1, 'annual-2026', 2026, 'draft', '2027')`
    expect(() => db.exec(again)).toThrow('UNIQUE')
    db.exec(`update filing set deleted_at = '2027'`)
    db.exec(again)
    expect(() => db.exec(again)).toThrow('UNIQUE')
  })

  it.each(['change', 'submission'])('lets a %s go only from the bin', table => {
    const db = migrated()
    expect(() => db.exec(`delete from ${table}`)).toThrow('append-only')
    db.exec(`update unit set deleted_at = '2027'`)
    db.exec(`delete from ${table}`)
    expect(db.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
  })

  it('never lets go what was noted of an erasure', () => {
    const db = migrated()
    db.exec(`insert into erasure (at, os_user, user_name, what, name) values ('2027', 'a', 'b', 'unit', '甲')`)
    expect(() => db.exec('delete from erasure')).toThrow('append-only')
    expect(() => db.exec(`update erasure set name = '乙'`)).toThrow('append-only')
  })

  it('rolls back when a reference would lead nowhere', () => {
    const db = before()
    db.pragma('foreign_keys = OFF')
    db.exec(`insert into value (filing, item, row, text) values (99, 'tel', 0, '1')`)
    expect(() => migrate(db)).toThrow('a reference leads nowhere')
    expect(db.pragma('user_version', { simple: true })).toBe(3)
  })

  it('finds the filings of a unit by its index', () => {
    const plan = migrated().prepare('explain query plan select * from filing where unit = 1 and deleted_at is null order by year desc').all() as { detail: string }[]
    expect(plan.map(p => p.detail).join()).toContain('filing_of_year')
  })
})
