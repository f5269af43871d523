import type { Pack } from '../../core/pack/schema.ts'
import { answersTo } from '../../core/review/answers.ts'
import { laidOut } from '../../core/review/audited.ts'
import { groupedBy } from '../../core/review/grouped.ts'
import type { SqlWriter } from './sql.ts'
import { answerQuery, moveDrafts, queriesOf } from './store/query.ts'
import { payloadOf } from './store/submissionPayload.ts'

/** A submission that came in for review, its payload stored. */
export interface Arrived { readonly submission: number; readonly unit: string; readonly year: number; readonly at: string }

/**
 * Links a newer submission to the queries it answers: those it names, and those whose cell it changed. Drafts on the one before go over to it.
 * To be called in the transaction that puts it into review. Gives the queries answered.
 */
export async function linkAnswers(sql: SqlWriter, pack: Pack, { submission, unit, year, at }: Arrived): Promise<readonly string[]> {
  const open = (await queriesOf(sql, unit, year)).filter(query => query.submission !== submission && (query.state === 'sent' || query.state === 'answered'))
  await moveDrafts(sql, { unit, year }, submission)
  const payload = open.length > 0 ? await payloadOf(sql, submission) : undefined
  if (!payload) return []
  const named = new Set(payload.answers.map(answer => answer.query))
  const now = laidOut(pack, payload).cells
  const answered: string[] = []
  // What was answered before stands unless this one says something new to it.
  for (const [asked, list] of groupedBy(open.filter(query => query.state === 'sent' || named.has(query.id)), query => query.submission)) {
    const old = await payloadOf(sql, asked)
    if (!old || old.submit_no >= payload.submit_no) continue
    const before = old.pack.id === pack.id ? laidOut(pack, old).cells : now
    for (const { id, text } of answersTo(pack, list.map(query => ({ id: query.id, item: query.item, row: query.row_no })), { payload, before, now })) {
      if (await answerQuery(sql, { id, text, submission, at }) > 0) answered.push(id)
    }
  }
  return answered
}
