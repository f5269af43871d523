import type { Correspondence, LetterFrom, QueryView } from '../../../core/contract/letters.ts'
import type { LetterSummary } from '../../../core/contract/summary.ts'
import { answersTo, sealedCells, type CellsNow, type SealedCells } from '../../../core/letter/answers.ts'
import type { LetterKind } from '../../../core/letter/letter.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import type { PlanAnswer } from '../../../core/submission/input.ts'
import { hasLetters, lettersOf, type LetterRow } from '../../db/letter.ts'
import type { Reader } from '../../db/open.ts'
import { queriesOf } from '../../db/query.ts'
import { newestSubmission } from '../../db/submission.ts'
import type { OpenFiling } from '../heldFiling.ts'
import { payloadNo } from '../sealedPayload.ts'

type Of<K extends LetterKind> = LetterRow & { readonly letter: Extract<LetterRow['letter'], { kind: K }> }
const isKind = <K extends LetterKind>(kind: K) => (row: LetterRow): row is Of<K> => row.letter.kind === kind
const fromOf = ({ letter, signer, at }: LetterRow): LetterFrom => ({ regulator: letter.regulator.name, signer, at })
const none: Correspondence = { returned: null, accepted: null, task: null, queries: [], sealed: null }

/** Everything that letters said about a filing. */
export function correspondenceOf(db: Reader, open: OpenFiling): Correspondence {
  const id = open.filing.id
  const newest = newestSubmission(db, id)?.submit_no ?? 0
  const sealed = open.filing.state === 'reopened' && newest > 0 ? sealedOf(db, id, newest) : null
  if (!hasLetters(db, id)) return { ...none, sealed }
  const letters = lettersOf(db, id)
  const task = letters.findLast(isKind('task'))
  const returned = letters.findLast(isKind('return'))
  const accepted = acceptedIn(letters)
  return {
    returned: returned && returned.letter.submit_no === newest ? { ...fromOf(returned), submitNo: newest, reason: returned.letter.reason, due: returned.letter.due } : null,
    accepted: accepted ? { ...fromOf(accepted), submitNo: accepted.letter.submit_no, receipt: accepted.letter.receipt, acceptedAt: accepted.letter.accepted_at } : null,
    task: task ? { ...fromOf(task), deadline: task.letter.deadline, forms: task.letter.forms } : null,
    queries: queryViews(db, id, letters), sealed,
  }
}

/** The acceptance that stands: the newest one that no later return of the same or a later submission took back. */
function acceptedIn(letters: readonly LetterRow[]): Of<'acceptance'> | undefined {
  const at = letters.findLastIndex(isKind('acceptance'))
  const found = letters[at]
  if (!found || !isKind('acceptance')(found)) return undefined
  const { submit_no } = found.letter
  return letters.slice(at + 1).some(row => row.letter.kind === 'return' && row.letter.submit_no >= submit_no) ? undefined : found
}

/** The submission of a filing that was accepted; null while none stands accepted. */
export const acceptedNo = (db: Reader, filing: number): number | null => (hasLetters(db, filing) ? (acceptedIn(lettersOf(db, filing))?.letter.submit_no ?? null) : null)

/** The day by which a task asks for the report; null without a task. */
export const taskOf = (db: Reader, filing: number): Of<'task'> | null => (hasLetters(db, filing) ? (lettersOf(db, filing).findLast(isKind('task')) ?? null) : null)

function queryViews(db: Reader, filing: number, letters: readonly LetterRow[]): readonly QueryView[] {
  const byDigest = new Map(letters.filter(isKind('return')).map(row => [row.digest, row]))
  return queriesOf(db, filing).flatMap(row => {
    const slip = byDigest.get(row.letter)
    const asked = slip?.letter.queries[row.position]
    if (!slip || !asked) return []
    const { query, form, code, item, row: at, row_key, name, value, question, due } = asked
    return [{
      query, item, row: at, reply: row.reply, submitNo: row.submit_no, form, code, rowKey: row_key, name, value, question, due: due ?? slip.letter.due,
      at: slip.letter.issued_at, regulator: slip.letter.regulator.name, repliedAt: row.replied_at, answeredIn: row.answered_in,
    }]
  })
}

function sealedOf(db: Reader, filing: number, submitNo: number): SealedCells | null {
  const payload = payloadNo(db, filing, submitNo)
  return payload && sealedCells(payload)
}

/** The queries on the newest submission. */
export function waitingQueries({ queries }: Correspondence, newest: number): readonly QueryView[] {
  return queries.filter(query => query.submitNo === newest && query.answeredIn === null)
}

const nowOf = (open: OpenFiling): CellsNow => ({ data: open.data, computed: open.auditor.computed() })

/** What the next submission answers, how many queries there are, how many it leaves without an answer, and on which forms. */
export interface Answering { readonly answers: readonly PlanAnswer[]; readonly queries: number; readonly waiting: number; readonly forms: readonly string[] }

/** The answers that the next submission would carry. */
export function answersNow(db: Reader, open: OpenFiling): Answering {
  const newest = newestSubmission(db, open.filing.id)?.submit_no ?? 0
  const letters = correspondenceOf(db, open)
  const asked = waitingQueries(letters, newest)
  const sealed = letters.sealed ?? { submitNo: newest, values: {}, tables: {} }
  const answers = letters.sealed ? answersTo(open.loaded.pack, { now: nowOf(open), sealed }, asked) : asked.filter(query => query.reply !== '').map(({ query, item, row, reply }) => ({ query, item, row, text: reply }))
  const answered = new Set(answers.map(({ query }) => query))
  const index = lookup(open.loaded.pack)
  const forms = asked.filter(({ query }) => !answered.has(query)).map(({ item, form }) => index.item(item)?.formNo ?? form)
  return { answers, queries: asked.length, waiting: asked.length - answers.length, forms: [...new Set(forms)] }
}

/** The answers that a print shows: those a submission carries, or those the next one would. */
export function answersShown(db: Reader, open: OpenFiling, submitNo: number | null): readonly PlanAnswer[] {
  const payload = submitNo === null ? null : payloadNo(db, open.filing.id, submitNo)
  return (payload ?? answersNow(db, open)).answers
}

/** What lists show of a filing that has none. */
export const noLetters: LetterSummary = { queries: 0, waiting: 0, forms: [], due: null, acceptedAt: null, task: null }

/** What lists show of a filing's letters; `open` is asked only where there are queries. */
export function letterSummary(db: Reader, filing: number, open: () => OpenFiling | null): LetterSummary {
  if (!hasLetters(db, filing)) return noLetters
  const letters = lettersOf(db, filing)
  const newest = newestSubmission(db, filing)?.submit_no ?? 0
  const held = queriesOf(db, filing).some(query => query.submit_no === newest && query.answered_in === null) ? open() : null
  const counts = held ? answersNow(db, held) : { queries: 0, waiting: 0, forms: [] }
  const task = letters.findLast(isKind('task'))
  const returned = letters.findLast(isKind('return'))
  return {
    queries: counts.queries, waiting: counts.waiting, forms: counts.forms, due: returned && returned.letter.submit_no === newest ? returned.letter.due : null,
    acceptedAt: acceptedIn(letters)?.letter.accepted_at ?? null, task: task ? { regulator: task.letter.regulator.name, signer: task.signer } : null,
  }
}
