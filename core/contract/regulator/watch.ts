import { z } from 'zod'
import { tableScope } from './tables.ts'

const path = z.string().min(1).max(4096)
/** Only what the register itself knows: survey data never leads to an inspection. */
const strata = z.enum(['none', 'region', 'risk', 'group'])

/** Arguments of the calls of monitoring (监测), bulletin (通报), sampling (抽样) and upward files (上报). */
export const watchRequests = {
  'monitor.look': z.strictObject({ scope: tableScope }),
  /** What stands behind one warning or lamp. */
  'monitor.evidence': z.strictObject({ scope: tableScope, warning: z.string().max(120) }),
  /** The bulletin of the year: generated when there is none, else as it was edited. */
  'bulletin.open': z.strictObject({ scope: tableScope, anew: z.boolean().default(false) }),
  'bulletin.save': z.strictObject({ year: z.int(), blocks: z.array(z.strictObject({ id: z.string().max(60), text: z.string().max(20000) })).max(400) }),
  'bulletin.write': z.strictObject({ scope: tableScope, folder: path, formats: z.array(z.enum(['docx', 'pdf'])).min(1) }),
  /** Draws units from the register; the same seed, register and settings give the same draw. */
  'sample.draw': z.strictObject({ count: z.int().min(1).max(100000), seed: z.string().min(1).max(64), strata, weights: z.record(z.string().max(40), z.int().min(0).max(1000)).default({}), region: z.string().regex(/^\d{0,6}$/).default(''), group: z.string().max(40).default(''), reason: z.string().max(500).default('') }),
  'sample.list': z.strictObject({}),
  'sample.write': z.strictObject({ draw: z.int().positive(), folder: path, formats: z.array(z.enum(['xlsx', 'pdf'])).min(1) }),
  /** One signed file with the accepted submissions, the register and the reconciliation. */
  'upward.pack': z.strictObject({ path }),
  /** Looks into such a file: who, what, and whether counts and totals reconcile. */
  'upward.look': z.strictObject({ path }),
  'upward.take': z.strictObject({ path, digest: z.string().regex(/^[0-9a-f]{64}$/), reason: z.string().max(500).default('') }),
} as const

export type Lamp = 'reached' | 'normal' | 'slow' | 'behind' | 'none'
export interface Indicator {
  readonly key: string; readonly level1: string; readonly level2: string; readonly label: string; readonly corrected: string; readonly unit: string; readonly decimals: number
  /** Known years, oldest first; inputs and computed. */
  readonly series: readonly { readonly year: number; readonly value: string | null; readonly kind: 'input' | 'computed' | 'target'; readonly source: string }[]
  readonly base: string | null; readonly actual: string | null; readonly target: string | null; readonly targetYear: number
  /** Percent with one decimal; null where it cannot be said. */
  readonly done: string | null; readonly progress: string | null; readonly due: string | null
  readonly gap: string | null; readonly expected: string | null; readonly needed: string | null
  readonly lamp: Lamp; readonly sentence: string; readonly table: string; readonly row: string; readonly column: string
}
export interface Warning { readonly id: string; readonly rule: string; readonly kind: 'jump' | 'outlier' | 'concentration' | 'certificate' | 'late' | 'target' | 'share'; readonly severity: 'high' | 'low'; readonly title: string; readonly sentence: string; readonly unit: string | null; readonly name: string | null; readonly submission: number | null; readonly item: string | null; readonly up: boolean | null }
export interface MonitorView { readonly indicators: readonly Indicator[]; readonly themes: readonly Indicator[]; readonly lamps: Readonly<Record<Lamp, number>>; readonly warnings: readonly Warning[]; readonly formula: readonly string[]; readonly caption: string }
export interface Evidence { readonly warning: Warning; readonly rows: readonly { readonly label: string; readonly values: readonly string[]; readonly unit: string | null; readonly submission: number | null }[]; readonly heads: readonly string[]; readonly rule: string }
/** A piece of the bulletin: words, a table or a chart. `edited`: a person changed the words. */
export interface BulletinBlock { readonly id: string; readonly kind: 'title' | 'heading' | 'text' | 'table' | 'chart'; readonly text: string; readonly generated: string; readonly edited: boolean; readonly table: string | null; readonly rows: readonly (readonly string[])[]; readonly chart: { readonly kind: 'bar' | 'line' | 'pie'; readonly unit: string; readonly names: readonly string[]; readonly series: readonly { readonly name: string; readonly values: readonly (string | null)[] }[] } | null }
export interface Bulletin { readonly year: number; readonly title: string; readonly blocks: readonly BulletinBlock[]; readonly savedAt: string | null; /** Figures changed since it was edited. */ readonly stale: boolean }
export interface Draw { readonly id: number; readonly at: string; readonly by: string; readonly seed: string; readonly count: number; readonly strata: z.infer<typeof strata>; readonly weights: Readonly<Record<string, number>>; readonly pool: number; readonly reason: string; readonly digest: string; readonly units: readonly { readonly unit: string; readonly name: string; readonly region: string; readonly stratum: string; readonly order: number }[] }
export interface UpwardLook {
  readonly path: string; readonly digest: string; readonly signer: string; readonly trust: 'known' | 'first-seen' | 'changed' | 'unknown'; readonly bureau: string; readonly region: string; readonly regionName: string; readonly pack: string; readonly year: number; readonly at: string
  readonly submissions: number; readonly register: number; readonly adjustments: number; /** Units new to the register here, and units whose entry here differs and stays. */ readonly registerNew: number; readonly registerDiffers: number; readonly fresh: number; readonly same: number; readonly newer: number; readonly older: number; readonly conflicts: number
  readonly totals: readonly { readonly name: string; readonly claimed: string; readonly computed: string; readonly agrees: boolean }[]
  readonly problem: string | null
}
/** Answers of these calls. */
export interface WatchAnswers {
  readonly 'monitor.look': MonitorView
  readonly 'monitor.evidence': Evidence
  readonly 'bulletin.open': Bulletin
  readonly 'bulletin.save': Bulletin
  readonly 'bulletin.write': { readonly files: readonly string[] }
  readonly 'sample.draw': Draw
  readonly 'sample.list': readonly Draw[]
  readonly 'sample.write': { readonly files: readonly string[] }
  readonly 'upward.pack': UpwardLook
  readonly 'upward.look': UpwardLook
  readonly 'upward.take': UpwardLook
}
