import type { Verification } from '../../../core/contract.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A key that submissions of a unit were signed with. */
export interface KnownSigner { readonly signer: string; readonly first_seen: string; readonly confirmed_by: string | null; readonly confirmed_at: string | null }

/** The keys of a unit, the first seen first. */
export const signersOf = (sql: Sql, unit: string): Promise<readonly KnownSigner[]> =>
  sql.all<KnownSigner>('select signer, first_seen, confirmed_by, confirmed_at from known_signer where unit_id = ? order by first_seen, signer', [unit])

/** How far a unit's key is known: the first one seen, one a reviewer confirmed, another one. A key not seen yet is noted. */
export async function meetSigner(sql: SqlWriter, unit: string, signer: string, at: string): Promise<Verification['trust']> {
  const known = await signersOf(sql, unit)
  const at0 = known.findIndex((one) => one.signer === signer)
  if (at0 >= 0) return at0 === 0 || known[at0]?.confirmed_at ? 'known' : 'changed'
  // Later than every other by a millisecond at least: the first one seen stays the first.
  const last = known.at(-1)?.first_seen
  const first = last === undefined || last < at ? at : new Date(Date.parse(last) + 1).toISOString()
  await sql.run('insert into known_signer (unit_id, signer, first_seen) values (?, ?, ?) on conflict (unit_id, signer) do nothing', [unit, signer, first])
  return known.length === 0 ? 'first-seen' : 'changed'
}

/** A reviewer says that a unit's key is right; 0 when it was never seen. */
export const confirmSigner = (sql: SqlWriter, of: { readonly unit: string; readonly signer: string; readonly reason: string }, hand: { readonly name: string; readonly at: string }): Promise<number> =>
  sql.run('update known_signer set confirmed_by = ?, confirmed_at = ?, reason = ? where unit_id = ? and signer = ?', [hand.name, hand.at, of.reason, of.unit, of.signer])
