import { z } from 'zod'

const none = z.strictObject({})

/** Arguments of the calls about the program itself. */
export const aboutRequests = {
  'about.state': none,
  /** Begins to compare the installed files once more; the answer is `about.state`'s `check`. */
  'about.check': none,
  /** Texts of the licences of what the program is made of. */
  'about.licences': none,
  /** Writes one archive for technical support: versions, settings, policy, log, what the checks said; no survey data. */
  'about.diagnostics': z.strictObject({ path: z.string().min(1).max(4096) }),
  /** Makes a backup where a policy's interval has passed since the last one and something was saved. */
  'backup.due': none,
} as const

/** How an installed file differs from the signed list. */
export interface FileDifference { readonly path: string; readonly what: 'changed' | 'missing' | 'extra' }
/**
 * What comparing the installed files gave: `sound` is proved; `unsigned` agrees with a list that nobody signed;
 * `forged`: the list itself is not the signed one; `unlisted`: there is no list; `checkout`: nothing is installed.
 */
export interface CheckResult {
  readonly state: 'sound' | 'differs' | 'unsigned' | 'forged' | 'unlisted' | 'checkout'
  readonly files: number
  readonly differing: readonly FileDifference[]
  readonly at: string
  readonly ms: number
}
export type CheckState = CheckResult | { readonly state: 'waiting' | 'running' }

/** What the build wrote of itself into the program; null in a checkout. */
export interface BuildFacts { readonly commit: string; readonly time: string; readonly target: string; readonly arch: string; readonly development: boolean; readonly signed: boolean }
export interface About {
  readonly version: string
  readonly build: BuildFacts | null
  readonly versions: { readonly electron: string | null; readonly chromium: string | null; readonly node: string; readonly sqlite: string | null }
  readonly system: string
  readonly packs: readonly { readonly id: string; readonly version: string; readonly title: string; readonly digest: string | null }[]
  readonly check: CheckState
  readonly dataFolder: string
  readonly ledger: string | null
}
export interface Licence { readonly name: string; readonly version: string; readonly licence: string; readonly text: string }
/** Answers of these calls. */
export interface AboutAnswers {
  readonly 'about.state': About
  readonly 'about.check': CheckState
  readonly 'about.licences': readonly Licence[]
  readonly 'about.diagnostics': { readonly path: string; readonly parts: readonly string[] }
  readonly 'backup.due': { readonly made: string | null }
}
