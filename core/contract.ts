import { z } from 'zod'
import type { Finding } from './audit/finding.ts'
import type { FilingData, FilingState, Prior } from './filing/filing.ts'
import type { CellNote } from './filing/note.ts'
import { aboutRequests, type AboutAnswers } from './contract/about.ts'
import { incomingRequests, type IncomingAnswers } from './contract/incoming.ts'
import { letterRequests, type Correspondence, type LetterAnswers } from './contract/letters.ts'
import { packRequests, type PackAnswers } from './contract/packs.ts'
import type { Pack } from './pack/schema.ts'
import { partRequests, type PartAnswers } from './contract/parting.ts'
import { printRequests, type PrintAnswers } from './contract/printing.ts'
import { regulatorRequests, type RegulatorAnswers } from './contract/regulator/regulator.ts'
import type { Result } from './result.ts'
import { updateRequests, type UpdateAnswers } from './contract/updates.ts'
import { safetyRequests, type Notice, type SafetyAnswers } from './contract/safety.ts'
import type { PolicyInForce } from './policy/shown.ts'
import { sealingRequests, type SealCheck } from './contract/sealing.ts'
import { settingsRequest, type Settings } from './contract/settings.ts'
import type { FormState, PackSummary, UnitSummary } from './contract/summary.ts'

export type { CheckLine, SealCheck } from './contract/sealing.ts'
export type { Settings } from './contract/settings.ts'
export type { FilingSummary, FormState, PackSummary, UnitSummary } from './contract/summary.ts'

const id = z.int().positive()
const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const text = z.string().max(4000)
const none = z.strictObject({})
const cell = z.strictObject({ item: key, row: id.nullable(), text })
const newRow = z.strictObject({ table: key, cells: z.record(key, text) })

/** What a step that can be taken back was; undo and redo say its name. */
export const stepLabels = ['typed', 'clear', 'paste', 'import', 'prior', 'merge', 'pack', 'restore', 'row-add', 'row-delete', 'row-move', 'explain', 'note'] as const
export type StepLabel = (typeof stepLabels)[number]

/** Arguments of every call a client (window, command line, test) may make to the engine. */
export const requests = {
  ...safetyRequests,
  ...incomingRequests,
  ...printRequests,
  ...partRequests,
  ...letterRequests,
  ...packRequests,
  ...updateRequests,
  ...regulatorRequests,
  ...aboutRequests,
  ...sealingRequests,
  'app.state': none,
  'app.settings': settingsRequest,
  /** Opens the samples' own work file, or goes back to the user's (D20). */
  'app.workfile': z.strictObject({ which: z.enum(['own', 'samples']) }),
  'unit.add': z.strictObject({ name: z.string().min(1).max(100), uscc: z.string().max(18), unitSeq: z.string().max(2), pack: z.string() }),
  'filing.start': z.strictObject({ unit: id, pack: z.string() }),
  'filing.open': z.strictObject({ filing: id }),
  'filing.set': z.strictObject({ filing: id, cells: z.array(cell).min(1).max(20000), reason: text.optional() }),
  /** Many cells and new rows (at the end of their tables) as one step; `replaceTable` takes the table's present rows out first. */
  'filing.apply': z.strictObject({
    filing: id, label: z.enum(['typed', 'clear', 'paste', 'import', 'prior', 'merge']),
    cells: z.array(cell).max(20000), rows: z.array(newRow).max(20000), replaceTable: key.optional(), reason: text.optional(),
  }).refine(a => a.cells.length + a.rows.reduce((n, r) => n + Object.keys(r.cells).length, 0) <= 20000),
  'filing.undo': z.strictObject({ filing: id }),
  'filing.redo': z.strictObject({ filing: id }),
  'filing.row': z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), filing: id, table: key, after: id.nullable(), cells: z.record(key, text).optional() }),
    /** Rows that go together come back together: one step. */
    z.strictObject({ op: z.literal('delete'), filing: id, table: key, rows: z.array(id).min(1).max(20000) }),
    z.strictObject({ op: z.literal('move'), filing: id, table: key, row: id, after: id.nullable() }),
  ]),
  'filing.explain': z.strictObject({ filing: id, rule: z.string(), row: id.nullable(), item: key.nullable(), text }),
  'filing.history': z.strictObject({ filing: id, item: key.nullable(), row: id.nullable(), limit: z.int().max(500) }),
  /** 业务日期 of a unit under a 「示例」 pack (D1). */
  'unit.today': z.strictObject({ unit: id, today: z.iso.date() }),
  /** The handover note of a unit: who fills, who signs, where figures come from; it belongs to no year. */
  'unit.note': z.strictObject({ unit: id, text }),
  /** A pack that is installed here, to name the items of a submission. */
  'pack.open': z.strictObject({ pack: z.string() }),
} as const

