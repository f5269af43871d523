import { requests, type Channel } from '../core/contract.ts'
import { problem, type Problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'
import { sqliteProblem } from './db/open.ts'
import type { Desk } from './handlers/desk.ts'
import { workFile } from './handlers/desk.ts'
import { handlers } from './handlers/handlers.ts'
import { againstPolicy } from './policy/governed.ts'
import { LedgerFailure } from './ledger/failure.ts'

/** Takes one message from outside: the channel and every argument are checked here, once. */
export type AnswerCall = (channel: string, args: unknown) => Promise<Result<unknown>>

/** One call after the other, in the order of asking; an exception becomes a problem whose reference stands in the log. */
export function answerFor(desk: Desk): AnswerCall {
  let last: Promise<unknown> = Promise.resolve()
  return (channel, args) => {
    const answer = last.then(() => answerOne(desk, channel, args))
    last = answer
    return answer
  }
}

async function answerOne(desk: Desk, channel: string, args: unknown): Promise<Result<unknown>> {
  if (!isChannel(channel)) return no(problem('usage', { what: channel.slice(0, 40) }))
  const checked = requests[channel].safeParse(args)
  if (!checked.success) return no(problem('usage', { what: `${channel} ${checked.error.issues[0]?.path.join('.') ?? ''}`.trim() }))
  const refused = againstPolicy(desk.policy, channel, checked.data)
  if (refused) return no(refused)
  try {
    const handler = handlers[channel] as (desk: Desk, args: unknown) => Result<unknown> | Promise<Result<unknown>>
    return await handler(desk, checked.data)
  } catch (error) {
    if (error instanceof LedgerFailure) return no(error.problem)
    return no(faultOf(desk, channel, error))
  }
}

/** What was held in memory may no longer be what is stored, so it is read again. */
function faultOf(desk: Desk, channel: string, error: unknown): Problem {
  desk.filings.clear()
  const ref = desk.log.write(channel, error)
  const known = sqliteProblem(error, workFile(desk.host, desk.which()))
  return { ...(known ?? problem('fault')), ref }
}

const isChannel = (channel: string): channel is Channel => Object.hasOwn(requests, channel)
