import type { Policy } from '../core/policy/schema.ts'
import { problem, type Problem } from '../core/problem.ts'
import { fingerprint } from './keys.ts'
import type { PackFile } from './packFile.ts'

/** What an administrator says about packs. */
export type PackPolicy = Pick<Policy, 'packs' | 'packKeys' | 'unsignedPacks' | 'regulatorKeys'>
/** How far the issuer of a pack is known (D4); `unsigned` where nobody vouches for it. */
export type PackTrust = 'known' | 'first-seen' | 'changed' | 'unsigned'
/** The keys this computer knows: of issuers by name, oldest first. */
export type KnownIssuers = readonly { readonly name: string; readonly signer: string }[]

/** How far a pack file's issuer is known, by the policy, by letters that were opened and by packs that are installed. */
export function packTrust({ head, signer }: Pick<PackFile, 'head' | 'signer'>, policy: PackPolicy, known: KnownIssuers): PackTrust {
  if (signer === null) return 'unsigned'
  const granted = [...(policy.packKeys ?? []).map(key => fingerprint(Buffer.from(key, 'base64'))), ...(policy.regulatorKeys ?? [])]
  if (granted.includes(signer) || known.some(one => one.signer === signer)) return 'known'
  return known.some(one => one.name === head.issuer.name) ? 'changed' : 'first-seen'
}

/**
 * Whether a pack file may be installed; the answer where nothing is said is no.
 * A policy that lists pack keys allows these alone; without a list a key known from letters or installed packs will do.
 * `confirmed`: somebody has compared the fingerprint of a key that is new for its name.
 */
export function packAllowed(file: Pick<PackFile, 'head' | 'signer'>, policy: PackPolicy, known: KnownIssuers, confirmed = false): Problem | null {
  const { id, issuer } = file.head
  if (policy.packs && !policy.packs.includes(id)) return problem('pack-file-policy', { pack: id })
  const trust = packTrust(file, policy, policy.packKeys ? [] : known)
  if (trust === 'known') return null
  if (trust === 'unsigned') return policy.unsignedPacks === true ? null : problem('pack-file-unsigned')
  const before = known.findLast(one => one.name === issuer.name)
  if (before && !policy.packKeys && !confirmed) return problem('pack-file-key', { name: issuer.name, before: before.signer, now: file.signer ?? '' })
  return policy.unsignedPacks === true || (before !== undefined && !policy.packKeys) ? null : problem('pack-file-unknown', { name: issuer.name, signer: file.signer ?? '' })
}
