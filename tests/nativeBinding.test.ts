import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { describeNeeding } from './support/needs.ts'
import { root } from './support/sources.ts'

test('the installed SQLite module is the one that was published', () => {
  expect(existsSync(join(root, 'node_modules', 'better-sqlite3', 'build'))).toBe(false)
  const db = new Database(':memory:')
  expect(db.prepare('select sqlite_version()').pluck().get()).toMatch(/^3\.\d+\.\d+$/)
  db.close()
})

describeNeeding(['electron'], 'in the Electron that the tests run', () => {
  test('the SQLite module stores text, blobs and large integers, and calls back into JavaScript', () => {
    const program = `
      const Database = require(${JSON.stringify(join(root, 'node_modules', 'better-sqlite3'))});
      const nativeBinding = process.env.JIANBAO_SQLITE_BINDING;
      const db = new Database(':memory:', nativeBinding ? { nativeBinding } : {});
      db.exec('create table t (a text, b blob, c integer) strict');
      db.function('twice', (text) => text + text);
      db.prepare('insert into t values (?, ?, ?)').run('检报', Buffer.from([1, 2]), 9007199254740993n);
      const row = db.prepare('select twice(a) as a, b, c from t').safeIntegers().get();
      let code = null;
      try { db.exec("insert into t values (1, x'00', 'x')"); } catch (error) { code = error.code; }
      console.log(JSON.stringify([row.a, [...row.b], String(row.c), code]));`
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const said = execFileSync(String(process.env['JIANBAO_ELECTRON']), ['-e', program], { env, encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual(['检报检报', [1, 2], '9007199254740993', 'SQLITE_CONSTRAINT_DATATYPE'])
  })
})
