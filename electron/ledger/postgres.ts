import { setTimeout as wait } from 'node:timers/promises'
import { Pool, type PoolClient, type QueryResult } from 'pg'
import { no, ok, type Result } from '../../core/result.ts'
import { columnTypes } from './columnTypes.ts'
import { LedgerFailure } from './failure.ts'
import { makeLedger } from './postgresMake.ts'
import type { Server } from './server.ts'
import { isLost, serverProblem } from './serverFailure.ts'
import { speak } from './speak.ts'
import type { LedgerParam, LedgerSql, Sql, SqlWriter } from './sql.ts'
import type { Role } from './store/reviewer.ts'
import { turns } from './turns.ts'

/** A ledger on a server. */
export interface PostgresLedger { readonly sql: LedgerSql; readonly granted: Role; readonly lost: () => boolean; readonly close: () => void }
/** One connection or several, as far as statements need it. */
export type Asking = (text: string, values?: readonly unknown[]) => Promise<QueryResult>

/** `grown` counts the rows put into a table since the server last looked at it on our word, and at what size that was. */
interface Line { readonly pool: Pool; readonly where: string; lost: boolean; readonly grown: Map<string, { readonly rows: number; readonly seen: number }> }

/** Opens the ledger in a server's database; with `make` its tables are made where there are none. */
export async function openPostgres(server: Server, { make = false } = {}): Promise<Result<PostgresLedger>> {
  const pool = new Pool({
    host: server.host, port: server.port, user: server.user, database: server.database, password: server.password ?? '', ssl: server.ssl,
    options: `-c search_path="${server.schema}" -c client_min_messages=warning`, application_name: 'jianbao', max: 4, keepAlive: true, connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000, allowExitOnIdle: true, types: { getTypeParser: parserOf },
  })
  const line: Line = { pool, where: server.where, lost: false, grown: new Map() }
  pool.on('error', () => { line.lost = true })
  try {
    const made = await makeLedger((text, values) => pool.query(text, values ? [...values] : []), server, make)
    if (!made.ok) { await pool.end(); return made }
    return ok({ sql: sqlOn(line), granted: made.value, lost: () => line.lost, close: () => { void pool.end().catch(() => undefined) } })
  } catch (error) {
    await pool.end().catch(() => undefined)
    const known = serverProblem(error, server.where, true)
    if (!known) throw error
    return no(known)
  }
}

/** Whole numbers as numbers, where they fit; truth as 1 and 0, as SQLite has it; everything else as text or bytes. */
function parserOf(oid: number): (text: never) => unknown {
  const whole = (text: string): number | bigint => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text))
  const parser: (text: string) => unknown = [20, 21, 23].includes(oid) ? whole
    : [700, 701, 1700].includes(oid) ? Number
      : oid === 16 ? text => (text === 't' ? 1 : 0)
        : oid === 17 ? text => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
          : text => text
  return parser
}

function sqlOn(line: Line): LedgerSql {
  const { hold, outside } = turns()
  return {
    ...asking(line, (text, values) => { outside(); return readTwice(line, text, values) }),
    write: work => hold(() => transaction(line, work)),
    close: async () => { await line.pool.end() },
  }
}

/** A read that met a broken connection is asked again on a new one. */
async function readTwice(line: Line, text: string, values: readonly unknown[] = []): Promise<QueryResult> {
  try {
    return await line.pool.query(text, [...values])
  } catch (error) {
    if (!isLost(error)) throw error
    line.lost = true
    return line.pool.query(text, [...values])
  }
}

function asking(line: Line, ask: Asking): Sql {
  const said = async (text: string, params: readonly LedgerParam[]): Promise<QueryResult> => {
    const spoken = speak(text, params)
    try {
      const answer = await ask(spoken.text, spoken.values)
      line.lost = false
      return answer
    } catch (error) { throw failure(error, line) }
  }
  return {
    kind: 'postgres',
    all: async <T>(text: string, params: readonly LedgerParam[] = []) => (await said(text, params)).rows as T[],
    get: async <T>(text: string, params: readonly LedgerParam[] = []) => (await said(text, params)).rows[0] as T | undefined,
  }
}

