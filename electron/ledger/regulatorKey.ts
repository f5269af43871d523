import { join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import type { Desk } from '../handlers/desk.ts'
import { identitiesOf, recipientOf } from '../locked.ts'
import { hasKey, unitKey, type UnitKey } from '../keys.ts'
import { needs, type Ledger } from './ledger.ts'

/** The name of the regulator's key file; nobody's unit is called so. */
export const regulatorKeyName = 'regulator'
/** Where the regulator's key stands. */
export const regulatorKeyFolder = (desk: Desk): string => desk.host.regulatorKeys ?? join(desk.host.dataDir, 'keys')

/** The key a ledger's letters are signed with, made on first use; where the ledger was signed with another one, that one is asked for. */
export function regulatorKey(desk: Desk, ledger: Ledger): Result<UnitKey> {
  const key = unitKey(regulatorKeyFolder(desk), regulatorKeyName)
  if (!key.ok) return key
  const { signer } = ledger.info
  return signer === '' || signer === key.value.signer ? key : no(problem('ledger-key', { signer }))
}

/** The regulator's key; the ledger remembers whose it is from its first use on, which takes somebody who may issue. */
export async function boundKey(desk: Desk, ledger: Ledger): Promise<Result<UnitKey>> {
  const refused = needs(ledger, 'reviewer')
  if (refused) return no(refused)
  if (ledger.info.signer === '') await ledger.refresh()
  if (ledger.info.signer === '' && needs(ledger, 'issuer')) return no(problem('ledger-key-first'))
  const key = regulatorKey(desk, ledger)
  if (key.ok && ledger.info.signer === '') await ledger.learn({ signer: key.value.signer })
  return key
}

/** The fingerprint to publish; null until there is a key. */
export function regulatorFingerprint(desk: Desk, ledger: Ledger): string | null {
  if (ledger.info.signer !== '') return ledger.info.signer
  if (!hasKey(regulatorKeyFolder(desk), regulatorKeyName)) return null
  const key = unitKey(regulatorKeyFolder(desk), regulatorKeyName)
  return key.ok ? key.value.signer : null
}

/** What opens submissions that were locked for the regulator, under the key in force and those before it. */
export const regulatorIdentities = (desk: Desk): readonly string[] => identitiesOf(regulatorKeyFolder(desk), regulatorKeyName)

/** The public line (age1…) for submissions that are locked; null until there is a key, and where the ledger's key is another one than is kept here. */
export async function publicLine(desk: Desk, ledger: Ledger): Promise<string | null> {
  if (!hasKey(regulatorKeyFolder(desk), regulatorKeyName) || !regulatorKey(desk, ledger).ok) return null
  const [first] = regulatorIdentities(desk)
  return first === undefined ? null : recipientOf(first)
}
