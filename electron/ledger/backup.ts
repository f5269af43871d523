import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { stamp } from '../backup.ts'
import { isSound } from '../db/open.ts'
import { fileProblem, makeFolder, syncFile, syncFolder } from '../files.ts'
import { moveOver } from '../move.ts'
import { LedgerFailure } from './failure.ts'
import { copyRows } from './copyRows.ts'
import type { Ledger } from './ledger.ts'
import { ledgerMark } from './migrate.ts'

/** A copy of a ledger. */
export interface LedgerBackup { readonly path: string; readonly at: string; readonly size: number; readonly sound: boolean }
/** Where copies stand: a ledger's folder and name. */
export type BackedUp = Pick<Ledger, 'folder' | 'name'>

const KEEP = 20
const LARGE = 256 * 1024 * 1024
const DAY = 24 * 60 * 60 * 1000
const NAME = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.ledger$/

/** Where the copies of a ledger are kept. */
export const ledgerBackupFolder = (ledger: BackedUp): string => join(ledger.folder, '备份')

/** Makes a copy, proves it sound, then gives it its name; the last twenty and the newest of each month stay. A server's ledger becomes a file. */
export async function backUpLedger(ledger: Ledger, now: Date): Promise<Result<LedgerBackup>> {
  const folder = ledgerBackupFolder(ledger)
  const temporary = join(folder, `${ledger.name}.tmp`)
  try {
    makeFolder(folder)
    rmSync(temporary, { force: true })
    await (ledger.copyTo ? ledger.copyTo(temporary) : copyRows(ledger.sql, temporary))
    syncFile(temporary)
    if (!isSound(temporary, ledgerMark)) { rmSync(temporary, { force: true }); return no(problem('ledger-damaged', { path: ledger.where })) }
    const path = join(folder, nextName(ledger, now))
    moveOver(temporary, path)
    syncFolder(folder)
    thin(ledger)
    ledger.backedUp(path)
    return ok(described(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    return no(error instanceof LedgerFailure ? error.problem : fileProblem(error, folder))
  }
}

/** The copies of a ledger, newest first, each checked unless it was since it last changed. */
export const ledgerBackups = (ledger: BackedUp): readonly LedgerBackup[] => copies(ledger).map(described)

/** When the newest copy was made; null if there is none. */
export function newestLedgerBackup(ledger: BackedUp): string | null {
  const newest = copies(ledger)[0]
  return newest === undefined ? null : timeOf(newest)
}

/** A copy where the newest is a day old, or in any case: what is called after a batch, an acceptance, an erasure. A very large ledger gets one a day, a server keeps copies its own way; the work goes on where a copy fails. */
export async function keepSafe(ledger: Ledger, now: Date, { always = false } = {}): Promise<Result<LedgerBackup | null>> {
  if (ledger.kind === 'postgres') return ok(null)
  const newest = newestLedgerBackup(ledger)
  const fresh = newest !== null && now.getTime() - Date.parse(newest) < DAY
  return fresh && (!always || statSync(ledger.where).size > LARGE) ? ok(null) : backUpLedger(ledger, now)
}

/** The day's copy on opening; a very large ledger gets its copies after batches only, so that nobody waits for it. */
export async function keepToday(ledger: Ledger, now: Date): Promise<void> {
  if (ledger.kind === 'sqlite' && statSync(ledger.where).size < LARGE) await keepSafe(ledger, now)
}

const checked = new Map<string, boolean>()
function described(path: string): LedgerBackup {
  const { size, mtimeMs } = statSync(path)
  const key = `${path}|${size}|${mtimeMs}`
  const sound = checked.get(key) ?? isSound(path, ledgerMark)
  checked.set(key, sound)
  return { path, at: timeOf(path), size, sound }
}

function timeOf(path: string): string {
  const [, y, m, d, h, min, s] = NAME.exec(path) ?? []
  return `${y}-${m}-${d}T${h}:${min}:${s}.000Z`
}

/** Names follow each other as the copies do, also within a second or when the clock was set back. */
function nextName(ledger: BackedUp, now: Date): string {
  const newest = newestLedgerBackup(ledger)
  const at = Math.max(now.getTime(), newest === null ? 0 : Date.parse(newest) + 1000)
  return `${ledger.name}-${stamp(new Date(at))}.ledger`
}

function copies(ledger: BackedUp): readonly string[] {
  const folder = ledgerBackupFolder(ledger)
  if (!existsSync(folder)) return []
  const own = (name: string): boolean => name.startsWith(`${ledger.name}-`) && NAME.test(name.slice(ledger.name.length)) && basename(name).length === ledger.name.length + '-20270310T023000Z.ledger'.length
  return readdirSync(folder).filter(own).toSorted().toReversed().map(name => join(folder, name))
}

function thin(ledger: BackedUp): void {
  const months = new Set<string>()
  copies(ledger).forEach((path, n) => {
    const month = timeOf(path).slice(0, 7)
    if (n >= KEEP && months.has(month)) rmSync(path, { force: true })
    months.add(month)
  })
}
