import type { LetterTrust } from '../../../core/contract/letters.ts'
import type { Letter } from '../../../core/letter/letter.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { regulatorKeys } from '../../db/letter.ts'
import type { Reader } from '../../db/open.ts'

/** By whose key a letter is signed, whether somebody compared the fingerprint, and the keys that a policy fixes. */
interface LetterSigner { readonly signer: string; readonly confirmed: boolean; readonly fixed: readonly string[] | undefined }

/** How far the key of a letter is known; another one than before is taken only when somebody has compared the fingerprint. */
export function trustOf(db: Reader, { regulator }: Letter, { signer, confirmed, fixed }: LetterSigner): Result<LetterTrust> {
  if (fixed !== undefined) return fixed.includes(signer) ? ok('known') : no(problem('policy-key', { name: regulator.name, signer }))
  const keys = regulatorKeys(db, regulator)
  if (keys.length === 0) return ok('first-seen')
  if (keys.includes(signer)) return ok('known')
  return confirmed ? ok('confirmed') : no(problem('letter-key', { name: regulator.name, before: keys.at(-1) ?? '', now: signer }))
}