export type Channel = keyof typeof requests
export type Request<C extends Channel> = z.infer<(typeof requests)[C]>

export interface AppState {
  readonly version: string
  readonly workFile: string
  readonly which: 'own' | 'samples'
  readonly osUser: string
  readonly settings: Settings
  readonly packs: readonly PackSummary[]
  readonly units: readonly UnitSummary[]
  /** Last verified backup, ISO time, or null. */
  readonly backup: string | null
  /** What the last start has to tell, once a start. */
  readonly notices: readonly Notice[]
  /** What an administrator fixed, from where, and what of it could not be taken. */
  readonly policy: PolicyInForce
}
/** Everything a window shows of one filing. */
export interface FilingView {
  readonly filing: number
  readonly unit: UnitSummary
  readonly state: FilingState
  readonly submitNo: number
  readonly today: string
  readonly pack: Pack
  readonly data: FilingData
  /** Stored (rounded) value of each computed item as canonical text, null when not computable. */
  readonly computed: Readonly<Record<string, string | null>>
  readonly prior: Prior | null
  readonly forms: readonly FormState[]
  readonly findings: readonly Finding[]
  /** Items whose 条件必填 condition is not true: greyed with the reason. `row` null or row id. */
  readonly inactive: readonly { readonly item: string; readonly row: number | null; readonly why: string }[]
  readonly savedAt: string | null
  /** Notes on cells, of rows that lie in the bin too. */
  readonly notes: readonly CellNote[]
  /** What the regulator's letters said about it, and the queries they put. */
  readonly letters: Correspondence
  /** The step that undo takes back and the one that redo does again; null when there is none, or the filing is read-only. */
  readonly undo: StepLabel | null
  readonly redo: StepLabel | null
}
/** Where undo or redo happened: a cell to go to (`item` null: nothing on a form, see `rule`). */
export interface StepPlace { readonly did: 'undo' | 'redo'; readonly label: StepLabel; readonly item: string | null; readonly row: number | null; readonly rule: string | null }
/** What one committed change did; `rows` holds every table that changed. */
export interface FilingChange {
  readonly savedAt: string
  readonly values: Readonly<Record<string, string>>
  readonly tables: FilingData['tables']
  readonly computed: FilingView['computed']
  readonly forms: readonly FormState[]
  readonly findings: readonly Finding[]
  readonly inactive: FilingView['inactive']
  /** Set by `filing.row` add: the new row. */
  readonly row: number | null
  readonly undo: StepLabel | null
  readonly redo: StepLabel | null
  /** Set when a note changed: every note of the filing. */
  readonly notes?: readonly CellNote[]
  /** Set when a figure of last year's typed sheet changed: last year as it is now. */
  readonly prior?: Prior | null
  /** Set by `filing.undo` and `filing.redo`. */
  readonly step: StepPlace | null
}
export interface HistoryEntry {
  readonly at: string
  readonly osUser: string
  readonly userName: string
  readonly item: string
  readonly row: number | null
  readonly rowKey: string | null
  readonly old: string
  readonly now: string
  readonly reason: string | null
}
export type Verdict = 'sealed' | 'resaved' | 'altered' | 'unsealed' | 'foreign' | 'damaged'
/** One file's answer (D3, D4, D10). `verdict` is null in quarantine. */
export interface Verification {
  readonly file: string
  readonly verdict: Verdict | null
  readonly unit: string | null
  readonly pack: string | null
  readonly submitNo: number | null
  readonly signer: string | null
  readonly trust: 'known' | 'first-seen' | 'changed' | 'unknown'
  readonly changed: readonly { readonly sheet: string; readonly cell: string; readonly item: string | null; readonly row: string | null; readonly sealed: string | null; readonly found: string | null }[]
  readonly problem: string | null
}
export interface SealResult {
  readonly submitNo: number
  readonly receipt: string
  readonly digest: string
  readonly signer: string
  readonly xlsx: string
  readonly pdf: string | null
  readonly verification: Verification
}
/** Answers of every call. */
export interface Answers extends SafetyAnswers<AppState>, IncomingAnswers<FilingChange, Verification>, PrintAnswers<FilingChange>, PartAnswers<FilingChange>, LetterAnswers, PackAnswers, UpdateAnswers, RegulatorAnswers, AboutAnswers {
  'app.state': AppState
  'app.settings': Settings
  'app.workfile': AppState
  'unit.add': { readonly unit: number; readonly filing: number }
  'filing.start': { readonly filing: number }
  'filing.open': FilingView
  'filing.set': FilingChange
  'filing.apply': FilingChange
  'filing.undo': FilingChange
  'filing.redo': FilingChange
  'filing.row': FilingChange
  'filing.explain': FilingChange
  'filing.history': readonly HistoryEntry[]
  'unit.today': UnitSummary
  'unit.note': UnitSummary
  'seal.check': SealCheck
  'seal.run': SealResult
  'seal.export': SealResult
  'seal.lock': { readonly path: string; readonly recipient: string; readonly regulator: string }
  'seal.reopen': FilingView
  'pack.open': Pack
  'verify.files': readonly Verification[]
  'template.write': { readonly path: string }
  'key.export': { readonly path: string }
  'key.import': { readonly signer: string }
}
export type Answer<C extends Channel> = Answers[C]
/** The one function every client holds; the preload bridge has the same shape. */
export type Call = <C extends Channel>(channel: C, args: Request<C>) => Promise<Result<Answer<C>>>

