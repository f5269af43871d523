import { z } from 'zod'
import type { Lost } from '../pack/carry.ts'
import type { PackDifference } from '../pack/difference.ts'
import type { Problem } from '../problem.ts'

const path = z.string().min(1).max(4096)

/** Arguments of the calls that take a pack in from a file. */
export const packRequests = {
  /** Looks into a pack file; nothing is installed. */
  'pack.look': z.strictObject({ path }),
  /** Installs the file that was looked at (`digest` of the look) and brings the drafts along. `confirmKey`: the fingerprint was compared. */
  'pack.take': z.strictObject({ path, digest: z.string().regex(/^[0-9a-f]{64}$/), confirmKey: z.boolean().optional() }),
} as const

/** How far the issuer of a pack is known; `unsigned` where nobody vouches for it. */
export type IssuerTrust = 'known' | 'first-seen' | 'changed' | 'unsigned'
/** A draft and what a newer version of its year's pack does to it. */
export interface PackDraft {
  readonly filing: number
  readonly name: string
  /** Cells that take another key. */
  readonly moved: number
  /** What has no place any more, with the item's name. */
  readonly lost: readonly (Lost & { readonly name: string })[]
}
/** What a pack file holds and what installing it would do. */
export interface PackLook {
  readonly path: string
  /** SHA-256 of the file. */
  readonly digest: string
  readonly pack: { readonly id: string; readonly version: string; readonly title: string; readonly year: number; readonly sample: boolean; readonly digest: string }
  readonly issuer: { readonly name: string; readonly signer: string | null; readonly trust: IssuerTrust }
  /** Why it is not installed as it is; null when it may be. */
  readonly refused: Problem | null
  /** The same pack is installed already. */
  readonly again: boolean
  /** The newest version here, and whether it came with the program. */
  readonly installed: { readonly version: string; readonly builtIn: boolean } | null
  /** The first differences to it, and how many there are in all. */
  readonly differences: readonly PackDifference[]
  readonly differing: number
  readonly drafts: readonly PackDraft[]
  /** Years that are sealed under the pack; they stay on the version they were sealed with. */
  readonly sealed: number
  /** Submissions in the ledger that wait for this pack. */
  readonly waiting: number
}
/** What installing did. */
export interface PackTaken {
  readonly pack: string
  readonly version: string
  readonly drafts: readonly PackDraft[]
  /** The list of what could not be carried; null when everything was. */
  readonly list: string | null
  /** Submissions that left 任务包未装. */
  readonly woken: number
}
/** Answers of these calls. */
export interface PackAnswers {
  readonly 'pack.look': PackLook
  readonly 'pack.take': PackTaken
}
