import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { Notice } from '../../core/safety.ts'
import { backUp, newestBackup } from '../backup.ts'
import { openStore, type Reader, type Store } from '../db/open.ts'
import { settingsOf } from '../db/setting.ts'
import type { Hand } from '../db/change.ts'
import { fileProblem } from '../files.ts'
import { openLog, type Log } from '../log.ts'
import { openShelf, type PackShelf } from '../packs.ts'
import type { Host } from './host.ts'
import type { OpenFiling } from './heldFiling.ts'

export type Which = 'own' | 'samples'
/** What every handler works on: the open work file, the packs, and the filings held in memory. */
export interface Desk {
  readonly host: Host
  readonly log: Log
  readonly packs: PackShelf
  /** Filings in memory by id; emptied whenever something they were built from changes. */
  readonly filings: Map<number, OpenFiling>
  readonly which: () => Which
  /** The open work file; opened on first use, its problem given until it opens. */
  readonly store: () => Result<Store>
  readonly turnTo: (which: Which) => void
  /** What this start has to tell about the work file. */
  readonly notices: () => readonly Notice[]
  readonly close: () => void
}

const names: Readonly<Record<Which, string>> = { own: '检报数据.jianbao', samples: '示例单位.jianbao' }

/** Path of a work file in the data folder (D20). */
export const workFile = (host: Host, which: Which): string => join(host.dataDir, names[which])

/** Lays out an empty desk; no file is touched before the first call. */
export function openDesk(host: Host): Desk {
  let which: Which = 'own'
  let opened: Store | null = null
  const filings = new Map<number, OpenFiling>()
  const close = (): void => {
    opened?.close()
    opened = null
    filings.clear()
  }
  const store = (): Result<Store> => {
    if (opened) return ok(opened)
    const made = openWorkFile(host, which)
    if (made.ok) opened = made.value
    return made
  }
  return {
    host, filings, store, close,
    log: openLog(host.dataDir, host.now),
    packs: openShelf(host.seedsDir),
    which: () => which,
    notices: () => [],
    turnTo: next => { if (next !== which) { close(); which = next } },
  }
}

/** Who is at the desk now. */
export function handOf(desk: Desk, db: Reader): Hand {
  return { at: desk.host.now().toISOString(), osUser: desk.host.osUser, userName: settingsOf(db).userName ?? desk.host.osUser }
}

/** Finds a row or says what is missing. */
export const found = <T>(value: T | undefined, what: string): Result<T> => (value === undefined ? no(problem('not-found', { what })) : ok(value))

function openWorkFile(host: Host, which: Which): Result<Store> {
  try { mkdirSync(host.dataDir, { recursive: true }) } catch (error) { return no(fileProblem(error, host.dataDir)) }
  const store = openStore(workFile(host, which))
  if (store.ok && which === 'own') backUpDaily(store.value, host)
  return store
}

/** Once a day, on opening; a failure is no reason to keep the user out, 封存 asks again. */
function backUpDaily(store: Store, host: Host): void {
  const last = newestBackup(store, host.dataDir)
  if (last?.slice(0, 10) !== host.now().toISOString().slice(0, 10)) backUp(store, host.dataDir, host.now())
}