/** What only the main process can do for a window; answered by electron/dialogs.ts. */
export interface DialogRequests {
  'dialog.folder': { readonly title: string; readonly start: string | null }
  'dialog.open': { readonly title: string; readonly kinds: 'pack' | 'xlsx' | 'key' | 'any' | 'ledger' | 'sheet' | 'intake' | 'upward'; readonly many: boolean }
  'dialog.save': { readonly title: string; readonly name: string; readonly kinds?: 'table' | 'ledger' | 'upward' }
  'shell.show': { readonly path: string }
  /** Shows the system's print dialog for pages of `print.preview`; answers 'printed', 'cancelled' or 'failed'. */
  'print.paper': { readonly html: string }
  /** The file the application was last asked to open, once; none where there is none. */
  'window.given': Record<string, never>
  /** How it stands with a server's password in the system's key store: 'kept', 'may', 'forbidden' by a policy, or 'none' where there is no such store. */
  'password.state': { readonly where: string }
  'password.keep': { readonly where: string; readonly password: string }
  'password.forget': { readonly where: string }
  'window.control': { readonly do: 'minimize' | 'maximize' | 'close' }
  /** The first screen with data is painted. */
  'window.ready': Record<string, never>
}
export type DialogCall = <D extends keyof DialogRequests>(name: D, args: DialogRequests[D]) => Promise<readonly string[]>
/** `window.api`, made by the preload script, read only by renderer/api.ts. */
export interface Bridge {
  readonly call: Call
  readonly dialog: DialogCall
  readonly platform: string
  /** Where a file lies that was dropped on the window; '' when it lies nowhere. */
  readonly pathOf: (file: object) => string
}
