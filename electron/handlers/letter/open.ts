import { readFileSync, statSync } from 'node:fs'
import type { Answer, Request } from '../../../core/contract.ts'
import type { LetterTrust } from '../../../core/contract/letters.ts'
import { may } from '../../../core/filing/state.ts'
import type { FilingState } from '../../../core/filing/filing.ts'
import { letterNames, type AcceptanceLetter, type ReturnLetter } from '../../../core/letter/letter.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { filingsOf, setState, type FilingRow } from '../../db/filing.ts'
import { addLetter, letterSeen, noteRegulator } from '../../db/letter.ts'
import type { Store, Writer } from '../../db/open.ts'
import { putQuery, putReply } from '../../db/query.ts'
import { newestSubmission } from '../../db/submission.ts'
import { unitByCode, unitById, type UnitRow } from '../../db/unit.ts'
import { limits } from '../../excel/guard.ts'
import { readLetter, type ReadLetter } from '../../excel/letter.ts'
import { fileProblem } from '../../files.ts'
import { handOf, type Desk } from '../desk.ts'
import { beginTask } from './task.ts'
import { trustOf } from './trust.ts'
import { codeOf } from './unitCode.ts'

/** Opens a letter: a return slip puts its queries, a task makes unit and year, an acceptance marks the year. The same letter does nothing twice. */
export function letterOpen(desk: Desk, args: Request<'letter.open'>): Result<Answer<'letter.open'>> {
  const store = desk.store()
  if (!store.ok) return store
  const read = readFrom(args.path)
  if (!read.ok) return read
  const { letter, signer } = read.value
  if (letter.kind === 'findings') return no(problem('letter-for-people'))
  const trust = trustOf(store.value.read, letter, { signer, confirmed: args.confirmKey === true, fixed: desk.policy.policy.regulatorKeys })
  if (!trust.ok) return trust
  const place = letter.kind === 'task' ? beginTask(desk, store.value, letter) : filingFor(store.value, letter)
  if (!place.ok) {
    // Whose key it is stays known, so that the pack it asks for can be installed under it.
    if (place.problem.code === 'pack-unknown' || place.problem.code === 'letter-pack') keepKey(desk, store.value, { letter, signer, trust: trust.value })
    return place
  }
  return ok(take(desk, store.value, { read: read.value, trust: trust.value, ...place.value }))
}

function keepKey(desk: Desk, store: Store, { letter, signer, trust }: { readonly letter: ReadLetter['letter']; readonly signer: string; readonly trust: LetterTrust }): void {
  const hand = handOf(desk, store.read)
  store.write(db => noteRegulator(db, { ...letter.regulator, signer }, { at: hand.at, confirmedBy: trust === 'confirmed' ? hand.userName : null }))
}

function readFrom(path: string): Result<ReadLetter> {
  try {
    if (statSync(path).size > limits.file) return no(problem('letter-none'))
    return readLetter(new Uint8Array(readFileSync(path)))
  } catch (error) { return no(fileProblem(error, path)) }
}

interface Place { readonly filing: number; readonly made: 'unit' | 'year' | null }

/** The year a letter is about: of the unit that sealed it, its newest submission, with the same content. */
function filingFor({ read: db }: Store, letter: ReturnLetter | AcceptanceLetter): Result<Place> {
  const { uscc, unitSeq } = codeOf(letter.unit_id)
  const kind = letterNames[letter.kind]
  const sealedBy = db.get<{ unit: number }>('select f.unit from submission s join filing f on f.id = s.filing join unit u on u.id = f.unit where s.unit_id = ? and f.deleted_at is null and u.deleted_at is null limit 1', letter.unit_id)
  const unit: UnitRow | undefined = (sealedBy ? unitById(db, sealedBy.unit) : undefined) ?? unitByCode(db, uscc, unitSeq)
  if (!unit) return no(problem('letter-unit', { kind, name: letter.org_name, unit: letter.unit_id }))
  const filing = filingsOf(db, unit.id).find(f => f.year === letter.survey_year)
  if (!filing) return no(problem('letter-year', { kind, name: unit.name, year: letter.survey_year }))
  const newest = newestSubmission(db, filing.id)
  if (letter.submit_no > (newest?.submit_no ?? 0)) return no(problem('letter-later', { kind, no: letter.submit_no }))
  if (!newest || letter.submit_no < newest.submit_no) return no(problem('letter-older', { kind, no: letter.submit_no, newest: newest?.submit_no ?? 0 }))
  if (newest.digest !== letter.digest) return no(problem('letter-digest', { kind, no: letter.submit_no, receipt: newest.receipt }))
  return ok({ filing: filing.id, made: null })
}

interface Taken extends Place { readonly read: ReadLetter; readonly trust: LetterTrust }

function take(desk: Desk, store: Store, taken: Taken): Answer<'letter.open'> {
  const { letter, digest, signer, replies } = taken.read
  const hand = handOf(desk, store.read)
  const again = letterSeen(store.read, taken.filing, digest)
  if (letter.kind === 'findings') throw new Error('not kept')
  const state = store.write(db => {
    noteRegulator(db, { ...letter.regulator, signer }, { at: hand.at, confirmedBy: taken.trust === 'confirmed' ? hand.userName : null })
    if (!again) addLetter(db, hand, { filing: taken.filing, digest, signer, letter })
    if (letter.kind === 'return') putQueries(db, { filing: taken.filing, digest, letter, at: hand.at }, again ? [] : replies)
    return again ? stateOf(db, taken.filing) : moved(db, taken.filing, letter.kind)
  })
  desk.filings.clear()
  const filing = store.read.get<FilingRow>('select * from filing where id = ?', taken.filing)
  const unit = unitById(store.read, filing?.unit ?? 0)
  return {
    kind: letter.kind, unit: unit?.id ?? 0, filing: taken.filing, name: unit?.name ?? letter.org_name, year: letter.survey_year, state,
    regulator: letter.regulator.name, signer, trust: taken.trust, again, made: taken.made,
    submitNo: letter.kind === 'task' ? null : letter.submit_no, queries: letter.kind === 'return' ? letter.queries.length : 0, replies: again ? 0 : replies.length,
  }
}

interface Slip { readonly filing: number; readonly digest: string; readonly letter: ReturnLetter; readonly at: string }

function putQueries(db: Writer, { filing, digest, letter, at }: Slip, replies: ReadLetter['replies']): void {
  letter.queries.forEach(({ query }, position) => putQuery(db, filing, { submit_no: letter.submit_no, query, position, letter: digest }))
  for (const { query, text } of replies) putReply(db, filing, { submit_no: letter.submit_no, query }, { text: [...text].slice(0, 2000).join(''), at })
}

const stateOf = (db: Writer, filing: number): FilingState => db.get<{ state: FilingState }>('select state from filing where id = ?', filing)?.state ?? 'draft'

/** A return or an acceptance moves the year on where its state allows; a year that is open again stays so. */
function moved(db: Writer, filing: number, kind: 'return' | 'acceptance' | 'task'): FilingState {
  const state = stateOf(db, filing)
  const act = kind === 'return' ? 'return' : 'accept'
  if (kind === 'task' || !may(state, act)) return state
  const next: FilingState = kind === 'return' ? 'returned' : 'accepted'
  setState(db, filing, next)
  return next
}
