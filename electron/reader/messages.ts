import type { Verification } from '../../core/contract.ts'
import type { Explanation, FilingData } from '../../core/filing/filing.ts'
import type { Mismatch } from '../../core/intake/mismatch.ts'
import type { ValueColumns } from '../../core/intake/values.ts'
import type { Problem } from '../../core/problem.ts'
import type { Member } from '../excel/bundle.ts'

/** Which file to read: on the disk, or a member of an archive there. */
export interface FileAsk {
  readonly path: string
  readonly member: Member | null
  /** Whether a person named this very file; one that was only found may be left out. */
  readonly named: boolean
  /** SHA-256 of files of the same size that were read before: such bytes are not read again. */
  readonly known: readonly string[]
}
/** A finding as the ledger keeps it. */
export interface ReadFinding {
  readonly rule: string; readonly severity: 'error' | 'warning'; readonly row: number | null; readonly rowKey: string | null; readonly item: string | null
  readonly detail: string; readonly explanation: string | null; readonly explained: boolean
  /** Whether the submission says it itself. */
  readonly claimed: boolean
  /** The same for the same words of an explanation, whoever wrote them. */
  readonly fingerprint: string | null
}
/** A verified payload with all that was computed again from it. */
export interface ReadSubmission {
  readonly unitId: string; readonly orgName: string; readonly region: string; readonly year: number; readonly submitNo: number
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string }
  /** Whether the pack is on the shelf; without it there are no values and findings. */
  readonly packKnown: boolean
  readonly digest: string; readonly receipt: string; readonly signer: string; readonly publicKey: string; readonly signature: string
  /** The canonical text, deflated. */
  readonly payload: Uint8Array
  readonly today: string; readonly sealedAt: string
  readonly verdict: 'sealed' | 'resaved' | 'altered' | 'unsealed'; readonly changed: number
  readonly values: ValueColumns
  readonly findings: readonly ReadFinding[]
  readonly errors: number; readonly warnings: number; readonly unexplained: number
  readonly mismatches: readonly Mismatch[]
  readonly answers: readonly { readonly query: string; readonly item: string; readonly row: number | null; readonly text: string }[]
}
/** A template that somebody filled in, as it was typed, with its findings. */
export interface ReadHand {
  readonly packId: string; readonly packKnown: boolean; readonly year: number; readonly unitId: string; readonly orgName: string
  readonly data: FilingData; readonly explanations: readonly Explanation[]
  readonly findings: readonly ReadFinding[]; readonly errors: number | null; readonly warnings: number | null
}
interface Bytes { readonly sha256: string; readonly size: number }
/** What a reader makes of a file. */
export type FileRead =
  | (Bytes & { readonly kind: 'same' })
  | { readonly kind: 'members'; readonly members: readonly Member[] }
  | (Bytes & { readonly kind: 'skipped'; readonly problem: Problem })
  | (Bytes & { readonly kind: 'quarantined'; readonly problem: Problem })
  | (Bytes & { readonly kind: 'read'; readonly verification: Verification; readonly submission: ReadSubmission | null; readonly hand: ReadHand | null })

/** What a reader is told. */
export type ToReader =
  | { readonly kind: 'start'; readonly seedsDir: string; /** Packs taken in from files. */ readonly packsDir: string; /** What opens locked files. */ readonly identities: readonly string[]; /** The moment by the engine's clock. */ readonly now: string }
  | { readonly kind: 'read'; readonly id: number; readonly ask: FileAsk }
  /** The ledger's accepted payload of the year before, deflated; null where it has none. */
  | { readonly kind: 'prior'; readonly id: number; readonly payload: Uint8Array | null }

/** What a reader says. */
export type FromReader =
  | { readonly kind: 'ready' }
  /** Work on a file begins, or goes on after the year before was given. */
  | { readonly kind: 'begins'; readonly id: number }
  | { readonly kind: 'hashed'; readonly id: number; readonly sha256: string; readonly size: number }
  | { readonly kind: 'asks'; readonly id: number; readonly unitId: string; readonly year: number }
  | { readonly kind: 'done'; readonly id: number; readonly read: FileRead }

/** What a reader process is, whoever starts it. */
export interface ReaderProcess {
  readonly send: (message: ToReader) => void
  readonly kill: () => void
  /** Bytes of memory it holds, where that can be told. */
  readonly memory: () => number | null
}
/** Starts a reader process with at most so many megabytes for its objects. */
export type ForkReader = (on: { readonly heard: (message: FromReader) => void; readonly ended: () => void }, heapMb: number) => ReaderProcess
