import type { Reader, Writer } from './open.ts'

/** The signers under which a unit's submissions were seen, oldest first. */
export const signersOf = (db: Reader, unitId: string): readonly string[] =>
  db.all<{ signer: string }>('select signer from known_signer where unit_id = ? order by first_seen, signer', unitId).map(s => s.signer)
/** Notes a signer of a unit; the first sight stays. */
export const noteSigner = (db: Writer, unitId: string, signer: string, at: string): void => {
  db.run('insert into known_signer (unit_id, signer, first_seen) values (?, ?, ?) on conflict do nothing', unitId, signer, at)
}
