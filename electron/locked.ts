import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { hkdfSync } from 'node:crypto'
import { bech32 } from '../core/identity/bech32.ts'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { keySeeds } from './keys.ts'

/** How a locked file is called: the file's own name and this. */
export const lockedEnding = '.age'
/** Whether a name is a locked file's. */
export const isLockedName = (name: string): boolean => name.toLowerCase().endsWith(lockedEnding)

/**
 * The age identities of a signing key and of those it replaced, the one in force first. Each is derived from the key's seed,
 * so that who keeps or hands over the key file keeps what opens the files, and no machine holds it alone.
 */
export const identitiesOf = (folder: string, name: string): readonly string[] =>
  keySeeds(folder, name).map(seed => bech32('age-secret-key-', new Uint8Array(hkdfSync('sha256', seed, '', 'jianbao-age-x25519-1', 32))).toUpperCase())

/** The public line (age1…) of an identity. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Locks bytes for a recipient; anybody's age program with the key opens them. */
export async function lockFor(bytes: Uint8Array, recipient: string): Promise<Result<Uint8Array>> {
  const lock = new Encrypter()
  try { lock.addRecipient(recipient) } catch { return no(problem('locked-recipient')) }
  return ok(await lock.encrypt(bytes))
}

/** Opens what was locked for one of the identities. */
export async function unlockWith(bytes: Uint8Array, identities: readonly string[], path: string): Promise<Result<Uint8Array>> {
  if (identities.length === 0) return no(problem('locked-key', { path }))
  const key = new Decrypter()
  for (const identity of identities) key.addIdentity(identity)
  try { return ok(await key.decrypt(bytes)) } catch (error) { return no(problem(isNoMatch(error) ? 'locked-key' : 'locked-damaged', { path })) }
}

/** Locks bytes under a passphrase. */
export async function lockUnder(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const lock = new Encrypter()
  lock.setPassphrase(passphrase.normalize('NFKC'))
  lock.setScryptWorkFactor(15)
  return lock.encrypt(bytes)
}

/** Opens what was locked under a passphrase. */
export async function unlockUnder(bytes: Uint8Array, passphrase: string, path: string): Promise<Result<Uint8Array>> {
  const key = new Decrypter()
  key.addPassphrase(passphrase.normalize('NFKC'))
  try { return ok(await key.decrypt(bytes)) } catch { return no(problem('locked-passphrase', { path })) }
}

const isNoMatch = (error: unknown): boolean => error instanceof Error && /no identity matched/i.test(error.message)