function writerOn(line: Line, ask: Asking): SqlWriter {
  const run = async (text: string, params: readonly LedgerParam[]): Promise<QueryResult> => { const { text: said, values } = speak(text, params); return ask(said, values) }
  return {
    ...asking(line, ask),
    run: async (text, params = []) => (await run(text, params)).rowCount ?? 0,
    insert: async (text, params = []) => {
      const row = (await run(`${text} returning id`, params)).rows[0] as { id: number } | undefined
      return row?.id ?? 0
    },
    insertMany: async (table, columns, rows) => {
      if (rows.length === 0) return
      const types = columnTypes(table)
      const lists = columns.map((_, n) => rows.map(row => row[n] ?? null))
      const given = columns.map((column, n) => `$${n + 1}::${types.get(column) ?? 'text'}[]`)
      await ask(`insert into ${table} (${columns.join(', ')}) select * from unnest(${given.join(', ')})`, lists)
      await lookAgain(line, ask, { table, rows: rows.length })
    },
  }
}

/** A table that grew threefold is looked at at once: until the server's own round comes by it would plan as if there were nothing in it. */
async function lookAgain(line: Line, ask: Asking, { table, rows }: { readonly table: string; readonly rows: number }): Promise<void> {
  const before = line.grown.get(table) ?? { rows: 0, seen: 0 }
  const now = { ...before, rows: before.rows + rows }
  const due = now.rows > Math.max(1000, 2 * before.seen)
  line.grown.set(table, due ? { rows: 0, seen: before.seen + now.rows } : now)
  if (due) await ask(`analyze ${table}`)
}

/** One transaction on a connection of its own. When the line breaks while it is being confirmed, the server is asked whether it was done. */
async function transaction<T>(line: Line, work: (sql: SqlWriter) => Promise<T>): Promise<T> {
  const client = await line.pool.connect().catch((error: unknown) => { throw failure(error, line) })
  let broken: Error | undefined
  const hear = (error: Error): void => { broken = error; line.lost = true }
  client.on('error', hear)
  try {
    const number = await begin(client)
    const done = await work(writerOn(line, (text, values) => client.query(text, values ? [...values] : [])))
    await confirm(line, client, number)
    line.lost = false
    return done
  } catch (error) {
    if (isLost(rootOf(error))) broken ??= error as Error
    if (!broken) await client.query('rollback').catch((failed: Error) => { broken = failed })
    throw failure(error, line)
  } finally {
    client.off('error', hear)
    client.release(broken ?? false)
  }
}

async function begin(client: PoolClient): Promise<string> {
  await client.query('begin')
  return ((await client.query('select txid_current()::text as number')).rows[0] as { number: string }).number
}

async function confirm(line: Line, client: PoolClient, number: string): Promise<void> {
  try {
    await client.query('commit')
  } catch (error) {
    if (!isLost(error)) throw error
    if (await outcome(line, number) !== 'committed') throw error
  }
}

/** What became of a transaction whose line broke, asked again while the server is still at it. */
async function outcome(line: Line, number: string): Promise<string> {
  for (let n = 0; ; n++) {
    const asked = await readTwice(line, 'select txid_status($1::bigint) as status', [number]).catch(() => null)
    const status = (asked?.rows[0] as { status: string | null } | undefined)?.status ?? 'unknown'
    if (status !== 'in progress' || n === 50) return status
    await wait(100)
  }
}

const rootOf = (error: unknown): unknown => (error instanceof LedgerFailure ? error.cause : error)

function failure(error: unknown, line: Line): unknown {
  if (error instanceof LedgerFailure) return error
  if (isLost(error)) line.lost = true
  const known = serverProblem(error, line.where, false)
  return known ? new LedgerFailure(known, error) : error
}
