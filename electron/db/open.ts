import Database from 'better-sqlite3'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { APPLICATION_ID, latestVersion, migrate } from './migrate.ts'

/** What tells one kind of our files from another: the mark in its header, the version this program writes, the first word of its problems. */
export interface Mark { readonly id: number; readonly latest: number; readonly name: 'workfile' | 'ledger' }
const workMark: Mark = { id: APPLICATION_ID, latest: latestVersion, name: 'workfile' }

/** What a statement may be given. */
export type Param = string | number | bigint | Uint8Array | null
/** One statement that was run: its SQL, then what it was given. */
export type Run = readonly [sql: string, ...params: readonly Param[]]
/** Reads only: what a query function that must not change anything takes. */
export interface Reader {
  readonly all: <T>(sql: string, ...params: readonly Param[]) => readonly T[]
  readonly get: <T>(sql: string, ...params: readonly Param[]) => T | undefined
}
/** Reads and writes; exists only inside a transaction. */
export interface Writer extends Reader {
  readonly run: (sql: string, ...params: readonly Param[]) => { readonly changes: number; readonly lastId: number }
}
/** An open work file; `write` is one durable transaction, all or nothing. */
export interface Store {
  readonly path: string
  readonly read: Reader
  readonly write: <T>(work: (db: Writer) => T) => T
  /** One transaction of what can be made again at any time: it is no step of anybody's work and no journal hears of it. */
  readonly keep: (work: (db: Writer) => void) => void
  /** Whom to tell of every committed transaction, or null. */
  readonly listen: (heard: ((runs: readonly Run[]) => void) | null) => void
  /** Copies the whole file, consistently, to a path that does not exist yet. */
  readonly copyTo: (path: string) => void
  readonly close: () => void
}

/** Opens or makes a work file; a damaged, newer, foreign or locked one is refused and left as it is. Off the local disk no write-ahead log is used: a pulled plug or cable would lose it. `sound` says that its bytes were proved another way. */
export function openStore(path: string, { local = true, sound = false } = {}): Result<Store> {
  let db: Database.Database | null = null
  try {
    db = connect(path)
    const refused = inspect(db, path, { mark: workMark, sound })
    if (refused) { db.close(); return no(refused) }
    makeDurable(db, local)
    migrate(db)
    return ok(storeOf(db, path))
  } catch (error) {
    db?.close()
    return no(openProblem(error, path, workMark))
  }
}

/** A ledger's file, open and held: plain statements; what they mean is the ledger's own business. */
export interface LedgerFile {
  readonly path: string
  readonly version: () => number
  readonly read: Reader
  readonly run: Writer['run']
  /** Several statements without parameters. */
  readonly exec: (sql: string) => void
  readonly copyTo: (path: string) => void
  readonly close: () => void
}

/** Opens or makes a ledger's file under the same care as a work file; its tables are made by the caller. */
export function openLedgerFile(path: string, mark: Mark, { local = true } = {}): Result<LedgerFile> {
  let db: Database.Database | null = null
  try {
    const held = connect(path)
    db = held
    const refused = inspect(held, path, { mark, sound: false })
    if (refused) { held.close(); return no(refused) }
    makeDurable(held, local)
    held.pragma('secure_delete = ON')
    const { read, writer } = statementsOf(held, () => undefined)
    return ok({
      path, read, run: writer.run,
      version: () => held.pragma('user_version', { simple: true }) as number,
      exec: sql => { held.exec(sql) },
      copyTo: target => { held.prepare('vacuum into ?').run(target) },
      close: () => { held.close() },
    })
  } catch (error) {
    db?.close()
    return no(openProblem(error, path, mark))
  }
}

function makeDurable(db: Database.Database, local: boolean): void {
  db.pragma(`journal_mode = ${local ? 'WAL' : 'DELETE'}`)
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
}

function openProblem(error: unknown, path: string, mark: Mark): Problem {
  const known = sqliteProblem(error, path, mark.name)
  if (!known) throw error
  return known.code === 'file-unreadable' ? (unwritable(dirname(path)) ?? known) : known
}

