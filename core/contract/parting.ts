import { z } from 'zod'
import type { PartDifference } from '../part/compare.ts'

const id = z.int().positive()
const path = z.string().min(1).max(4096)
const part = z.string().regex(/^[0-9a-f]{16}$/)
const person = z.string().trim().min(1).max(30)

/** Arguments of the calls that divide a filing among people (分工): chosen forms go out as a part file, come back filled, and are merged. */
export const partRequests = {
  /** The parts of a filing: given to others from here, and opened here from others. */
  'part.look': z.strictObject({ filing: id }),
  /** Writes chosen forms as a part file, replacing a file of the name. */
  'part.export': z.strictObject({ filing: id, forms: z.array(z.string().min(1).max(20)).min(1).max(100), to: person, note: z.string().max(2000), path }),
  /** Opens a given part: makes the unit and the year where they are not there; where they are, brings it in as one step and keeps what was typed here. */
  'part.open': z.strictObject({ path }),
  /** Writes an opened part back, the newest one unless `part` says which. */
  'part.return': z.strictObject({ filing: id, path, part: part.optional() }),
  /** No longer takes the filing for a part of somebody's: every form is to be filled here. */
  'part.forget': z.strictObject({ filing: id, part }),
  'part.preview': z.strictObject({ filing: id, path }),
  /** Brings a returned part in as one step; every conflict needs its choice. `digest` is the preview's. */
  'part.merge': z.strictObject({ filing: id, path, digest: z.string().regex(/^[0-9a-f]{64}$/), choices: z.array(z.strictObject({ id: z.string().max(200), take: z.enum(['mine', 'theirs']) })).max(20000) }),
} as const

/** A part of a filing. `person`: who has it, or, of one opened here, who gave it. */
export interface PartSeen { readonly part: string; readonly side: 'out' | 'in'; readonly forms: readonly string[]; readonly person: string; readonly to: string; readonly note: string; readonly at: string }
export interface PartCounts { readonly theirs: number; readonly mine: number; readonly conflict: number; readonly same: number }
export interface PartPreview {
  readonly digest: string
  readonly forms: readonly string[]
  readonly to: string
  readonly by: string
  /** When it was given, by the record here. */
  readonly givenAt: string | null
  readonly returnedAt: string
  /** Fingerprint of the key that signed it; null when it is not signed. */
  readonly signer: string | null
  readonly counts: PartCounts
  readonly differences: readonly PartDifference[]
}
/** Answers of these calls. */
export interface PartAnswers<Change> {
  readonly 'part.look': readonly PartSeen[]
  readonly 'part.export': { readonly path: string; readonly cells: number; readonly signer: string | null }
  /** `created`: the filing was made here; else `taken` changes came in as one step and `kept` cells stayed as they were typed here. */
  readonly 'part.open': { readonly unit: number; readonly filing: number; readonly created: boolean; readonly taken: number; readonly kept: number; readonly from: string; readonly note: string; readonly forms: readonly string[] }
  readonly 'part.return': { readonly path: string; readonly cells: number }
  readonly 'part.forget': readonly PartSeen[]
  readonly 'part.preview': PartPreview
  readonly 'part.merge': { readonly change: Change; readonly merged: number }
}
