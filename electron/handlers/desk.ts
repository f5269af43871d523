import { join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { Backup, BackupReason, Notice } from '../../core/contract/safety.ts'
import type { Reader, Store } from '../db/open.ts'
import { settingsOf } from '../db/setting.ts'
import type { Hand } from '../db/change.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerSlot, type LedgerSlot } from '../ledger/slot.ts'
import { openLog, type Log } from '../log.ts'
import { noPolicy, type PolicyInForce } from '../../core/policy/shown.ts'
import { programAt, type Program } from '../install/program.ts'
import { copiesTo, type Copies } from '../policy/copy.ts'
import { ownFolder } from '../policy/inForce.ts'
import { allowedShelf } from '../policy/shelf.ts'
import { openShelf, type PackShelf } from '../packs.ts'
import type { Host } from './host.ts'
import type { OpenFiling } from './heldFiling.ts'
import { broughtNotices, type Brought } from './packs/brought.ts'
import { openWorkFile, type OpenWork } from './workFile.ts'

export type Which = 'own' | 'samples'
/** What every handler works on: the open work file, the packs, and the filings held in memory. */
export interface Desk {
  readonly host: Host
  readonly log: Log
  /** What an administrator fixed. */
  readonly policy: PolicyInForce
  /** The program that runs, and whether its files are the signed ones. */
  readonly program: Program
  /** Second copies of backups that are under way. */
  readonly copies: Copies
  readonly packs: PackShelf
  /** Filings in memory by id; emptied whenever something they were built from changes. */
  readonly filings: Map<number, OpenFiling>
  readonly which: () => Which
  /** The open work file; opened on first use, its problem given until it opens. */
  readonly store: () => Result<Store>
  readonly turnTo: (which: Which) => void
  /** The regulator's chosen ledger, opened on first use. */
  readonly ledger: () => Promise<Result<Ledger>>
  readonly ledgers: LedgerSlot
  /** What is under way in the background is ended by these when the desk is left. */
  readonly leaving: Set<() => void>
  /** Drafts that were brought to newer packs and of which nothing was told yet. */
  readonly brought: Brought[]
  /** What this start has to tell about the work file. */
  readonly notices: () => readonly Notice[]
  readonly tell: (notice: Notice) => void
  /** Makes a verified copy of the open work file. */
  readonly backUp: (reason: BackupReason) => Result<Backup>
  /** Whether something was saved since the newest copy. */
  readonly unsaved: () => boolean
  readonly close: () => void
}

const names: Readonly<Record<Which, string>> = { own: '检报数据.jianbao', samples: '示例单位.jianbao' }

/** Where packs that were taken in from files stand. */
export const packsFolder = (host: Host): string => host.packsDir ?? join(host.dataDir, 'packs')

/** Path of a work file in the data folder (D20). */
export const workFile = (host: Host, which: Which): string => join(host.dataDir, names[which])

/** Lays out an empty desk; no file is touched before the first call. */
export function openDesk(host: Host): Desk {
  let which: Which = 'own'
  let opened: OpenWork | null = null
  let told: Notice[] = []
  const filings = new Map<number, OpenFiling>()
  const policy = host.policy ?? noPolicy
  const tell = (notice: Notice): void => { told = [...told, notice] }
  const copies = copiesTo(policy.policy.backupFolder === undefined ? null : ownFolder(policy.policy.backupFolder), path => tell({ kind: 'copy-failed', params: { path } }))
  const closeWork = (): void => {
    opened?.close()
    opened = null
    filings.clear()
  }
  const work = (): Result<OpenWork> => {
    if (opened) return ok(opened)
    const made = openWorkFile({ ...host, backedUp: copies.add }, workFile(host, which), which === 'own')
    if (!made.ok) return made
    opened = made.value
    told = [...made.value.notices]
    return made
  }
  const userName = (): string => nameIn(work(), host)
  const leaving = new Set<() => void>()
  const brought: Brought[] = []
  const ledgers = ledgerSlot({ now: host.now, userName, dataDir: host.dataDir, backedUp: copies.add, ...(policy.policy.ledger === undefined ? {} : { fixed: { postgres: policy.policy.ledger } }) })
  return {
    host, filings, ledgers, leaving, brought, policy, copies, tell,
    program: programAt(host.home ?? '', host.now),
    ledger: ledgers.current,
    close: () => { for (const end of leaving) end(); ledgers.close(); closeWork() },
    store: () => { const open = work(); return open.ok ? ok(open.value.store) : open },
    backUp: reason => { const open = work(); return open.ok ? open.value.backUp(reason) : open },
    unsaved: () => opened !== null && opened.unsaved(),
    log: openLog(host.dataDir, host.now),
    packs: allowedShelf(openShelf(host.seedsDir, packsFolder(host)), policy.policy),
    which: () => which,
    notices: () => { told = [...told, ...broughtNotices(packsFolder(host), brought.splice(0))]; return told },
    turnTo: next => { if (next !== which) { closeWork(); which = next } },
  }
}

const nameIn = (open: Result<OpenWork>, host: Host): string => (open.ok ? (settingsOf(open.value.store.read).userName ?? host.osUser) : host.osUser)

/** Who is at the desk now. */
export function handOf(desk: Desk, db: Reader): Hand {
  return { at: desk.host.now().toISOString(), osUser: desk.host.osUser, userName: settingsOf(db).userName ?? desk.host.osUser }
}

/** Finds a row or says what is missing. */
export const found = <T>(value: T | undefined, what: string): Result<T> => (value === undefined ? no(problem('not-found', { what })) : ok(value))
