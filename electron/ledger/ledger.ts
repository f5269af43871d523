import { basename, dirname, join, resolve } from 'node:path'
import { problem, type Problem } from '../../core/problem.ts'
import { ok, type Result } from '../../core/result.ts'
import { fileProblem, makeFolder, safeName } from '../files.ts'
import { storageOf } from '../storage.ts'
import { LedgerFailure } from './failure.ts'
import type { Place } from './place.ts'
import { serverOf } from './server.ts'
import type { LedgerSql } from './sql.ts'
import { openSqlite } from './sqlite.ts'
import { ledgerInfo, putLedgerInfo, type LedgerInfo } from './store/ledgerInfo.ts'
import { reviewers, type Role } from './store/reviewer.ts'

export type { LedgerInfo } from './store/ledgerInfo.ts'
export type { Place } from './place.ts'
/** Who does something, as what, and when (UTC). */
export interface LedgerHand { readonly name: string; readonly role: Role; readonly at: string }
/** An open ledger. */
export interface Ledger {
  readonly sql: LedgerSql
  readonly kind: LedgerSql['kind']
  /** The file's path, or the server's address without a password. */
  readonly where: string
  readonly name: string
  /** 隔离/, 备份/, 退回单/ stand in it. */
  readonly folder: string
  readonly info: LedgerInfo
  readonly hand: () => LedgerHand
  /** Stores what the ledger is of, as far as given. */
  readonly learn: (part: Partial<LedgerInfo>) => Promise<void>
  /** Reads again who is who. */
  readonly refresh: () => Promise<void>
  /** Whether the server did not answer the last time. */
  readonly lost: () => boolean
  /** Copies a file's ledger whole; null on a server. */
  readonly copyTo: ((path: string) => Promise<void>) | null
  /** Told of every copy that was made. */
  readonly backedUp: (path: string) => void
  readonly close: () => void
}
/** What a ledger is opened with. */
export interface LedgerOptions {
  readonly now: () => Date
  readonly userName: () => string
  readonly dataDir: string
  readonly make?: boolean
  readonly backedUp?: (path: string) => void
}

/** What a driver gives: the statements, and what differs between a file and a server. */
export interface OpenedSql {
  readonly sql: LedgerSql
  readonly where: string
  readonly name: string
  readonly folder: string
  readonly copyTo: Ledger['copyTo']
  readonly close: () => void
  readonly lost: () => boolean
  /** What the server allows this user; null where only the list of names says. */
  readonly granted: Role | null
}

/** Opens a ledger; a damaged, newer, foreign or held one is refused and left as it is. */
export async function openLedger(place: Place, options: LedgerOptions): Promise<Result<Ledger>> {
  const opened = 'path' in place ? openFile(place.path, options) : await openServer(place, options)
  if (!opened.ok) return opened
  try {
    return ok(await ledgerOf(opened.value, options))
  } catch (error) {
    opened.value.close()
    if (error instanceof LedgerFailure) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Makes a ledger where there is none and says what it is of. */
export async function createLedger(place: Place, options: LedgerOptions, info: Partial<LedgerInfo>): Promise<Result<Ledger>> {
  const opened = await openLedger(place, { ...options, make: true })
  if (!opened.ok) return opened
  if (opened.value.info.bureau !== '' || opened.value.info.pack !== '') {
    opened.value.close()
    return { ok: false, problem: problem('ledger-exists', { path: opened.value.where }) }
  }
  await opened.value.learn(info)
  return opened
}

/** Why the present hand may not do what a role is needed for; null when it may. */
export function needs(ledger: Ledger, role: Role): Problem | null {
  const { name, role: own } = ledger.hand()
  const order: readonly Role[] = ['viewer', 'reviewer', 'issuer']
  return order.indexOf(own) >= order.indexOf(role) ? null : problem('ledger-role', { name, role: roleNames[own] })
}
const roleNames: Readonly<Record<Role, string>> = { viewer: '查看', reviewer: '审核', issuer: '发文' }

function openFile(path: string, { make = false }: LedgerOptions): Result<OpenedSql> {
  const full = resolve(path)
  try { if (make) makeFolder(dirname(full)) } catch (error) { return { ok: false, problem: fileProblem(error, dirname(full)) } }
  const open = openSqlite(full, { make, local: storageOf(dirname(full)) === 'local' })
  if (!open.ok) return open
  const { sql, copyTo, close } = open.value
  return ok({ sql, where: full, name: basename(full, '.ledger'), folder: dirname(full), copyTo, close, lost: () => false, granted: null })
}

async function openServer(place: { readonly postgres: string; readonly password?: string | undefined }, { make = false, dataDir }: LedgerOptions): Promise<Result<OpenedSql>> {
  const server = serverOf(place.postgres, place.password)
  if (!server.ok) return server
  const { openPostgres } = await import('./postgres.ts')
  const open = await openPostgres(server.value, { make })
  if (!open.ok) return open
  const { where, database, schema, host } = server.value
  const name = schema === 'public' ? database : `${database}.${schema}`
  return ok({ ...open.value, where, name, folder: join(dataDir, '台账', safeName(`${host}-${name}`)), copyTo: null })
}

async function ledgerOf(opened: OpenedSql, { now, userName, backedUp = () => {} }: LedgerOptions): Promise<Ledger> {
  let info = await ledgerInfo(opened.sql)
  let roles = new Map((await reviewers(opened.sql)).map(one => [one.name, one.role]))
  const hand = (): LedgerHand => {
    const name = userName()
    return { name, role: opened.granted ?? roles.get(name) ?? 'issuer', at: now().toISOString() }
  }
  const write: LedgerSql['write'] = async work => {
    const { name, role } = hand()
    if (role === 'viewer') throw new LedgerFailure(problem('ledger-role', { name, role: roleNames[role] }))
    return opened.sql.write(work)
  }
  const refresh = async (): Promise<void> => {
    info = await ledgerInfo(opened.sql)
    roles = new Map((await reviewers(opened.sql)).map(one => [one.name, one.role]))
  }
  return {
    sql: { ...opened.sql, write }, kind: opened.sql.kind, where: opened.where, name: opened.name, folder: opened.folder,
    get info() { return info },
    hand, refresh, lost: opened.lost, copyTo: opened.copyTo, close: opened.close, backedUp,
    learn: async part => { await write(sql => putLedgerInfo(sql, part)); info = { ...info, ...part } },
  }
}
