import { letterSchema, type Letter } from '../../core/letter/letter.ts'
import type { Hand } from './change.ts'
import type { Reader, Writer } from './open.ts'

type Kept = Exclude<Letter, { kind: 'findings' }>
/** A letter that was opened here, under the digest of its content. */
export interface LetterRow { readonly filing: number; readonly digest: string; readonly signer: string; readonly letter: Kept; readonly at: string }
interface Stored { readonly digest: string; readonly signer: string; readonly content: string; readonly at: string }

/** The letters of a filing in the order they were opened. */
export const lettersOf = (db: Reader, filing: number): readonly LetterRow[] =>
  db.all<Stored>('select digest, signer, content, at from letter where filing = ? order by at, digest', filing).flatMap(({ digest, signer, content, at }) => {
    const letter = letterSchema.parse(JSON.parse(content))
    return letter.kind === 'findings' ? [] : [{ filing, digest, signer, letter, at }]
  })
/** Whether a filing has letters at all. */
export const hasLetters = (db: Reader, filing: number): boolean => db.get('select 1 from letter where filing = ? limit 1', filing) !== undefined
/** The filing that a letter was opened in before, if it was. */
export const letterSeen = (db: Reader, filing: number, digest: string): boolean => db.get('select 1 from letter where filing = ? and digest = ?', filing, digest) !== undefined
/** Keeps a letter; it is never changed. */
export const addLetter = (db: Writer, hand: Hand, row: Omit<LetterRow, 'at'>): void => {
  const { filing, digest, signer, letter } = row
  db.run('insert into letter (filing, digest, kind, submit_no, signer, content, at, os_user, user_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    filing, digest, letter.kind, letter.kind === 'task' ? null : letter.submit_no, signer, JSON.stringify(letter), hand.at, hand.osUser, hand.userName)
}
/** The keys a regulator wrote under, oldest first. */
export const regulatorKeys = (db: Reader, of: { readonly name: string; readonly region: string }): readonly string[] =>
  db.all<{ signer: string }>('select signer from known_regulator where name = ? and region = ? order by first_seen, signer', of.name, of.region).map(r => r.signer)
/** Every regulator's key that was seen, oldest first. */
export const allRegulatorKeys = (db: Reader): readonly { readonly name: string; readonly signer: string }[] =>
  db.all('select name, signer from known_regulator order by first_seen, signer')
/** Notes a regulator's key; the first sight stays. `confirmedBy` names who compared the fingerprint. */
export const noteRegulator = (db: Writer, of: { readonly name: string; readonly region: string; readonly signer: string }, seen: { readonly at: string; readonly confirmedBy: string | null }): void => {
  db.run('insert into known_regulator (name, region, signer, first_seen, confirmed_by) values (?, ?, ?, ?, ?) on conflict do nothing', of.name, of.region, of.signer, seen.at, seen.confirmedBy)
}
