import type { Answer, Request } from '../../../core/contract.ts'
import type { letterRequests } from '../../../core/contract/letters.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { newestSubmission } from '../../db/submission.ts'
import { putReply } from '../../db/query.ts'
import type { Desk } from '../desk.ts'
import { openFiling } from '../openFiling.ts'
import { correspondenceOf } from './correspondence.ts'
import { letterOpen } from './open.ts'

/** The handlers of a regulator's letters. */
export const letterHandlers: { readonly [C in keyof typeof letterRequests]: (desk: Desk, args: Request<C>) => Result<Answer<C>> } = {
  'letter.open': letterOpen,
  'letter.reply': letterReply,
}

/** Writes the reply to a query on the newest submission; it goes along with the next one. */
function letterReply(desk: Desk, args: Request<'letter.reply'>): Result<Answer<'letter.reply'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const { state } = open.value.filing
  if (state !== 'returned' && state !== 'reopened') return no(problem('filing-readonly'))
  const newest = newestSubmission(store.value.read, args.filing)?.submit_no ?? 0
  const text = args.text.trim()
  const done = store.value.write(db => putReply(db, args.filing, { submit_no: newest, query: args.query }, { text, at: desk.host.now().toISOString() }))
  return done ? ok(correspondenceOf(store.value.read, open.value)) : no(problem('letter-query'))
}
