import { existsSync } from 'node:fs'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { openLedgerFile, sqliteProblem, type LedgerFile } from '../db/open.ts'
import { LedgerFailure } from './failure.ts'
import { latestLedger, ledgerMark, stepsFrom } from './migrate.ts'
import type { LedgerSql, Sql, SqlWriter } from './sql.ts'
import { turns } from './turns.ts'

/** A ledger in a file, and what only a file can do. */
export interface SqliteLedger { readonly sql: LedgerSql; readonly copyTo: (path: string) => Promise<void>; readonly close: () => void }

/** Opens a ledger's file, brought to the latest version; with `make` one that is not there yet is made. */
export function openSqlite(path: string, { make = false, local = true } = {}): Result<SqliteLedger> {
  if (!make && !existsSync(path)) return no(problem('ledger-missing', { path }))
  const open = openLedgerFile(path, ledgerMark, { local })
  if (!open.ok) return open
  if (!make && open.value.version() === 0) { open.value.close(); return no(problem('ledger-foreign', { path })) }
  bringUp(open.value)
  open.value.exec('pragma analysis_limit = 400; pragma optimize = 0x10002')
  return ok(ledgerOn(open.value))
}

/** All steps in one transaction or none. */
function bringUp(file: LedgerFile): void {
  const steps = stepsFrom('sqlite', file.version())
  if (steps.length === 0) return
  try {
    file.exec('begin immediate')
    for (const step of steps) file.exec(step)
    file.exec(`pragma application_id = ${ledgerMark.id}; pragma user_version = ${latestLedger}; commit`)
  } catch (error) {
    file.close()
    throw error
  }
}

function ledgerOn(file: LedgerFile): SqliteLedger {
  const { take, hold, idle } = turns()
  const told = <T>(work: () => T): T => { try { return work() } catch (error) { throw failure(error, file.path) } }
  const close = (): void => { if (idle()) file.close(); else void take(async () => { file.close() }) }
  const read = reader(file)
  const look = looker(file)
  const sql: LedgerSql = {
    kind: 'sqlite',
    all: (text, params) => take(() => read.all(text, params)),
    get: (text, params) => take(() => read.get(text, params)),
    write: work => hold(async () => {
      const { done, rows } = await transaction(file, work)
      look(rows)
      return done
    }),
    close: async () => { close() },
  }
  return { sql, close, copyTo: path => take(async () => told(() => {
    file.exec('pragma optimize')
    file.copyTo(path)
  })) }
}

function reader(file: LedgerFile): Sql {
  const told = async <T>(work: () => T): Promise<T> => { try { return work() } catch (error) { throw failure(error, file.path) } }
  return {
    kind: 'sqlite',
    all: <T>(text: string, params = [] as Parameters<Sql['all']>[1]) => told(() => file.read.all<T>(text, ...(params ?? []))),
    get: <T>(text: string, params = [] as Parameters<Sql['get']>[1]) => told(() => file.read.get<T>(text, ...(params ?? []))),
  }
}

/** A ledger that grew threefold is looked at at once: until it is opened again it would plan as if there were nothing in it. Looking reads a few hundred rows of each table. */
function looker(file: LedgerFile): (rows: number) => void {
  let [seen, since] = [0, 0]
  return rows => {
    since += rows
    if (since <= Math.max(1000, 2 * seen)) return
    ;[seen, since] = [seen + since, 0]
    try { file.exec('analyze') } catch { /* what was written is kept; plans stay as they were */ }
  }
}

function writer(file: LedgerFile, wrote: (rows: number) => void): SqlWriter {
  return {
    ...reader(file),
    run: async (text, params = []) => {
      const { changes } = file.run(text, ...params)
      wrote(changes)
      return changes
    },
    insert: async (text, params = []) => {
      wrote(1)
      return file.run(text, ...params).lastId
    },
    insertMany: async (table, columns, rows) => {
      const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
      for (const row of rows) file.run(text, ...row)
      wrote(rows.length)
    },
  }
}

/** Does the work, all or nothing, and says how many rows it wrote. */
async function transaction<T>(file: LedgerFile, work: (sql: SqlWriter) => Promise<T>): Promise<{ readonly done: T; readonly rows: number }> {
  let rows = 0
  try {
    file.exec('begin immediate')
    const done = await work(writer(file, more => { rows += more }))
    file.exec('commit')
    return { done, rows }
  } catch (error) {
    try { file.exec('rollback') } catch { /* the database took it back itself, or it never began */ }
    throw failure(error, file.path)
  }
}

function failure(error: unknown, path: string): unknown {
  const known = sqliteProblem(error, path, 'ledger')
  return known ? new LedgerFailure(known, error) : error
}
