import type { Call } from '../../core/contract.ts'
import { answerFor } from '../answer.ts'
import { openDesk, type Desk } from './desk.ts'
import type { Host } from './host.ts'

/** An engine in this process: what the command line and the tests call. */
export interface Engine { readonly call: Call; readonly desk: Desk; readonly close: () => void }

/** Starts an engine on a host; nothing is opened before the first call. */
export function startCalls(host: Host): Engine {
  const desk = openDesk(host)
  const answer = answerFor(desk)
  return { call: ((channel: string, args: unknown) => answer(channel, args)) as Call, desk, close: () => desk.close() }
}