/** Whether a file is a sound database of the kind that a mark tells; opens it for reading only. */
export function isSound(path: string, { id } = workMark): boolean {
  if (!existsSync(path)) return false
  let db: Database.Database | null = null
  try {
    db = new Database(path, { readonly: true, ...binding() })
    return db.pragma('application_id', { simple: true }) === id && db.pragma('integrity_check', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Reads what can still be read of a damaged copy, which may be changed by it; each question may throw. */
export function openDamaged(path: string): { readonly read: Reader; readonly close: () => void } | null {
  try {
    const db = new Database(path, { timeout: 0, ...binding() })
    const store = storeOf(db, path)
    return { read: store.read, close: store.close }
  } catch { return null }
}

/** The problem that a failure of the database means to a person, or null when it is a bug. */
export function sqliteProblem(error: unknown, path: string, name: Mark['name'] = 'workfile'): Problem | null {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return problem(`${name}-locked`, { path })
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return problem(`${name}-damaged`, { path })
  if (code === 'SQLITE_FULL') return problem('disk-full', { path })
  if (/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE)/.test(code)) return problem('disk-failing', { path })
  if (code.startsWith('SQLITE_READONLY')) return problem('folder-readonly', { path })
  if (/^SQLITE_(CANTOPEN|PERM|AUTH|IOERR)/.test(code)) return problem('file-unreadable', { path })
  return null
}

function binding(): { nativeBinding?: string } {
  const given = process.env.JIANBAO_SQLITE_BINDING
  return process.versions.electron && given ? { nativeBinding: given } : {}
}

/** The exclusive lock is held until closing or death, so a second process is refused at once. */
function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: 0, ...binding() })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('begin exclusive; commit')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function unwritable(folder: string): Problem | null {
  try { accessSync(folder, constants.W_OK); return null } catch { return problem('folder-readonly', { path: folder }) }
}

function inspect(db: Database.Database, path: string, { mark, sound }: { readonly mark: Mark; readonly sound: boolean }): Problem | null {
  const owner = db.pragma('application_id', { simple: true })
  const version = db.pragma('user_version', { simple: true }) as number
  const empty = db.prepare('select count(*) as n from sqlite_schema').pluck().get() === 0
  if (owner !== mark.id && !(empty && owner === 0)) return problem(`${mark.name}-foreign`, { path })
  if (version > mark.latest) return problem(`${mark.name}-newer`, { path, version })
  if (!sound && db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return problem(`${mark.name}-damaged`, { path })
  return null
}

/** Statements prepared once each; `ran` hears of every one that may have written. */
function statementsOf(db: Database.Database, ran: (run: Run) => void): { readonly read: Reader; readonly writer: Writer } {
  const prepared = new Map<string, Database.Statement<unknown[]>>()
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const found = prepared.get(sql) ?? db.prepare<unknown[]>(sql)
    prepared.set(sql, found)
    return found
  }
  const read: Reader = {
    all: <T>(sql: string, ...params: readonly Param[]) => prepare(sql).all(...params) as T[],
    get: <T>(sql: string, ...params: readonly Param[]) => prepare(sql).get(...params) as T | undefined,
  }
  const run: Writer['run'] = (sql, ...params) => {
    const done = prepare(sql).run(...params)
    ran([sql, ...params])
    return { changes: done.changes, lastId: Number(done.lastInsertRowid) }
  }
  return { read, writer: { ...read, run } }
}

function storeOf(db: Database.Database, path: string): Store {
  let heard: ((runs: readonly Run[]) => void) | null = null
  let runs: Run[] = []
  const { read, writer } = statementsOf(db, one => { runs.push(one) })
  return {
    path,
    read,
    write: (work) => {
      runs = []
      const done = db.transaction(() => work(writer)).immediate()
      if (runs.length > 0) heard?.(runs)
      return done
    },
    keep: (work) => {
      const own = runs
      runs = []
      try { db.transaction(() => work(writer)).immediate() } finally { runs = own }
    },
    listen: listener => { heard = listener },
    copyTo: (target) => { db.prepare('vacuum into ?').run(target) },
    close: () => { db.close() },
  }
}
