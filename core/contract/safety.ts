import { z } from 'zod'

const id = z.int().positive()
const day = z.iso.date()
const path = z.string().min(1).max(4096)
const passphrase = z.string().max(200)
const reason = z.string().max(4000).optional()
const none = z.strictObject({})
/** A backup's own name, as `backup.list` gave it; never a path. */
const backupName = z.string().regex(/^[^/\\]{1,200}\.jianbao$/)
const binned = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('unit'), unit: id }),
  z.strictObject({ what: z.literal('filing'), filing: id }),
  z.strictObject({ what: z.literal('row'), filing: id, table: z.string().max(61), row: id }),
])
const historyFilter = { filing: id, item: z.string().max(61).optional(), person: z.string().max(100).optional(), from: day.optional(), to: day.optional() }

/** Arguments of the calls that keep the work safe: backups, the recycle bin, handing over, rescue, the record of changes. */
export const safetyRequests = {
  /** Called by the main process before it ends the engine: backs up what changed and closes the work file. */
  'app.leave': none,
  'backup.list': none,
  'backup.now': none,
  'backup.preview': z.strictObject({ file: backupName }),
  'backup.restore': z.strictObject({ file: backupName }),
  /** A unit with anything sealed, and a filing that was ever sealed, need a reason of two characters. */
  'unit.delete': z.strictObject({ unit: id, reason }),
  'filing.delete': z.strictObject({ filing: id, reason }),
  'bin.list': none,
  'bin.restore': binned,
  /** Removes for good what lies there for more than 30 days; with `all`, everything. */
  'bin.empty': z.strictObject({ all: z.boolean() }),
  /** Keys go along only under a passphrase; an empty one leaves them out. */
  'workfile.export': z.strictObject({ path, passphrase }),
  /** A file that is locked as a whole (.age) needs its passphrase. */
  'workfile.preview': z.strictObject({ path, passphrase: passphrase.optional() }),
  'workfile.import': z.strictObject({ path, passphrase }),
  /** When the work file is damaged: what can be put in its place. */
  'workfile.rescue': none,
  /** Keeps the damaged file aside and takes a backup, with the changes after it where they can be read. */
  'workfile.rescueTake': z.strictObject({ file: backupName }),
  'history.list': z.strictObject({ ...historyFilter, limit: z.int().positive().max(1000), before: id.optional() }),
  'history.export': z.strictObject({ ...historyFilter, path }),
} as const

/** Something to tell at the start, in words of core/text/notices.ts. */
export interface Notice {
  readonly kind: 'recovered' | 'rescued' | 'storage-network' | 'storage-removable' | 'backup-failed' | 'copy-failed' | 'data-elsewhere' | 'pack-brought' | 'pack-lost'
  readonly params: Readonly<Record<string, string | number>>
}
/** Why a copy was made: on the day's first opening, after a crash, before and after sealing, on exit, asked for, before a restore or an import, after an upgrade, because a policy asks for it. */
export type BackupReason = 'daily' | 'recovered' | 'seal' | 'sealed' | 'exit' | 'asked' | 'replaced' | 'upgrade' | 'forced'
export interface Backup {
  readonly file: string
  /** ISO time. */
  readonly at: string
  readonly size: number
  readonly reason: BackupReason
  /** Opened and checked just now, or since it was last changed. */
  readonly verified: boolean
}
export interface CellDifference {
  readonly unit: string
  readonly year: number
  readonly form: string
  readonly item: string
  /** The item's name by the pack, or its key. */
  readonly label: string
  readonly row: number | null
  /** As it is in the open work file, and as it is in the other; '' is blank. */
  readonly here: string
  readonly there: string
}
export interface FilingDifference {
  readonly unit: string
  readonly unitId: string
  readonly year: number
  readonly status: 'same' | 'changed' | 'only-here' | 'only-there'
  /** Cells that differ, those of last year's typed sheet included; explanations and notes that differ, and sealed submissions each has. */
  readonly cells: number
  readonly explanations: number
  readonly sealedHere: number
  readonly sealedThere: number
  readonly newestHere: string | null
  readonly newestThere: string | null
}
/** What taking another work file instead of the open one would change. */
export interface Comparison {
  readonly unitsHere: number
  readonly unitsThere: number
  readonly newestHere: string | null
  readonly newestThere: string | null
  readonly filings: readonly FilingDifference[]
  readonly cells: number
  /** At most 500 of them. */
  readonly list: readonly CellDifference[]
}
export type Binned =
  | { readonly what: 'unit'; readonly unit: number; readonly name: string; readonly unitId: string; readonly filings: number; readonly at: string; readonly reason: string | null }
  | { readonly what: 'filing'; readonly filing: number; readonly name: string; readonly year: number; readonly cells: number; readonly sealed: number; readonly at: string; readonly reason: string | null }
  | { readonly what: 'row'; readonly filing: number; readonly name: string; readonly year: number; readonly table: string; readonly tableName: string; readonly row: number; readonly text: string; readonly at: string }
/** A change after a backup; `again` says that taking the backup does it again, else it must be typed again. */
export interface RescuedChange { readonly at: string; readonly userName: string; readonly unit: string; readonly year: number; readonly kind: string; readonly form: string; readonly item: string; /** As the record of changes calls it. */ readonly label: string; readonly row: number | null; readonly old: string; readonly now: string; readonly again: boolean }
export interface Rescue {
  readonly damaged: string
  /** The newest sound copy, or null when there is none. */
  readonly backup: Backup | null
  readonly backups: readonly Backup[]
  /** Saved steps after that copy that will be done again, from the journal beside the work file. */
  readonly steps: number
  /** Whether the damaged file's own record of changes could be read. */
  readonly readable: boolean
  /** The changes after that copy, from the journal and from the damaged file's record; at most 500. */
  readonly changes: readonly RescuedChange[]
}
export interface HistoryLine {
  readonly id: number
  readonly at: string
  readonly osUser: string
  readonly userName: string
  readonly kind: string
  readonly form: string
  readonly item: string
  readonly label: string
  readonly row: number | null
  readonly rowKey: string | null
  readonly old: string
  readonly now: string
  readonly reason: string | null
}
/** Answers of the calls above; `State` is what `app.state` answers. */
export interface SafetyAnswers<State> {
  'app.leave': { readonly backup: string | null }
  'backup.list': readonly Backup[]
  'backup.now': Backup
  'backup.preview': Comparison
  'backup.restore': State
  'unit.delete': State
  'filing.delete': State
  'bin.list': readonly Binned[]
  'bin.restore': State
  'bin.empty': { readonly removed: number }
  'workfile.export': { readonly path: string; readonly keys: number }
  'workfile.preview': Comparison & { readonly keys: number }
  'workfile.import': State
  'workfile.rescue': Rescue
  'workfile.rescueTake': State
  /** Newest first; `total` counts all that fit the filter; `people` are all names in the record of the filing. */
  'history.list': { readonly total: number; readonly people: readonly string[]; readonly lines: readonly HistoryLine[] }
  'history.export': { readonly path: string; readonly lines: number }
}
