import type { Answer, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import type { safetyRequests } from '../../core/safety.ts'
import type { Desk } from './desk.ts'

type Safety = keyof typeof safetyRequests
const later = (): Result<never> => no(problem('busy'))

/** The handlers that keep the work safe. */
export const safetyHandlers: { readonly [C in Safety]: (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>> } = {
  'app.leave': later, 'backup.list': later, 'backup.now': later, 'backup.preview': later, 'backup.restore': later,
  'unit.delete': later, 'filing.delete': later, 'bin.list': later, 'bin.restore': later, 'bin.empty': later,
  'workfile.export': later, 'workfile.preview': later, 'workfile.import': later, 'workfile.rescue': later, 'workfile.rescueTake': later,
  'history.list': later, 'history.export': later,
}
