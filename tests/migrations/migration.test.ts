import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, latestVersion, migrate, migrations } from '../../electron/db/migrate.ts'

const fresh = (): Database.Database => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  return db
}
const filled = (): Database.Database => {
  const db = fresh()
  migrate(db)
  db.exec(`insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
    insert into filing (id, unit, pack, year, state, started_at) values (1, 1, 'annual-2026', 2026, 'draft', '2027');
    insert into change (filing, at, os_user, user_name, kind, item, old, now) values (1, '2027', 'a', 'b', 'cell', 'tel', '', '1');
    insert into submission (filing, submit_no, unit_id, sealed_at, today, payload, digest, receipt, signature, public_key, workbook)
      values (1, 1, 'X-00', '2027', '2027-03-10', '{}', '${'0'.repeat(64)}', 'R', 'S', 'K', x'00')`)
  return db
}

describe('migrations', () => {
  it('are numbered 1, 2, 3 …', () => expect(migrations.map(m => m.version)).toEqual(migrations.map((_, n) => n + 1)))

  it('make strict, singular tables and mark the file', () => {
    const db = filled()
    const tables = db.prepare(`select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name`).all()
    expect(tables).toEqual(['carried', 'cell_note', 'change', 'erasure', 'explanation', 'filing', 'filing_pack', 'import_mapping', 'known_regulator', 'known_signer', 'letter', 'pack_sheet', 'part', 'prior_choice', 'prior_source', 'query', 'setting', 'step', 'submission', 'summary', 'table_row', 'unit', 'value'].map(name => ({ name, strict: 1 })))
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
  })

  it('are not run twice', () => {
    const db = filled()
    migrate(db)
    expect(db.prepare('select count(*) from unit').pluck().get()).toBe(1)
  })

  it('are all or nothing', () => {
    const db = fresh()
    const broken = { pragma: db.pragma.bind(db), exec: (sql: string) => (sql.startsWith('pragma user_version') ? db.exec('create tabel') : db.exec(sql)) }
    expect(() => migrate(broken)).toThrow()
    expect(db.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(0)
  })

  it.each([
    ['a state that is none', `update filing set state = 'open'`],
    ['a second filing of a year', `insert into filing (unit, pack, year, state, started_at) values (1, 'annual-2026', 2026, 'draft', 'x')`],
    ['a value of no filing', `insert into value (filing, item, row, text) values (9, 'tel', 0, '1')`],
    ['an empty value', `insert into value (filing, item, row, text) values (1, 'tel', 0, '')`],
    ['a text in a number', `insert into value (filing, item, row, text, scaled) values (1, 'tel', 0, '1', 'x')`],
    ['a day that is none', `update unit set today = 'tomorrow'`],
    ['a changed record', `update change set now = '2'`],
    ['a removed record', `delete from change`],
    ['a changed submission', `update submission set payload = '[]'`],
    ['a removed submission', `delete from submission`],
    ['a step in no known state', `insert into step (filing, label, state, first_change, changes) values (1, 'typed', 'open', 1, 1)`],
    ['a taken back step without its step', `insert into step (filing, label, state, first_change, changes) values (1, 'typed', 'undo', 1, 1)`],
    ['a change of no step', `insert into change (filing, at, os_user, user_name, kind, item, old, now, step) values (1, '2027', 'a', 'b', 'cell', 'tel', '', '1', 99)`],
    ['a removed step', `insert into step (filing, label, state, first_change, changes) values (1, 'typed', 'done', 1, 1); delete from step`],
    ['a renamed step', `insert into step (filing, label, state, first_change, changes) values (1, 'typed', 'done', 1, 1); update step set label = 'paste'`],
    ['a dropped step that comes back', `insert into step (filing, label, state, first_change, changes) values (1, 'typed', 'dropped', 1, 1); update step set state = 'done'`],
  ])('refuse %s', (_, sql) => expect(() => filled().exec(sql)).toThrow())

  it('0001 finds the changes of a cell by its index', () => {
    const plan = filled().prepare(`explain query plan select * from change where filing = 1 and item = 'tel' and row = 0`).all() as { detail: string }[]
    expect(plan.map(p => p.detail).join()).toContain('change_of_cell')
  })

  it('0002 keeps what a first store holds and its changes without a step', () => {
    const db = fresh()
    db.exec(`${migrations[0]?.sql ?? ''}; pragma user_version = 1;
      insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
      insert into filing (id, unit, pack, year, state, started_at) values (1, 1, 'annual-2026', 2026, 'draft', '2027');
      insert into change (filing, at, os_user, user_name, kind, item, old, now) values (1, '2027', 'a', 'b', 'cell', 'tel', '', '1')`)
    migrate(db)
    expect(db.prepare('select item, now, step, after_old, after_now, about from change').all()).toEqual([{ item: 'tel', now: '1', step: null, after_old: null, after_now: null, about: null }])
    expect(db.prepare('select count(*) from step').pluck().get()).toBe(0)
  })

  it.each([
    ['step_undone', `select id, label from step where filing = 1 and state = 'undone' order by id limit 1`],
    ['INTEGER PRIMARY KEY', 'select * from change, (select first_change, changes from step where id = 1) s where change.id >= s.first_change and change.id < s.first_change + s.changes order by change.id'],
  ])('0002 finds by %s', (name, sql) => {
    const plan = filled().prepare(`explain query plan ${sql}`).all() as { detail: string }[]
    expect(plan.map(p => p.detail).join()).toContain(name)
    expect(plan.map(p => p.detail).join()).not.toContain('SCAN')
  })

  it('0003 keeps the figures of last year that were given, each with its source in use', () => {
    const db = fresh()
    db.exec(`${migrations[0]?.sql ?? ''}; ${migrations[1]?.sql ?? ''}; pragma user_version = 2;
      insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
      insert into filing (id, unit, pack, year, state, started_at) values (1, 1, 'annual-2026', 2026, 'draft', '2027'), (2, 1, 'annual-2027', 2027, 'draft', '2027'), (3, 1, 'annual-2028', 2028, 'draft', '2027');
      insert into prior (filing, origin, year, data) values (1, 'typed', 2025, '{"values":{}}'), (2, 'workbook:ab', 2026, '{}'), (3, 'none', 2027, '{}')`)
    migrate(db)
    expect(db.prepare('select filing, kind, origin, year, data from prior_source order by filing').raw().all()).toEqual([[1, 'typed', 'typed', 2025, '{"values":{}}'], [2, 'workbook', 'workbook:ab', 2026, '{}']])
    expect(db.prepare('select filing, kind from prior_choice order by filing').raw().all()).toEqual([[1, 'typed'], [2, 'workbook'], [3, 'none']])
  })

  it.each([
    ['a source of no kind', `insert into prior_source (filing, kind, origin, year, data, about, at) values (1, 'own', 'own', 2025, '{}', '{}', '')`],
    ['a typed source that calls itself a workbook', `insert into prior_source (filing, kind, origin, year, data, about, at) values (1, 'typed', 'workbook:a', 2025, '{}', '{}', '')`],
    ['a choice of nothing', `insert into prior_choice (filing, kind) values (1, 'both')`],
    ['a mapping without a name', `insert into import_mapping (unit, name, mapping, at) values (1, '', '{}', '')`],
    ['a mapping that is no JSON', `insert into import_mapping (unit, name, mapping, at) values (1, 'a', 'x', '')`],
  ])('0003 refuses %s', (_, sql) => expect(() => filled().exec(sql)).toThrow())

  it('0006 keeps one note a cell, at most 2,000 characters, whole or not at all', () => {
    const db = filled()
    const put = (values: string) => () => db.exec(`insert into cell_note (filing, item, row, text, shared, at) values (${values})`)
    put(`1, 'tel', 0, '总机', 1, '2027'`)()
    for (const refused of [`1, 'tel', 0, '再写', 0, '2027'`, `9, 'tel', 0, 'a', 0, '2027'`, `1, 'mobile', 0, '', 0, '2027'`, `1, 'mobile', 0, 'a', 2, '2027'`, `1, 'mobile', 0, '${'长'.repeat(2001)}', 0, '2027'`]) expect(put(refused), refused).toThrow()
    expect(db.prepare('select item, text, shared from cell_note').raw().all()).toEqual([['tel', '总机', 1]])
  })

  it.each([
    ['a part of no filing', `9, '0123456789abcdef', 'out', '{}', '{}', ''`],
    ['a part on no side', `1, '0123456789abcdef', 'both', '{}', '{}', ''`],
    ['a part with a short number', `1, '01', 'in', '{}', '{}', ''`],
    ['a part that is no JSON', `1, '0123456789abcdef', 'in', 'x', '{}', ''`],
  ])('0007 refuses %s', (_, values) => expect(() => filled().exec(`insert into part (filing, uid, side, body, names, at) values (${values})`)).toThrow())

  it.each([
    ['a summary of no filing', `9, 'x', '[]', null`],
    ['a summary that is no JSON', `1, 'x', '[', null`],
    ['a second summary of a filing', `1, 'x', '[]', null), (1, 'y', '[]', null`],
  ])('0008 refuses %s', (_, values) => expect(() => filled().exec(`insert into summary (filing, stamp, forms, legal_form) values (${values})`)).toThrow())

  it.each([
    ['figures of no filing', `9, 'x', '{}'`],
    ['figures that are no JSON', `1, 'x', '{'`],
    ['figures of a filing twice', `1, 'x', '{}'), (1, 'y', '{}'`],
  ])('0012 refuses %s', (_, values) => expect(() => filled().exec(`insert into carried (filing, stamp, prior) values (${values})`)).toThrow())

  it.each([
    ['a sheet that is no JSON', `insert into pack_sheet (pack, version, sheet) values ('annual-2026', '1.0', '{')`],
    ['a filing under a version that nothing is kept of', `insert into filing_pack (filing, pack, version) values (1, 'annual-2026', '1.0')`],
    ['a version of no filing', `insert into pack_sheet (pack, version, sheet) values ('annual-2026', '1.0', '{}'); insert into filing_pack (filing, pack, version) values (9, 'annual-2026', '1.0')`],
  ])('0011 refuses %s', (_, sql) => expect(() => filled().exec(sql)).toThrow())

  it('0010 keeps the record to the letter and its protection, and takes notes', () => {
    const db = fresh()
    for (const { sql } of migrations.slice(0, 9)) db.exec(sql)
    db.exec(`pragma user_version = 9;
      insert into unit (id, uid, name, uscc, unit_seq, created_at) values (1, '0123456789abcdef', '甲', 'X', '00', '2027');
      insert into filing (id, unit, pack, year, state, started_at) values (1, 1, 'annual-2026', 2026, 'draft', '2027');
      insert into step (id, filing, label, state, first_change, changes) values (1, 1, 'typed', 'done', 7, 1);
      insert into change (id, filing, at, os_user, user_name, kind, item, row, row_key, old, now, reason, step, after_old, after_now, about) values (7, 1, '2027', 'a', 'b', 'add', 'sites', 3, 'k', '', '', 'r', 1, 1, 2, 'x')`)
    const before = db.prepare('select * from change').all()
    migrate(db)
    expect(db.prepare('select * from change').all()).toEqual(before)
    db.exec(`insert into change (filing, at, os_user, user_name, kind, item, old, now, about) values (1, '2027', 'a', 'b', 'note', 'tel', '', '总机', 'own own')`)
    expect(db.prepare('select max(id) from change').pluck().get()).toBe(8)
    for (const refused of [`update change set now = ''`, 'delete from change', `insert into change (filing, at, os_user, user_name, kind, item, old, now) values (1, '2027', 'a', 'b', 'said', 'tel', '', '')`]) expect(() => db.exec(refused), refused).toThrow()
  })
})
