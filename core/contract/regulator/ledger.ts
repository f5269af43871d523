import { z } from 'zod'

const path = z.string().min(1).max(4096)
const person = z.string().trim().min(1).max(30)
const place = z.union([z.strictObject({ path }), z.strictObject({ postgres: z.string().min(1).max(1000), password: z.string().max(200).optional() })])

/** Arguments of the calls on the ledger itself: where it is, whose it is, its key, its copies. */
export const ledgerRequests = {
  'ledger.state': z.strictObject({}),
  /** Makes a ledger: a file, or the tables on a server. `region` by its leading digits, '' for the nation. */
  'ledger.create': z.strictObject({ place, region: z.string().regex(/^\d{0,6}$/), bureau: z.string().trim().min(1).max(60), pack: z.string() }),
  'ledger.open': z.strictObject({ place }),
  /** Tries a place without choosing it: whether a ledger is there. */
  'ledger.probe': z.strictObject({ place }),
  /** Chooses the survey year the screens work on. */
  'ledger.use': z.strictObject({ pack: z.string() }),
  'ledger.backups': z.strictObject({}),
  'ledger.backUp': z.strictObject({}),
  'ledger.restore': z.strictObject({ path }),
  'ledger.key': z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('make') }),
    z.strictObject({ do: z.literal('rotate'), reason: z.string().min(1).max(500) }),
    z.strictObject({ do: z.literal('save'), path, passphrase: z.string().min(1).max(200) }),
    z.strictObject({ do: z.literal('load'), path, passphrase: z.string().max(200) }),
  ]),
  'ledger.people': z.strictObject({ set: z.strictObject({ name: person, role: z.enum(['viewer', 'reviewer', 'issuer']) }).optional() }),
  /** Everything that was decided: who, when, why; newest first. */
  'ledger.record': z.strictObject({ unit: z.string().max(40).optional(), kind: z.string().max(40).optional(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }),
  /** Erases personal fields of submissions received before a day (D24); digests stay provable. */
  'ledger.erase': z.strictObject({ before: z.iso.date(), reason: z.string().min(1).max(500), preview: z.boolean() }),
} as const

export interface LedgerCounts { readonly due: number; readonly received: number; readonly missing: number; readonly accepted: number; readonly inReview: number; readonly returned: number }
export interface LedgerState {
  readonly kind: 'sqlite' | 'postgres'
  /** The file's path, or the server without its password. */
  readonly where: string
  readonly name: string
  readonly region: string
  readonly regionName: string
  readonly bureau: string
  readonly pack: string
  readonly year: number
  readonly deadline: string
  /** Packs that submissions of this ledger may be of, newest first. */
  readonly packs: readonly { readonly pack: string; readonly year: number; readonly title: string; readonly submissions: number }[]
  readonly counts: LedgerCounts
  readonly reviewer: string
  readonly role: 'viewer' | 'reviewer' | 'issuer'
  /** First 16 hex digits of the regulator's key, null until it is made. */
  readonly fingerprint: string | null
  /** The public line (age1…) for submissions that are locked for the regulator; null where its key is not on this computer. */
  readonly recipient: string | null
  readonly backup: string | null
  /** A server that does not answer at the moment: what is shown may be old, nothing is lost. */
  readonly lost: boolean
}
export interface RecordLine { readonly at: string; readonly by: string; readonly kind: string; readonly unit: string | null; readonly name: string | null; readonly what: string; readonly reason: string }
/** Answers of these calls; null: no ledger is chosen yet. */
export interface LedgerAnswers {
  readonly 'ledger.state': LedgerState | null
  readonly 'ledger.create': LedgerState
  readonly 'ledger.open': LedgerState
  readonly 'ledger.probe': { readonly ledger: boolean; readonly bureau: string }
  readonly 'ledger.use': LedgerState
  readonly 'ledger.backups': readonly { readonly path: string; readonly at: string; readonly size: number; readonly sound: boolean }[]
  readonly 'ledger.backUp': { readonly path: string; readonly at: string }
  readonly 'ledger.restore': LedgerState
  readonly 'ledger.key': LedgerState
  readonly 'ledger.people': readonly { readonly name: string; readonly role: 'viewer' | 'reviewer' | 'issuer' }[]
  readonly 'ledger.record': { readonly lines: readonly RecordLine[]; readonly total: number }
  readonly 'ledger.erase': { readonly submissions: number; readonly fields: readonly string[] }
}
