import { z } from 'zod'
import type { PriorOrigin } from '../filing/filing.ts'
import { mappingSchema, type Mapping } from '../import/mapping.ts'
import type { ImportPlan } from '../import/plan.ts'
import type { Proposal } from '../import/propose.ts'
import type { SheetKind } from '../import/sheet.ts'
import type { Lost } from '../pack/carry.ts'

const id = z.int().positive()
const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)
const path = z.string().min(1).max(4096)
const name = z.string().trim().min(1).max(60)

/** Where last year's figures may come from; only one is in use at a time and they never mix. */
export const priorKinds = ['own', 'workbook', 'typed', 'none'] as const
export type PriorKind = (typeof priorKinds)[number]

/** Arguments of the calls that bring figures in: from last year, and from other programs' files. */
export const incomingRequests = {
  /** Which sources of last year's figures there are and which is in use. */
  'prior.look': z.strictObject({ filing: id }),
  /** Reads last year's sealed workbook and uses it; one of another unit only when `otherUnit` says that it is meant. */
  'prior.read': z.strictObject({ filing: id, path, otherUnit: z.boolean().optional() }),
  /** Turns to another source; what the others hold is kept. */
  'prior.use': z.strictObject({ filing: id, kind: z.enum(priorKinds) }),
  /** Types one cell of the last-year sheet, in this year's items, computed ones included; a row that is not there yet is made, an empty one goes. */
  'prior.type': z.strictObject({ filing: id, item: key, row: id.nullable(), text: z.string().max(4000) }),
  /** Takes a workbook's or the typed figures away. */
  'prior.forget': z.strictObject({ filing: id, kind: z.enum(['workbook', 'typed']) }),
  'prior.proposals': z.strictObject({ filing: id }),
  /** Takes proposals over as one step; `row` is last year's row. */
  'prior.accept': z.strictObject({ filing: id, items: z.array(z.strictObject({ item: key, row: id.nullable() })).min(1).max(20000) }),
  'import.look': z.strictObject({ filing: id, path }),
  'import.preview': z.strictObject({ filing: id, path, mapping: mappingSchema }),
  /** Does what the preview of this digest showed; refused while anything is wrong, unless `skipRefused`. */
  'import.run': z.strictObject({ filing: id, path, mapping: mappingSchema, digest: z.string().regex(/^[0-9a-f]{64}$/), skipRefused: z.boolean() }),
  'import.mappings': z.strictObject({ unit: id }),
  /** Keeps a mapping under a name, replacing one of the same name. */
  'import.save': z.strictObject({ unit: id, name, mapping: mappingSchema }),
  'import.remove': z.strictObject({ unit: id, name }),
} as const

/** One source of last year's figures. `unit`, `name`, `submitNo` and `at` where it is a submission. */
export interface PriorSource {
  readonly kind: PriorKind
  readonly origin: PriorOrigin
  readonly year: number
  readonly unitId: string | null
  readonly name: string | null
  readonly submitNo: number | null
  /** When it was read or last typed. */
  readonly at: string | null
  /** Cells that are not blank. */
  readonly cells: number
}
export interface PriorLook {
  readonly use: PriorKind
  readonly sources: readonly PriorSource[]
  /** What the source in use could not carry to this year's items. */
  readonly lost: readonly (Lost & { readonly name: string })[]
}
/** A 带入 cell of last year beside this year's. */
export interface PriorProposal {
  readonly form: string
  readonly item: string
  readonly name: string
  readonly table: string | null
  /** Last year's row; what `prior.accept` takes. */
  readonly row: number | null
  readonly rowKey: string | null
  /** This year's row of the same key; null when a row would be added. */
  readonly present: number | null
  readonly last: string
  readonly now: string
  readonly state: 'same' | 'fills' | 'replaces'
}
/** A sheet of a foreign file: its size, and its first rows as they stand, blanks included. */
export interface SheetLook {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly sample: readonly { readonly row: number; readonly cells: readonly SampleCell[] }[]
}
export interface SampleCell { readonly cell: string; readonly text: string; readonly kind: SheetKind | 'blank'; readonly damaged: boolean }
export interface SavedMapping { readonly name: string; readonly at: string; readonly mapping: Mapping }
export interface ImportLook {
  readonly file: string
  readonly digest: string
  /** Of a CSV: how it was read. */
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' | null
  readonly sheets: readonly SheetLook[]
  readonly proposals: readonly Proposal[]
  /** Names of the unit's mappings that find everything they ask for in this file, the fullest first. */
  readonly fitting: readonly string[]
}
export interface ImportCounts { readonly fills: number; readonly replaces: number; readonly same: number; readonly refused: number; readonly rowsAdded: number; readonly rowsRemoved: number }
export interface ImportPreview extends ImportPlan { readonly digest: string; readonly counts: ImportCounts }

/** Answers of these calls. */
export interface IncomingAnswers<Change, Verification> {
  'prior.look': PriorLook
  /** `sameUnit` false: it was taken because the caller said that it is meant. */
  'prior.read': { readonly verification: Verification; readonly sameUnit: boolean; readonly look: PriorLook }
  'prior.use': PriorLook
  'prior.type': PriorLook
  'prior.forget': PriorLook
  'prior.proposals': { readonly origin: PriorOrigin; readonly year: number; readonly items: readonly PriorProposal[]; readonly lost: PriorLook['lost'] }
  'prior.accept': Change
  'import.look': ImportLook
  'import.preview': ImportPreview
  'import.run': { readonly change: Change; readonly counts: ImportCounts }
  'import.mappings': readonly SavedMapping[]
  'import.save': readonly SavedMapping[]
  'import.remove': readonly SavedMapping[]
}
